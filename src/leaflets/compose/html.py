"""Compose an edition: Edition × Format → HTML, and what must be found on its pages.

Step 8 of 10. Pure but for the templates, which it reads.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from leaflets.compose import evidence
from leaflets.compose.environment import Markup, Templates
from leaflets.compose.page import Page
from leaflets.compose.panels import FILLINGS, Filling, as_filled
from leaflets.compose.setter import Expectation, Setter
from leaflets.errors import RenderError
from leaflets.model.edition import Edition
from leaflets.model.format import Format
from leaflets.model.walk import texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """A page to be, and what it can be held to."""

    html: str
    styles: tuple[str, ...]
    expected: tuple[Expectation, ...]
    said: Mapping[str, tuple[str, ...]]
    """Runs of words that must stand on the pages, by the key of their Text."""

    claims: tuple[str, ...]
    """Keys of the claims cited on the sheet."""

    sources: tuple[str, ...]
    """Keys of the sources on the sheet, by number."""

    parts: tuple[str, ...]
    """Parts of the evidence section, in order."""

    title: str
    filling: Filling | None = None
    """How the panels of a folded leaflet are filled; None for other formats."""


def compose(
    edition: Edition,
    form: Format,
    templates: Templates,
    *,
    logo: str = "",
    fonts_css: str = "",
    notes: int = 0,
    filling: Filling = FILLINGS[-1],
) -> Composition:
    """Compose an edition in a format.

    *notes* is how many pages with lines to write on stand before that of the clinic.
    *filling* is how the panels of a folded leaflet are filled; others do not heed it.
    *logo* is a ``data:`` address that fits the format's colours, empty where it has none; *fonts_css* the
    ``@font-face`` rules that a web page embeds. Raises RenderError for a template that
    fails and for a part of the evidence section that has nothing to say.
    """
    edition = as_set(edition, form)
    filled = filling if form.panels else None
    if filled:
        form = as_filled(form, filled, bands=edition.draft + edition.leaflet.specimen)
    setter = Setter(edition, form)
    page = Page(setter, templates, filled)
    title = setter.plain(edition.leaflet.title)
    styles = tuple(page.style(name) for name in _styles(form))
    drafts = bands(setter)
    full_title = f"{edition.phrases['draft.band']} – {title}" if edition.draft else title
    html = templates.fill(
        "leaflet.html",
        {
            **page.values,
            "title": full_title,
            "bands": drafts,
            "logo": logo,
            "styles": [Markup(style) for style in (fonts_css, *styles)]
            if _web(form)
            else [],
            "running_code": setter.mark(
                "code", "running", edition.code, direction="ltr", css="fact code"
            ),
            "short": form.evidence == "short",
            "notes": notes,
            "evidence_parts": lambda: evidence.parts(setter),
        },
    )
    say_all(setter)
    return Composition(
        html=html,
        styles=styles,
        expected=tuple(setter.expected),
        said={**setter.said, **imprint_words(edition)},
        claims=tuple(setter.claims),
        sources=setter.numbering.sources,
        parts=tuple(setter_part.name for setter_part in _listed(setter)),
        title=full_title,
        filling=filled,
    )


def as_set(edition: Edition, form: Format) -> Edition:
    """Give an edition with its locale as the format sets it: close on folded paper."""
    if not form.panels:
        return edition
    return replace(edition, locale=edition.locale.dense)


def say_all(setter: Setter) -> None:
    """Refuse a page on which a template leaves out what the leaflet says.

    The subject of a figure is printed by the program, so every Text of the sheet must
    have been set; a drawn fact is placed beside its picture.
    """
    leaflet = setter.edition.leaflet
    sheet: list[object] = [leaflet.title]
    if setter.form.evidence == "full":
        evidence = leaflet.evidence
        sheet += [leaflet.purpose, leaflet.subtitle, leaflet.sections, evidence]
    else:
        sheet += [leaflet.short.blocks, leaflet.short.unknowns, leaflet.short.limits]
    missing = [
        text.key for part in sheet for text in texts(part) if text.key not in setter.said
    ]
    placed = {e.name for e in setter.expected if e.kind == "fact"}
    for contact in setter.edition.imprint.contacts:
        if contact.fact.name not in placed:
            raise RenderError(
                f"the templates leave out the clinic's {contact.role} {contact.fact.value!r}",
                hint="templates/imprint.html places every contact of an imprint",
            )
    if missing:
        more = f" (and {len(missing) - 1} more)" if len(missing) > 1 else ""
        raise RenderError(
            f"the templates leave out the Text {missing[0]!r}{more}",
            hint="each kind of block has a template in templates/blocks/ that says all of it",
        )


def imprint_words(edition: Edition) -> dict[str, tuple[str, ...]]:
    """Words of the clinic that must stand on the pages: who it is, and that it is none."""
    imprint = edition.imprint
    demonstration = (edition.phrases["draft.demonstration"],)
    return {
        "imprint.name": (imprint.name,),
        "imprint.address": imprint.address,
        "imprint.demonstration": demonstration if imprint.demonstration else (),
    }


def _web(form: Format) -> bool:
    return form.variant == "html"


def _styles(form: Format) -> tuple[str, ...]:
    """Name its style sheets; what is told in a line has no look."""
    if form.told:
        return ()
    kind = "web.css" if _web(form) else "page.css"
    styles = (f"color/{form.colour}.css", "styles/base.css", f"styles/{kind}")
    laid = "booklet" if form.imposition == "booklet" else "folded" if form.panels else ""
    return (*styles, f"styles/{laid}.css") if laid else styles


def _listed(setter: Setter) -> list[Expectation]:
    return [e for e in setter.expected if e.kind == "part" and "." not in e.name]


def bands(setter: Setter) -> list[Markup]:
    """Set what every page of a draft carries, and every page of a specimen."""
    keys = ["draft.band"] if setter.edition.draft else []
    if setter.edition.leaflet.specimen:
        keys.append("draft.specimen")
    bands = []
    for key in keys:
        stand_in = key in setter.edition.stand_in_phrases
        lang = setter.edition.leaflet.original if stand_in else ""
        bands.append(
            setter.mark(
                "band",
                key,
                setter.edition.phrases[key],
                lang=lang,
                direction="ltr" if stand_in else "",
                css="band-words",
            )
        )
    return bands
