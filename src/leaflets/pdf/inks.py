"""Read a finished file again: all of it must be in inks, and for a known press.

The engine labels a file PDF/X-4 whatever is in it, so nothing is believed here that
the file does not show. Shops refuse a file with RGB in it more often than for any
other reason.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pikepdf

from leaflets.errors import RenderError
from leaflets.pdf.inkspaces import DEPTH, items, not_ink, shading_problems
from leaflets.pdf.intent import CONDITIONS, REGISTRY

_PAINT = "rg RG cs CS BI ID EI"


def find_rgb(pdf: bytes) -> list[str]:
    """Name every use of a colour that is not ink: RGB, Lab, or an RGB profile.

    Looks through pages, forms, patterns, images, shadings, transparency groups, soft
    masks, Type 3 fonts and the looks of annotations. Raises RenderError if the file
    cannot be read.
    """
    found: dict[str, None] = {}
    with _opened(pdf) as file:
        for number, page in enumerate(file.pages, start=1):
            walker = _Walker()
            for problem in walker.page(page.obj):
                found.setdefault(f"page {number}: {problem}")
    return list(found)


def check_intent(pdf: bytes) -> list[str]:
    """Say what is wrong with the output intent (ISO 15930-7); empty if nothing."""
    with _opened(pdf) as file:
        intents = [
            intent
            for intent in items(file.Root.get("/OutputIntents"))
            if intent.get("/S") == pikepdf.Name("/GTS_PDFX")
        ]
        if len(intents) != 1:
            return [f"{len(intents)} output intents for PDF/X instead of one"]
        return list(_intent_problems(intents[0]))


def _intent_problems(intent: Any) -> Iterator[str]:
    name = str(intent.get("/OutputConditionIdentifier", ""))
    if name not in CONDITIONS:
        yield f"unknown printing condition {name!r}"
    if str(intent.get("/RegistryName", "")) != REGISTRY:
        yield "the output intent names no registry"
    profile = intent.get("/DestOutputProfile")
    if profile is None:
        yield "the output intent carries no profile"
        return
    head = profile.read_bytes()[:40]
    if head[12:16] != b"prtr" or head[16:20] != b"CMYK" or int(profile.get("/N", 0)) != 4:
        yield "the profile of the output intent is not one of a CMYK printer"


class _Walker:
    """Goes through all that one page draws."""

    def __init__(self) -> None:
        self._seen: set[tuple[int, int]] = set()

    def page(self, page: Any) -> Iterator[str]:
        yield from self._group(page)
        yield from self._painted(page, page.get("/Resources"), 0)
        for annotation in items(page.get("/Annots")):
            looks = annotation.get("/AP", {})
            for look in looks.values() if looks else ():
                streams = [look] if isinstance(look, pikepdf.Stream) else look.values()
                for stream in streams:
                    yield from self._form(stream, 0)

    def _form(self, form: Any, depth: int) -> Iterator[str]:
        if depth > DEPTH:
            raise RenderError(f"forms lie in each other more than {DEPTH} deep")
        if not isinstance(form, pikepdf.Stream) or self._again(form):
            return
        yield from self._group(form)
        yield from self._painted(form, form.get("/Resources"), depth)

    def _again(self, item: Any) -> bool:
        """Say whether an indirect object was seen before, and remember it."""
        place = item.objgen
        if place == (0, 0):
            return False
        if place in self._seen:
            return True
        self._seen.add(place)
        return False

    @staticmethod
    def _group(item: Any) -> Iterator[str]:
        group = item.get("/Group")
        if group is not None and (kind := not_ink(group.get("/CS"))):
            yield f"a transparency group in {kind}"

    def _painted(self, stream: Any, resources: Any, depth: int) -> Iterator[str]:
        spaces = resources.get("/ColorSpace", {}) if resources is not None else {}
        for instruction in pikepdf.parse_content_stream(stream, _PAINT):
            operands, name = instruction.operands, str(instruction.operator)
            kind, what = "", "a line" if name.isupper() else "a fill"
            if name in {"rg", "RG"}:
                kind = "DeviceRGB"
            elif name in {"cs", "CS"}:
                space = operands[0]
                kind = not_ink(spaces.get(str(space), space) if spaces else space)
            elif name == "INLINE IMAGE":
                what, kind = "an image", not_ink(_inline_space(operands[0]))
            if kind:
                yield f"{what} in {kind}"
        if resources is not None and not self._again(resources):
            yield from self._resources(resources, depth + 1)

    def _resources(self, resources: Any, depth: int) -> Iterator[str]:
        for item in _values(resources, "/XObject"):
            if item.get("/Subtype") == pikepdf.Name.Image:
                yield from self._image(item)
            else:
                yield from self._form(item, depth)
        for pattern in _values(resources, "/Pattern"):
            if isinstance(pattern, pikepdf.Stream):
                yield from self._form(pattern, depth)
            else:
                yield from shading_problems(pattern.get("/Shading"))
        for shading in _values(resources, "/Shading"):
            yield from shading_problems(shading)
        for state in _values(resources, "/ExtGState"):
            mask = state.get("/SMask")
            if isinstance(mask, pikepdf.Dictionary):
                yield from self._form(mask.get("/G"), depth)
        for font in _values(resources, "/Font"):
            for glyph in _values(font, "/CharProcs"):
                yield from self._form(glyph, depth)

    def _image(self, image: Any) -> Iterator[str]:
        if self._again(image):
            return
        if kind := not_ink(image.get("/ColorSpace")):
            yield f"an image in {kind}"


def _inline_space(image: Any) -> Any:
    found = image.obj
    return found.get("/CS", found.get("/ColorSpace"))


def _values(resources: Any, name: str) -> list[Any]:
    entry = resources.get(name)
    return list(entry.values()) if isinstance(entry, pikepdf.Dictionary) else []


def _opened(pdf: bytes) -> pikepdf.Pdf:
    try:
        return pikepdf.open(io.BytesIO(pdf))
    except pikepdf.PdfError as error:
        raise RenderError("the file is not a PDF that can be read") from error
