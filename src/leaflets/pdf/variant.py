"""The two kinds of PDF that leave this room."""

from __future__ import annotations

from enum import StrEnum


class Variant(StrEnum):
    """Which standards a file keeps."""

    ACCESSIBLE = "accessible"
    """PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3) in one file: RGB, links."""

    PRESS = "press"
    """PDF/X-4 (ISO 15930-7): CMYK and grey only, no links, an output intent."""
