"""Lay finished pages on sheets: as a booklet, side by side, or as panels to fold."""
