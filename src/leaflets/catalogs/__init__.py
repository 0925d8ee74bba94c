"""Gettext and CLDR around the model: walk, store, translate, status, cldr."""
