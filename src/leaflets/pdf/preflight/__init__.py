"""Preflight: what a print shop would ask of a file, asked of any PDF."""
