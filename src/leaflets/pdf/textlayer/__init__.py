"""The true text layer: what is taken out of a finished file is what its page says."""
