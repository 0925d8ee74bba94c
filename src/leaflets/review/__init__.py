"""Fingerprints of what was read, sign-offs, gates."""
