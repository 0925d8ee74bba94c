"""Make the engine's PDF a file for the press: PDF/X-4 (ISO 15930-7).

The pages must already be drawn in CMYK and grey; ``inks`` says whether they are. Here
the file gets its output intent, loses links and bookmarks, and is named and dated.
"""

from __future__ import annotations

from typing import Any

import pydyf  # type: ignore[import-untyped]

from leaflets.pdf import settle, xmp
from leaflets.pdf.finish import set_reading
from leaflets.pdf.identity import Identity
from leaflets.pdf.intent import REGISTRY, Condition, profile
from leaflets.pdf.structure import TagRepair


class Press:
    """Finishes one document; made after layout and before drawing."""

    version = "1.6"
    packed = False
    """Objects stand in the open: some makers of plates do not read object streams."""

    def __init__(self, document: Any, identity: Identity, condition: Condition) -> None:
        self._identity = identity
        self._condition = condition
        # With this name and no profile, groups take DeviceCMYK as their colour space.
        document.output_intent = "device-cmyk"
        for page in document.pages:
            # No annotation may lie inside the bleed (ISO 15930-7).
            page.links, page.bookmarks = [], []
        self._tags = TagRepair(document, identity.lang)

    def finish(self, pdf: pydyf.PDF) -> None:
        """Finish *pdf*, which was just made of the document."""
        self._tags.mend(pdf)
        settle.plain_images(pdf)
        set_reading(pdf, self._identity)
        _drop_unused_spaces(pdf)
        _bleed_to_the_edge(pdf)
        self._intend(pdf)
        settle.name(pdf, self._identity, xmp.PRESS)
        pdf.info["Trapped"] = "/False"
        pdf.info["GTS_PDFXVersion"] = pydyf.String("PDF/X-4")

    def _intend(self, pdf: pydyf.PDF) -> None:
        """Name the printing condition, and carry its profile."""
        condition = self._condition
        stream = pydyf.Stream([profile(condition)], {"N": 4})
        pdf.add_object(stream)
        pdf.catalog["OutputIntents"] = pydyf.Array(
            [
                pydyf.Dictionary(
                    {
                        "Type": "/OutputIntent",
                        "S": "/GTS_PDFX",
                        "OutputConditionIdentifier": pydyf.String(condition.identifier),
                        "OutputCondition": pydyf.String(condition.description),
                        "Info": pydyf.String(condition.info),
                        "RegistryName": pydyf.String(REGISTRY),
                        "DestOutputProfile": stream.reference,
                    }
                )
            ]
        )


def _bleed_to_the_edge(pdf: pydyf.PDF) -> None:
    """Let the bleed reach the edge of the sheet: the engine stops it at 10 points."""
    for item in pdf.objects:
        if isinstance(item, dict) and item.get("Type") == "/Page":
            item["BleedBox"] = item["MediaBox"]


def _drop_unused_spaces(pdf: pydyf.PDF) -> None:
    """Take out the Lab spaces that the engine lists in every file, if none is used."""
    used = any(
        isinstance(part, bytes) and part.startswith(b"/lab-")
        for item in pdf.objects
        if isinstance(item, pydyf.Stream)
        for part in item.stream
    )
    for item in () if used else pdf.objects:
        if isinstance(item, dict):
            for space in ("lab-d50", "lab-d65"):
                item.pop(space, None)
