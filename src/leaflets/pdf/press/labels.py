"""What a press file says it is, under each of the standards that a shop may ask for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from leaflets.errors import RenderError

_XMP_4 = """\
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
<pdf:Trapped>False</pdf:Trapped>
<xmpMM:RenditionClass>proof:pdf</xmpMM:RenditionClass>
<xmpMM:VersionID>1</xmpMM:VersionID>"""

_XMP_1A = """\
<pdfx:GTS_PDFXVersion>PDF/X-1a:2003</pdfx:GTS_PDFXVersion>
<pdfx:GTS_PDFXConformance>PDF/X-1a:2003</pdfx:GTS_PDFXConformance>
<pdf:Trapped>False</pdf:Trapped>
<xmpMM:RenditionClass>proof:pdf</xmpMM:RenditionClass>
<xmpMM:VersionID>1</xmpMM:VersionID>"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Version and names of a standard."""

    version: str
    """Of PDF."""

    info: Mapping[str, str]
    """Entries of the information dictionary."""

    xmp: str
    """Properties of the XMP packet."""

    opaque: bool
    """Whether nothing may be transparent."""


LABELS: Mapping[str, Label] = {
    "PDF/X-4": Label(
        version="1.6",
        info={"GTS_PDFXVersion": "PDF/X-4"},
        xmp=_XMP_4,
        opaque=False,
    ),
    "PDF/X-1a:2003": Label(
        version="1.4",
        info={
            "GTS_PDFXVersion": "PDF/X-1a:2003",
            "GTS_PDFXConformance": "PDF/X-1a:2003",
        },
        xmp=_XMP_1A,
        opaque=True,
    ),
}
"""ISO 15930-7 (PDF 1.6) and ISO 15930-4 (PDF 1.4, no transparency)."""


def label(standard: str) -> Label:
    """Give the label of a standard; raise RenderError for one that is not written."""
    try:
        return LABELS[standard]
    except KeyError:
        raise RenderError(
            f"a file cannot be written as {standard!r}",
            hint=f"ask for {' or '.join(LABELS)}",
        ) from None
