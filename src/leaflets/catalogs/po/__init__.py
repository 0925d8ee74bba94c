"""The .po format: cut a file into entries, read them, and write them without loss."""
