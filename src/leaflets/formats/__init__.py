"""Ways out of the house: one file per format, page geometry as data."""
