"""Make the engine's tagged PDF a file that is PDF/A-3a and PDF/UA-1 at once.

Both standards ask for nearly the same: tags, a language, a title that the viewer
shows, embedded fonts (which the engine gives), and a packet that names them both.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

import pydyf  # type: ignore[import-untyped]

from leaflets.pdf import settle, xmp
from leaflets.pdf.identity import Identity
from leaflets.pdf.intent import REGISTRY
from leaflets.pdf.structure import TagRepair, refuse_groups
from leaflets.pdf.textlayer.layer import Layer

_SRGB = "sRGB IEC61966-2.1"


class Accessible:
    """Finishes one document; made after layout and before drawing."""

    version = "1.7"
    packed = True
    """Object streams keep the many tags small."""

    def __init__(self, document: Any, identity: Identity) -> None:
        self._identity = identity
        self._document = document
        self._tags = TagRepair(document, identity.lang)

    def finish(self, pdf: pydyf.PDF) -> None:
        """Finish *pdf*, which was just made of the document."""
        refuse_groups(pdf)
        self._tags.mend(pdf)
        self._say_words(pdf)
        settle.plain_images(pdf)
        set_reading(pdf, self._identity)
        _intend_srgb(pdf)
        if "Outlines" in pdf.catalog:
            pdf.catalog["PageMode"] = "/UseOutlines"
        for item in pdf.objects:
            if isinstance(item, dict) and item.get("Type") == "/Annot":
                item["F"] = 4  # printed with the page (ISO 19005-3, 6.3.2)
        settle.name(pdf, self._identity, xmp.ACCESSIBLE)

    def _say_words(self, pdf: pydyf.PDF) -> None:
        """Give the words a layer of their own, where the engine's does not say them."""
        pieces = self._document.fonts.pieces
        if pieces is None:
            return
        layer = Layer(pieces, leftward=self._identity.direction == "rtl")
        for number, page in enumerate(self._document.pages):
            drawn, margins = self._tags.boxes(number)
            root = page._page_box  # noqa: SLF001 - has no public name
            layer.write(pdf, number, drawn, margins, root)
        fonts = self._document.fonts.values()
        layer.close(pdf, (code for font in fonts for code in font.to_unicode))


def set_reading(pdf: pydyf.PDF, identity: Identity) -> None:
    """Say the language, the side on which to begin, and to show the title."""
    pdf.catalog["Lang"] = pydyf.String(identity.lang)
    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary(
        {
            "DisplayDocTitle": "true",
            "Direction": "/R2L" if identity.direction == "rtl" else "/L2R",
        }
    )


def _intend_srgb(pdf: pydyf.PDF) -> None:
    profile = pydyf.Stream([_srgb()], {"N": 3})
    pdf.add_object(profile)
    pdf.catalog["OutputIntents"] = pydyf.Array(
        [
            pydyf.Dictionary(
                {
                    "Type": "/OutputIntent",
                    "S": "/GTS_PDFA1",
                    "OutputConditionIdentifier": pydyf.String(_SRGB),
                    "Info": pydyf.String(_SRGB),
                    "RegistryName": pydyf.String(REGISTRY),
                    "DestOutputProfile": profile.reference,
                }
            )
        ]
    )


@cache
def _srgb() -> bytes:
    """Read the sRGB profile of the ICC, which comes with the engine."""
    return resources.files("weasyprint.pdf").joinpath("sRGB2014.icc").read_bytes()
