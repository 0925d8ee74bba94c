"""Catalogs to and from the files that translators' tools read and write."""
