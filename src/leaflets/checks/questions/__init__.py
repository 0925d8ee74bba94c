"""The soft checks of a translation, one file each: what a person should look at."""
