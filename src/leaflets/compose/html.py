"""Compose an edition: Edition × Format → HTML, and what must be found on its pages.

Step 8 of 10. Pure but for the templates, which it reads.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from leaflets.catalogs import cldr
from leaflets.compose import evidence, figures
from leaflets.compose.environment import Markup, Templates
from leaflets.compose.setter import Expectation, Setter
from leaflets.errors import RenderError
from leaflets.model.blocks import BarComparison, IconArray
from leaflets.model.edition import Edition
from leaflets.model.facts import Fact, FactKind, placed_in
from leaflets.model.format import Format
from leaflets.model.walk import texts

_STOPS = " .。।۔"
"""Full stops of the scripts: a sentence that is put into another loses its own."""


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


def compose(
    edition: Edition,
    form: Format,
    templates: Templates,
    *,
    logo: str = "",
    fonts_css: str = "",
) -> Composition:
    """Compose an edition in a format.

    *logo* is a ``data:`` address that fits the format's colours; *fonts_css* the
    ``@font-face`` rules that a web page embeds. Raises RenderError for a template that
    fails and for a part of the evidence section that has nothing to say.
    """
    setter = Setter(edition, form)
    page = _Page(setter, templates)
    title = setter.plain(edition.leaflet.title)
    styles = tuple(page.style(name) for name in _styles(form))
    bands = _bands(setter)
    full_title = f"{edition.phrases['draft.band']} – {title}" if edition.draft else title
    html = templates.fill(
        "leaflet.html",
        {
            **page.values,
            "title": full_title,
            "bands": bands,
            "logo": logo,
            "styles": [Markup(style) for style in (fonts_css, *styles)]
            if _web(form)
            else [],
            "running_code": setter.mark(
                "code", "running", edition.code, direction="ltr", css="fact code"
            ),
            "short": form.evidence == "short",
            "evidence_parts": lambda: evidence.parts(setter),
        },
    )
    _say_all(setter)
    return Composition(
        html=html,
        styles=styles,
        expected=tuple(setter.expected),
        said={**setter.said, **_imprint_words(edition)},
        claims=tuple(setter.claims),
        sources=setter.numbering.sources,
        parts=tuple(setter_part.name for setter_part in _listed(setter)),
        title=full_title,
    )


def _say_all(setter: Setter) -> None:
    """Refuse a page on which a template leaves out what the leaflet says.

    The subject of a figure is printed by the program, so every Text of the sheet must
    have been set; a drawn fact is placed beside its picture.
    """
    leaflet = setter.edition.leaflet
    sheet: list[object] = [leaflet.title, leaflet.purpose]
    if setter.form.evidence == "full":
        evidence = leaflet.evidence
        sheet += [leaflet.subtitle, leaflet.sections, evidence]
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


def _imprint_words(edition: Edition) -> dict[str, tuple[str, ...]]:
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
    kind = "web.css" if _web(form) else "page.css"
    return (f"color/{form.colour}.css", "styles/base.css", f"styles/{kind}")


def _listed(setter: Setter) -> list[Expectation]:
    return [e for e in setter.expected if e.kind == "part" and "." not in e.name]


def _bands(setter: Setter) -> list[Markup]:
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


class _Page:
    """What the templates may call."""

    def __init__(self, setter: Setter, templates: Templates) -> None:
        self.setter = setter
        self.templates = templates
        edition = setter.edition
        self.values: Mapping[str, Any] = {
            "edition": edition,
            "leaflet": edition.leaflet,
            "locale": edition.locale,
            "imprint": edition.imprint,
            "form": setter.form,
            "web": _web(setter.form),
            "body_size": setter.body_size,
            "say": setter.say,
            "plain": setter.plain,
            "phrase": setter.phrase,
            "place": setter.place,
            "cite": setter.cite,
            "sure": self.sure,
            "icons": self.icons,
            "bars": self.bars,
            "hours": self.hours,
            "translated": edition.locale.tag != edition.leaflet.original,
        }

    def style(self, name: str) -> str:
        """Fill a style sheet of the project with the geometry of the format."""
        return self.templates.fill(name, self.values)

    def sure(self, claim: str) -> Markup:
        """How sure one can be of a claim, as a label, with the numbers of its sources."""
        level = self.setter.edition.claims[claim].certainty
        return self.setter.phrase(f"certainty.{level.value}.label") + self.setter.cite(
            (claim,)
        )

    def icons(self, block: IconArray) -> dict[str, Any]:
        """Picture, alternative text and fact of an icon array."""
        setter, fact = self.setter, self.setter.edition.facts[block.fact]
        filled, whole = int(fact.value), int(fact.of)
        svg = figures.icon_array(
            filled,
            whole,
            mirrored=setter.edition.locale.direction == "rtl",
            **figures.tokens(setter.form.colour),
        )
        number = self._number
        alt = _fill(
            setter.edition.phrases["figure.icons"],
            of=number(whole),
            count=number(filled),
            rest=number(whole - filled),
            filled=setter.plain(block.filled).rstrip(_STOPS),
            empty=setter.plain(block.empty).rstrip(_STOPS),
        )
        # The words beside the picture mostly place its number; if not, it stands before them.
        said = block.fact in {name for name, _ in placed_in(block.filled.words)}
        number_of = Markup("") if said else setter.place(fact)
        return {"src": figures.as_data_address(svg), "alt": alt, "fact": number_of}

    def bars(self, block: BarComparison) -> list[dict[str, Any]]:
        """Label, picture, alternative text, value and range of each bar."""
        setter, rows = self.setter, []
        facts, phrases = setter.edition.facts, setter.edition.phrases
        for bar in block.bars:
            fact = facts[bar.fact]
            label, value = setter.plain(bar.label), setter.words_of(fact)
            alt = _fill(phrases["figure.bar"], label=label, value=value)
            span, spread = None, Markup("")
            if bar.low and bar.high:
                low, high = facts[bar.low], facts[bar.high]
                span = (Decimal(low.value), Decimal(high.value))
                ends = {"low": setter.words_of(low), "high": setter.words_of(high)}
                alt = _fill(phrases["figure.bar.range"], label=label, value=value, **ends)
                spread = setter.phrase(
                    "figure.range", low=setter.place(low), high=setter.place(high)
                )
            svg = figures.bar(
                Decimal(fact.value),
                Decimal(fact.of or "100"),
                span,
                mirrored=setter.edition.locale.direction == "rtl",
                **figures.tokens(setter.form.colour),
            )
            rows.append(
                {
                    "label": setter.say(bar.label),
                    "src": figures.as_data_address(svg),
                    "alt": alt,
                    "value": setter.place(fact),
                    "spread": spread,
                }
            )
        return rows

    def hours(self) -> list[Markup]:
        """Say the opening hours of the clinic, days and times as the locale says them."""
        setter, lines = self.setter, []
        locale = setter.edition.locale
        for hours in setter.edition.imprint.hours:
            days = Markup.escape(cldr.weekday(hours.first, locale))
            if hours.last != hours.first:
                last = cldr.weekday(hours.last, locale)
                days = setter.phrase("imprint.hours.days", first=days, last=last)
            times = setter.phrase(
                "imprint.hours.times",
                opens=self._clock(hours.opens),
                closes=self._clock(hours.closes),
            )
            lines.append(setter.phrase("imprint.hours.line", days=days, times=times))
        return lines

    def _clock(self, time: str) -> Markup:
        words = cldr.clock(time, self.setter.edition.locale)
        return self.setter.mark("fact", "hours", words, css="fact")

    def _number(self, value: int) -> str:
        fact = Fact(
            name="n",
            kind=FactKind.NUMBER,
            value=str(value),
            says="",
            origin=self.setter.edition.leaflet.origin,
        )
        return self.setter.words_of(fact)


def _fill(pattern: str, **values: str) -> str:
    """Fill the placeholders of a phrase, without looking into what is filled in."""
    for name, value in values.items():
        pattern = pattern.replace("{" + name + "}", value)
    return pattern
