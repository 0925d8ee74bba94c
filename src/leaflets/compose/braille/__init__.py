"""Braille: from the words of a Narrative to cells, lines and pages."""
