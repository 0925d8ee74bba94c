"""Screen: A5 to read on a telephone or a computer, or to print at home."""

from leaflets.formats.base import FORMATS
from leaflets.model.format import Format

SCREEN = FORMATS.add("screen", Format(name="screen", title="Screen (A5)"))
