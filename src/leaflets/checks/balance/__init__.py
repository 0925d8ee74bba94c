"""What a fair leaflet keeps: evidence, balance and plain words, one rule a file."""
