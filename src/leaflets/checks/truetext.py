"""Whether what readers take out of a finished file is what the leaflet says.

Asked of every tagged file, of all its pages, and of three readers: pdfium, poppler, and a
walk from tag to tag as a screen reader goes. The words are those that were laid out, and
these are compared with what was composed (``composed``). A file that one of them reads
otherwise is refused; one that a reader could not be asked about is not called accessible.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from leaflets.checks import composed
from leaflets.compose.html import Composition
from leaflets.errors import RenderError
from leaflets.findings import Finding, Severity, errors
from leaflets.model.format import Format
from leaflets.origin import Origin
from leaflets.pdf.rendered import Rendered
from leaflets.pdf.textlayer import measure, poppler, walk
from leaflets.pdf.textlayer.measure import Compared

SIMILARITY = 0.995
"""Below this the text that comes out of a page is not the leaflet's."""

READER, TAGS, ABSENT = "P121", "P122", "P124"
"""Codes: a reader, the tags, a reader that is not there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What the readers said of a file."""

    findings: tuple[Finding, ...] = ()
    data: dict[str, object] = field(default_factory=dict)
    """``accessible``, ``similarity`` and what each reader took out, for the manifest."""


def inspect(rendered: Rendered, composition: Composition, form: Format) -> Heard:
    """Ask every reader of a finished file.

    A file for print is not tagged, claims nothing, and is not asked.
    """
    if not form.accessible:
        return Heard(
            findings=tuple(composed.wrong(rendered, composition)),
            data={"accessible": False, "reason": "made for print"},
        )
    found: list[Finding] = list(composed.wrong(rendered, composition))
    readers: dict[str, dict[str, object]] = {}
    missing = ""
    for name, ask in (("pdfium", _pdfium), ("poppler", _poppler), ("tags", _tags)):
        try:
            compared, readers[name] = ask(rendered)
        except poppler.Absent as absent:
            missing = str(absent)
            found.append(_absent(missing))
        except RenderError as error:
            readers[name] = {"similarity": 0.0}
            found.append(_finding(TAGS if name == "tags" else READER, str(error.message)))
        else:
            found.extend(_wrong(name, compared))
    reason = missing
    if wrong := errors(found):
        reason = wrong[0].message
    data: dict[str, object] = {
        "accessible": not reason,
        "similarity": min(_similarity(each) for each in readers.values()),
        "readers": readers,
    }
    return Heard(findings=tuple(found), data=data | ({"reason": reason} if reason else {}))


_Asked = tuple[Compared, dict[str, object]]


def _pdfium(rendered: Rendered) -> _Asked:
    return _read(rendered, measure.extract, measure.version(), by_place=False)


def _poppler(rendered: Rendered) -> _Asked:
    return _read(rendered, poppler.extract, poppler.version(), by_place=True)


def _read(
    rendered: Rendered,
    extract: Callable[[bytes], Sequence[str]],
    version: str,
    *,
    by_place: bool,
) -> _Asked:
    texts = extract(rendered.pdf)
    compared = measure.compare(rendered.pages, texts, by_place=by_place)
    return compared, {
        "version": version,
        "similarity": measure.rounded(compared.similarity),
        "in_order": measure.rounded(compared.in_order),
        "page": compared.page,
    }


def _tags(rendered: Rendered) -> _Asked:
    said = [page.spoken for page in rendered.pages]
    read = walk.read(rendered.pdf, pictures=False)
    compared = measure.compare_whole(said, read)
    if compared.difference is None:
        compared = replace(compared, difference=measure.run_together(said, read))
    return compared, {"similarity": measure.rounded(compared.similarity)}


def _wrong(name: str, compared: Compared) -> Iterator[Finding]:
    """Say where a reader goes wrong: the tags must be right word for word."""
    part = compared.difference
    alike = measure.rounded(compared.similarity)
    if name == "tags":
        if part is not None:
            message = f"a walk of the tags gives {part.found!r} for {part.wanted!r}"
            how = (
                f"similarity {alike:.4f}, must be 1" if alike < 1 else "words run together"
            )
            yield _finding(TAGS, f"{message} ({how})")
    elif compared.similarity < SIMILARITY:
        message = f"page {compared.page}: {name} reads otherwise than it says"
        if part is not None:
            message = f"page {part.page}: {name} reads {part.found!r} for {part.wanted!r}"
        bar = f"(similarity {alike:.4f}, bar {SIMILARITY})"
        yield _finding(READER, f"{message} {bar}")


def _absent(reason: str) -> Finding:
    return Finding(
        code=ABSENT,
        message=f"not asked of poppler, so not called accessible: {reason}",
        hint=poppler.MEND,
        origin=Origin("page"),
        severity=Severity.WARNING,
    )


def _similarity(reader: dict[str, object]) -> float:
    found = reader["similarity"]
    return found if isinstance(found, float) else 0.0


def _finding(code: str, message: str) -> Finding:
    return Finding(
        code=code, message=message, origin=Origin("page"), severity=Severity.ERROR
    )
