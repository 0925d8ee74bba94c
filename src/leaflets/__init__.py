"""Leaflets: patient leaflets in many languages, each honest about its evidence."""

__version__ = "0.1.0"
