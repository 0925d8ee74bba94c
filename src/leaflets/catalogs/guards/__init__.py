"""The hard checks of a translation, one file each: what fails one is not printed."""
