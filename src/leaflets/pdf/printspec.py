"""What a print shop asks of a file: paper, inks, bleed, smallest type and line.

A print spec is plain data. The presets are files of the program, a project may add its
own (``content.printspecs`` reads both). Lengths in mm, type and lines in points, inks in
percent of one ink. Sources of the figures: what shops publish, ISO 12647-2 and the GWG;
each preset says which.
"""

from __future__ import annotations

from dataclasses import dataclass

from leaflets.pdf.intent import FOGRA39, Condition

STANDARDS = ("PDF/X-4", "PDF/X-1a:2003")
"""What a file may be asked to be: ISO 15930-7 or ISO 15930-4."""

MARKS = ("none", "crop", "full")
"""Nothing; cut and fold marks; those, registration targets and a slug line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintSpec:
    """One paper on one kind of press, and what the shop asks for it."""

    name: str
    """``offset-coated``, for instance; the name of its file."""

    title: str
    condition: Condition
    """Printing condition, its ICC profile."""

    paper: str = ""
    """What it is printed on, in words."""

    standard: str = "PDF/X-4"
    bleed: float = 3.0
    """Least that art reaches over each trimmed edge, in mm; 0 where nothing is trimmed."""

    safe: float = 4.0
    """Text nearer to the trimmed edge than this, in mm, is warned about."""

    safe_least: float = 3.0
    """Text nearer than this is an error."""

    fold_safe: float = 3.0
    """Text nearer to a fold than this, in mm, is warned about; on the fold is an error."""

    printable: float = 0.0
    """Rim in mm that the machine cannot print on (office printers); 0 for a press."""

    ink_limit: int = 300
    """Greatest sum of inks in percent; more is an error."""

    ink_warning: int = 280
    """Sum of inks that is warned about."""

    type_least: float = 6.0
    """Smallest type in pt; smaller is an error."""

    type_several: float = 8.0
    """Smallest type in more than one ink, and smallest reversed type, in pt."""

    line_least: float = 0.25
    """Thinnest line in pt, in one ink."""

    line_several: float = 0.5
    """Thinnest line in pt in more than one ink, and thinnest white line."""

    image_ppi: tuple[int, int] = (150, 225)
    """Pixels an inch of a contone image: below the first an error, below the second a
    warning (GWG 2015)."""

    bitmap_ppi: tuple[int, int] = (550, 800)
    """The same of images of one bit a pixel."""

    marks: str = "none"
    """What stands outside the bleed: one of ``MARKS``."""


COATED = PrintSpec(
    name="offset-coated",
    title="Offset, coated paper",
    condition=FOGRA39,
    paper="coated, 130 to 170 g/m²",
)
"""What is asked where nobody says otherwise; the preset of the same name is the same."""
