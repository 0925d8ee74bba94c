"""Set Texts as HTML: marks become elements, facts are placed, and each is remembered.

Everything that must be found again on the finished page is given a mark
(``data-mark``) here and an Expectation that says what it must look like there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from leaflets.catalogs import cldr
from leaflets.compose.citations import Numbering
from leaflets.compose.environment import Markup
from leaflets.content import marks
from leaflets.model.edition import Edition
from leaflets.model.facts import Fact, FactKind
from leaflets.model.format import Format
from leaflets.model.text import Text

WHERE_TO_BREAK = "\u200b"
"""A line may break here (UAX 14, class ZW); readers of a file leave it out."""

VERY_LARGE = 24.0
"""Type in pt from which two long words do not fit a line of a table."""

_HELD = re.compile(r"(?<=[”“»’]) (?=\()")
"""Where Unicode keeps a bracket with the quotation before it (UAX 14, LB15)."""

WORD_JOINER = "\u2060"
"""Keeps a raised number on the line of the word it belongs to (UAX 14, class WJ)."""


LETTER = 0.66
"""Width of a letter of an address on average, in em, with room to spare."""

SQUEEZED = 12.1
"""Smallest type in pt, for Latin, that a long fact in large type is set in: a little over
the least size of running text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """Something that must stand on the finished page, in this visual order."""

    id: str
    kind: str
    """``fact``, ``part`` (of the evidence section), ``reference``, ``code`` or ``band``."""

    name: str
    """The fact's name, the part's, the reference's number."""

    text: str
    direction: str
    lang: str
    minimum: float = 0.0
    """Smallest type size in pt that it may be set in."""


class Setter:
    """Sets the Texts of one edition in one format, and remembers what it placed."""

    def __init__(
        self, edition: Edition, form: Format, *, beside: Setter | None = None
    ) -> None:
        """Begin a sheet; *beside* sets another language of it.

        Two languages of one sheet share the numbers of their sources and of their
        marks, for they stand on the same pages.
        """
        self.edition = edition
        self.form = form
        self.numbering: Numbering = (
            beside.numbering if beside else Numbering(edition.claims)
        )
        self.expected: list[Expectation] = beside.expected if beside else []
        self.said: dict[str, tuple[str, ...]] = {}
        """Words of every Text that was set, by its key, between its marks."""

        self.claims: dict[str, None] = beside.claims if beside else {}
        """Keys of the claims cited, in order."""

        self.minimum = 0.0
        """Smallest type size in pt of what is marked; 0 leaves it to the format."""

    @property
    def body_size(self) -> float:
        """Type size of the body in pt, with the locale's scale."""
        return round(self.form.text * self.edition.locale.scale, 2)

    def say(self, text: Text | None) -> Markup:
        """Set a Text as HTML."""
        if text is None:
            return Markup("")
        tree = marks.parse(text.words)
        self.said[text.key] = marks.runs(tree)
        inner = self._marks(tree)
        if not text.stand_in:
            return inner
        label = self.phrase("draft.stand-in")
        direction = "ltr" if text.lang != self.edition.locale.tag else ""
        return Markup(
            '<span class="stand-in" lang="{}" dir="{}">{}</span> '
            '<span class="flag">{}</span>'
        ).format(text.lang, direction, inner, label)

    def phrase(self, key: str, **values: object) -> Markup:
        """Set a phrase of the furniture, its placeholders filled with what is given."""
        words = self.edition.phrases[key]
        escaped = Markup("{}").format(words)
        for name, value in values.items():
            escaped = Markup(
                str(escaped).replace("{" + name + "}", str(Markup.escape(value)))
            )
        if key in self.edition.stand_in_phrases:
            original = self.edition.leaflet.original
            return Markup('<span lang="{}" dir="ltr">{}</span>').format(original, escaped)
        return escaped

    def plain(self, text: Text | None) -> str:
        """Give a Text as plain words, for titles, alternative text and bookmarks."""
        return "" if text is None else self._plain(marks.parse(text.words))

    def words_of(self, fact: Fact, field: str = "") -> str:
        """Give a fact as the locale writes it."""
        return cldr.format_fact(fact, self.edition.locale, self.edition.phrases, field)

    def fact(self, name: str, field: str = "") -> Markup:
        """Place a fact by name."""
        return self.place(self.edition.facts[name], field)

    def place(self, fact: Fact, field: str = "") -> Markup:
        """Place a fact: isolated for direction, unbroken, to be found again."""
        words = self.words_of(fact, field)
        direction = cldr.direction_of(fact.kind, self.edition.locale)
        placed = self.mark("fact", fact.name, words, direction=direction, css="fact")
        address = _address(fact)
        if address and self.form.links:
            placed = Markup('<a href="{}">{}</a>').format(address, placed)
        if size := self._squeezed(words):
            placed = Markup('<span style="font-size:{}em">{}</span>').format(size, placed)
        if fact.verify:
            flag = self.phrase("draft.verify")
            label = '<span class="verify"> <span class="flag">{}</span></span>'
            placed += Markup(label).format(flag)
        return placed

    def _squeezed(self, words: str) -> float:
        """Size in em at which a long fact fits a line of large type; 0 where it fits.

        A fact does not break, and is not set under ``SQUEEZED``.
        """
        if self.form.told or self.form.variant == "html":
            return 0.0
        measure = (self.form.width - self.form.margin[1] - self.form.margin[3]) / 0.3528
        wide = len(words) * self.body_size * LETTER
        least = SQUEEZED * self.edition.locale.scale / self.body_size
        fits = max(measure / wide, least) if wide else 1.0
        return round(fits, 3) if fits < 1 else 0.0

    def mark(
        self,
        kind: str,
        name: str,
        words: str,
        *,
        direction: str = "",
        lang: str = "",
        css: str = "",
        minimum: float = 0.0,
    ) -> Markup:
        """Set plain words that must be found again on the page."""
        direction = direction or self.edition.locale.direction
        lang = lang or self.edition.locale.tag
        number = len(self.expected) + 1
        made = Expectation(
            id=f"m{number}",
            kind=kind,
            name=name,
            text=words,
            direction=direction,
            lang=lang,
            minimum=minimum or self.minimum,
        )
        self.expected.append(made)
        language = Markup("")
        if lang != self.edition.locale.tag:
            language = Markup(' lang="{}"').format(lang)
        return Markup('<span class="{}" dir="{}" data-mark="{}"{}>{}</span>').format(
            css or kind, direction, made.id, language, words
        )

    def cite(self, keys: Iterable[str]) -> Markup:
        """Set the numbers of the sources of some claims, raised."""
        keys = tuple(keys)
        self.claims.update(dict.fromkeys(keys))
        numbers = self.numbering.cite(keys)
        if not numbers:
            return Markup("")
        if self.form.links:
            items = [
                Markup('<a href="#ref-{0}" aria-label="{1} {0}">{0}</a>').format(
                    n, self.edition.phrases["evidence.sources"]
                )
                for n in numbers
            ]
        else:
            items = [Markup("{}").format(n) for n in numbers]
        # In brackets: "call 112" with a raised 12 behind it would be another number.
        return Markup('<sup class="cite" dir="ltr">{}[{}]</sup>').format(
            WORD_JOINER, Markup(", ").join(items)
        )

    def _marks(self, tree: tuple[marks.Mark, ...]) -> Markup:
        """Set marks; a citation stands close to the word before it, on the same line."""
        set_ = Markup("")
        for mark in tree:
            if mark.kind == "cite":
                set_ = Markup(set_.rstrip())
            set_ += self._mark(mark)
        return set_

    def _mark(self, mark: marks.Mark) -> Markup:
        if mark.kind == "words":
            words = Markup.escape(mark.value)
            if self.form.text >= VERY_LARGE and not self.form.told:
                words = Markup(_HELD.sub(f"\\g<0>{WHERE_TO_BREAK}", words))
            return words
        if mark.kind == "fact":
            return self.fact(mark.value, mark.field)
        if mark.kind == "cite":
            return self.cite(mark.value.split(";"))
        inner = self._marks(mark.inner)
        if mark.kind == "link":
            return self._link(mark.value, inner)
        tag = {"emphasis": "em", "strong": "strong"}[mark.kind]
        return Markup("<{0}>{1}</{0}>").format(Markup(tag), inner)

    def _link(self, name: str, inner: Markup) -> Markup:
        """Set a link on a screen; on paper the address itself, for nobody can press paper."""
        fact = self.edition.facts[name]
        if self.form.links:
            return Markup('<a href="{}">{}</a>').format(_address(fact), inner)
        return self.phrase("link.paper", words=inner, address=self.place(fact))

    def _plain(self, tree: tuple[marks.Mark, ...]) -> str:
        parts = []
        for mark in tree:
            if mark.kind == "words":
                parts.append(mark.value)
            elif mark.kind == "fact":
                parts.append(self.words_of(self.edition.facts[mark.value], mark.field))
            else:
                parts.append(self._plain(mark.inner))
        return "".join(parts).strip()


def _address(fact: Fact) -> str:
    """Where a placed fact leads when it is pressed; empty for figures."""
    if fact.kind is FactKind.WEB:
        return f"https://{fact.value}"
    if fact.kind is FactKind.EMAIL:
        return f"mailto:{fact.value}"
    if fact.kind is FactKind.PHONE:
        return f"tel:{fact.value.replace(' ', '')}"
    return ""
