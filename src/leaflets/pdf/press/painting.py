"""Go through all that the pages paint, and say it in inks.

From each page's stream to the groups, patterns, soft masks, gradients and images that it
names, each once. What is in a soft mask is light, not ink, and stays grey.
"""

from __future__ import annotations

from typing import Any

import pydyf  # type: ignore[import-untyped]

from leaflets.pdf.press import gradients, pictures
from leaflets.pdf.press.content import STATES, Rewriter
from leaflets.pdf.press.separation import Separation
from leaflets.pdf.structure import Nothing


class Painting:
    """All that one document paints, as the engine made it."""

    def __init__(self, pdf: pydyf.PDF, separation: Separation) -> None:
        self._pdf = pdf
        self._separation = separation
        self._seen: set[int] = set()

    def separate(self) -> None:
        """Say every colour of every page in inks."""
        for reference in self._pdf.page_references:
            stream = self._at(self._at(reference)["Contents"])
            self._stream(stream, mask=False, on_page=True)

    def _at(self, reference: bytes) -> Any:
        """Follow a reference such as ``b'12 0 R'``."""
        return self._pdf.objects[int(reference.split()[0])]

    def _stream(self, stream: Any, *, mask: bool, on_page: bool = False) -> None:
        if stream.number in self._seen:
            return
        self._seen.add(stream.number)
        group = stream.extra.get("Group")
        if group is not None:
            # The engine has one space for all groups; that of a mask says how light it is.
            group["CS"] = "/DeviceGray" if mask else "/DeviceCMYK"
        rewriter = Rewriter(self._separation, mask=mask, on_page=on_page)
        stream.stream = rewriter.rewrite(stream.stream)
        resources = stream._resources  # noqa: SLF001 - the finished file has only numbers
        if rewriter.overprints:
            for name, state in STATES.items():
                resources["ExtGState"].setdefault(name, pydyf.Dictionary(state))
        if id(resources) in self._seen:
            return  # all pages share theirs
        self._seen.add(id(resources))
        self._resources(resources, mask=mask)

    def _resources(self, resources: Any, *, mask: bool) -> None:
        masks = {
            state["SMask"]["G"]
            for state in resources["ExtGState"].values()
            if isinstance(state.get("SMask"), dict)
        }
        # Masks first: the engine lists them among the groups as well.
        for reference in sorted(masks):
            self._stream(self._at(reference), mask=True)
        for reference in resources["XObject"].values():
            thing = self._at(reference)
            if thing.extra["Subtype"] == "/Image":
                self._image(thing)
            else:
                self._stream(thing, mask=mask)
        for reference in resources["Pattern"].values():
            self._pattern(self._at(reference), mask=mask)
        for reference in resources["Shading"].values():
            gradients.separate(self._at(reference), self._separation, mask=mask)

    def _pattern(self, pattern: Any, *, mask: bool) -> None:
        if not isinstance(pattern, pydyf.Stream):
            return  # a gradient already
        self._stream(pattern, mask=mask)
        groups = list(pattern._resources["XObject"].values())  # noqa: SLF001
        if len(groups) != 1:
            return
        group = self._at(groups[0])
        gradient = getattr(group, "_resources", {}).get("Shading", {})
        if len(gradient) == 1:
            made = gradients.plain(pattern, group, *gradient.values())
            if made is not None:
                self._pdf.objects[pattern.number] = made
                self._pdf.objects[group.number] = Nothing(group.number)

    def _image(self, image: Any) -> None:
        if image.number not in self._seen:
            self._seen.add(image.number)
            pictures.separate(image, self._separation.condition)
