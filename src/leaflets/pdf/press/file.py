"""Finish the engine's PDF as a file for the press (ISO 15930-7 or 15930-4).

Whatever the style sheets say, the file is in inks, has one output intent, the boxes and
marks of its print spec, no annotations and no bookmarks; its tags stay.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pydyf  # type: ignore[import-untyped]

from leaflets.pdf import platemarks, settle, slugline
from leaflets.pdf.finish import set_reading
from leaflets.pdf.identity import Identity
from leaflets.pdf.intent import profile
from leaflets.pdf.press import boxes, opaque
from leaflets.pdf.press.labels import label
from leaflets.pdf.press.painting import Painting
from leaflets.pdf.press.separation import Separation
from leaflets.pdf.printspec import PrintSpec
from leaflets.pdf.structure import Nothing, TagRepair

LayOut = Callable[[str, str], Any]
"""Lays out HTML and CSS as a document of the engine."""


class Press:
    """Finishes one document; made after layout and before drawing."""

    packed = False
    """Objects stand in the open: some makers of plates do not read object streams."""

    def __init__(
        self, document: Any, identity: Identity, spec: PrintSpec, lay_out: LayOut
    ) -> None:
        self._document = document
        self._identity = identity
        self._spec = spec
        self._label = label(spec.standard)
        self.version = self._label.version
        # With this name and no profile of that name, groups take DeviceCMYK as their space.
        document.output_intent = "device-cmyk"
        document.color_profiles.pop("device-cmyk", None)
        for page in document.pages:
            # No annotation may lie inside the bleed (ISO 15930-7).
            page.links, page.bookmarks, page.forms = [], [], {}
            # The engine draws its marks inside the bleed, and in RGB.
            page._page_box.style["marks"] = ()  # noqa: SLF001 - has no public name
        self._sheets = [boxes.sheet(page, spec) for page in document.pages]
        self._tags = TagRepair(document, identity.lang)
        if spec.marks != "none":
            self._mark(lay_out)

    def _mark(self, lay_out: LayOut) -> None:
        """Let each page paint its marks after itself."""
        pages = self._document.pages
        slugs: list[Any] = [None] * len(pages)
        if self._spec.marks == "full":
            page = pages[0]._page_box  # noqa: SLF001 - has no public name
            # The page itself is set in no font of the document: its body is.
            body = (box for box in page.descendants() if box.element_tag == "body")
            families = next(body, page).style["font_family"]
            document = lay_out(
                *slugline.html(
                    self._sheets[0].width, len(pages), self._identity, self._spec, families
                )
            )
            slugs = document.pages[: len(pages)]
        for page, sheet, line in zip(pages, self._sheets, slugs, strict=True):
            page.paint = partial(
                _paint_with_marks, page.paint, sheet, line, kind=self._spec.marks
            )

    def finish(self, pdf: pydyf.PDF) -> None:
        """Finish *pdf*, which was just made of the document."""
        self._tags.mend(pdf)
        settle.plain_images(pdf)
        set_reading(pdf, self._identity)
        profiles = self._document.color_profiles
        named = {name: bytes(each.content) for name, each in profiles.items()}
        Painting(pdf, Separation(self._spec.condition, named)).separate()
        self._name_spaces(pdf)
        for reference, sheet in zip(pdf.page_references, self._sheets, strict=True):
            page = pdf.objects[int(reference.split()[0])]
            page.pop("Annots", None)
            boxes.write(page, sheet)
        for name in ("AcroForm", "Outlines", "Names"):
            pdf.catalog.pop(name, None)
        if self._label.opaque:
            opaque.drop_groups(pdf)
        self._intend(pdf)
        settle.name(pdf, self._identity, self._label.xmp)
        pdf.info["Trapped"] = "/False"
        pdf.info.update({k: pydyf.String(v) for k, v in self._label.info.items()})

    def _name_spaces(self, pdf: pydyf.PDF) -> None:
        """List no colour space but that of the marks: all else is said in inks."""
        for item in pdf.objects:
            if isinstance(item, dict) and "lab-d50" in item:
                item.clear()
                if self._spec.marks != "none":
                    item["All"] = platemarks.ALL
        for each in self._document.color_profiles.values():
            number = int(each.pdf_reference.split()[0])
            pdf.objects[number] = Nothing(number)

    def _intend(self, pdf: pydyf.PDF) -> None:
        """Name the printing condition, and carry its profile."""
        condition = self._spec.condition
        stream = pydyf.Stream([profile(condition)], {"N": 4})
        pdf.add_object(stream)
        intent = pydyf.Dictionary(
            {
                "Type": "/OutputIntent",
                "S": "/GTS_PDFX",
                "OutputConditionIdentifier": pydyf.String(condition.identifier),
                "OutputCondition": pydyf.String(condition.description),
                "Info": pydyf.String(condition.info),
                "DestOutputProfile": stream.reference,
            }
        )
        if condition.registry:
            intent["RegistryName"] = pydyf.String(condition.registry)
        pdf.catalog["OutputIntents"] = pydyf.Array([intent])


def _paint_with_marks(
    paint: Any,
    sheet: boxes.Sheet,
    line: Any,
    stream: Any,
    scale: float = 1,
    *,
    kind: str,
) -> None:
    """Paint a page, cut off at its bleed, and then the marks, as artifacts."""
    trim, bleed, _ = sheet.boxes().values()
    x0, y0, x1, y1 = bleed
    with stream.stacked():
        # The engine's y runs down from the top of the trimmed page.
        stream.rectangle(x0, sheet.height - y1, x1 - x0, y1 - y0)
        stream.clip()
        stream.end()
        paint(stream, scale)
    tags, stream._tags = stream._tags, None  # noqa: SLF001 - marks are in no tag
    pydyf.Stream.begin_marked_content(stream, "Artifact")
    if line is not None:
        with stream.stacked():
            below = sheet.height - platemarks.line(trim, bleed) - platemarks.LINE
            stream.transform(e=0, f=below)
            line.paint(stream, boxes.PIXEL)
    with stream.stacked():
        stream.transform(d=-1, f=sheet.height)
        stream.stream += platemarks.draw(trim, bleed, kind=kind)
    pydyf.Stream.end_marked_content(stream)
    stream._tags = tags  # noqa: SLF001
