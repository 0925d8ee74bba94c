"""What a template may say, draw and ask while a sheet is composed in one language."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from leaflets.catalogs import cldr
from leaflets.compose import figures, qrcode
from leaflets.compose.environment import Markup, Templates
from leaflets.compose.panels import Filling
from leaflets.compose.setter import Setter
from leaflets.model.blocks import BarComparison, IconArray
from leaflets.model.facts import Fact, FactKind, placed_in

_STOPS = " .。।۔"
"""Full stops of the scripts: a sentence that is put into another loses its own."""


class Page:
    """What the templates may call."""

    def __init__(
        self, setter: Setter, templates: Templates, filling: Filling | None = None
    ) -> None:
        self.setter = setter
        self.templates = templates
        edition = setter.edition
        self.values: Mapping[str, Any] = {
            "edition": edition,
            "leaflet": edition.leaflet,
            "locale": edition.locale,
            "imprint": edition.imprint,
            "form": setter.form,
            "filling": filling,
            "web": setter.form.variant == "html" or setter.form.told,
            "told": setter.form.told,
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
            "qr_code": lambda: qrcode.picture(setter),
            "qr_caption": lambda: qrcode.caption(setter),
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
