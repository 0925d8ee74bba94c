"""How much of a stranger's file is read before one gives up.

Every bound is far above what a leaflet or a booklet needs, and low enough that a file
made to do harm ends within seconds and some hundred megabytes.
"""

from __future__ import annotations

MEBIBYTE = 1 << 20

FILE = 256 * MEBIBYTE
"""Bytes of a file."""

PAGES = 2000
"""Pages of a file."""

OBJECTS = 1_000_000
"""Objects of a file."""

STREAM = 200 * MEBIBYTE
"""Bytes that one stream may unpack to: an A2 poster in four inks at 300 ppi has 140."""

CONTENT = 64 * MEBIBYTE
"""Bytes that the drawing instructions of one page, form or pattern may unpack to."""

UNPACKED = 1024 * MEBIBYTE
"""Bytes that all streams that are looked at may unpack to."""

FILTERS = 8
"""Filters that may be applied to one stream, one after the other."""

NESTING = 100
"""Arrays and dictionaries within each other; page tree nodes above a page."""

FORMS = 24
"""Forms, patterns and colour spaces within each other."""

OPERATIONS = 2_000_000
"""Drawing operations of a file, those of a form counted each time it is drawn."""

PAINTED = 100_000
"""Things painted in a file: a leaflet of 16 pages has three thousand."""

COORDINATE = 1e7
"""Greatest distance from the origin in points: 3.5 km."""

WARNINGS = 50_000
"""Faults that qpdf may report before it gives up; a file of many pages without resources
has one for each."""

SAVED = 2000
"""Graphics states that are saved at once (``q`` within ``q``)."""

FAULTS = 1000
"""Operations of a page that cannot be followed, before it is given up."""

ANSWERS = 200
"""Answers of one question that are kept; the rest is only counted."""
