"""Placed texts are found again on the finished page, in the right visual order."""

from __future__ import annotations

import functools
from collections.abc import Callable

import pytest
from tests.pdf.conftest import Render
from tests.pdf.tongues import FACTS, KINDS, TONGUES, changed, swapped

from leaflets.pdf import glyphs, placed
from leaflets.pdf.fonts import FontSet
from leaflets.pdf.placed import Expected, Fault, Problem
from leaflets.pdf.rendered import Rendered
from leaflets.pdf.variant import Variant

Verify = Callable[[Rendered, Expected], list[Problem]]
Page = Callable[..., Rendered]

RE_ORDERED = {("ar", "phone"), ("fa", "phone"), ("ur", "phone")}
"""Facts whose order changes where nothing tells that they read from left to right.

Only groups of digits with spaces between them move. A number with separators is one
number to the bidirectional algorithm, and an address begins and ends with letters."""


DURATIONS = tuple(
    f"{number} {unit if number == 1 else units}"
    for unit, units in (
        ("منٹ", "منٹ"), ("گھنٹہ", "گھنٹے"), ("دن", "دن"), ("ہفتہ", "ہفتے"),
        ("مہینہ", "مہینے"), ("سال", "سال"),
    )
    for number in range(1, 13)
)  # fmt: skip
"""Durations in Urdu: the ye at the end of most reaches back under the whole word."""


@pytest.fixture
def verify(fontset: FontSet) -> Verify:
    """Look for one expected text in a rendering."""

    def run(rendered: Rendered, expected: Expected) -> list[Problem]:
        found = glyphs.read(rendered.pdf)
        return list(placed.verify([expected], rendered, found, fontset))

    return run


@pytest.fixture(scope="session")
def page(render: Render) -> Page:
    """Render one page with every kind of fact in one language, each in a sentence."""

    @functools.cache
    def run(
        tag: str, alter: Callable[[str], str] = str, *, isolated: bool = True
    ) -> Rendered:
        tongue = TONGUES[tag]
        sentences = []
        for kind in KINDS:
            side = f' dir="{tongue.reads(kind)}"' if isolated else ""
            fact = f'<span data-mark="{kind}"{side}>{alter(tongue.facts[kind])}</span>'
            sentences.append(f"<p>{tongue.words} {fact} {tongue.words}</p>")
        return render(
            "".join(sentences),
            f"{tongue.css} [data-mark] {{ white-space: nowrap }}",
            lang=tag,
            direction=tongue.direction,
        )

    return run


def fact(tag: str, kind: str) -> Expected:
    """Say what must be found for a fact of the page."""
    return Expected(
        id=kind,
        text=TONGUES[tag].facts[kind],
        direction=TONGUES[tag].reads(kind),
        lang=tag,
        visual=True,
    )


@pytest.mark.parametrize(("tag", "kind"), FACTS)
def test_a_fact_that_stands_as_it_should_is_found(
    tag: str, kind: str, page: Page, verify: Verify
) -> None:
    """Every kind of fact is found in every language on a clean page."""
    assert verify(page(tag), fact(tag, kind)) == []


@pytest.mark.parametrize(("tag", "kind"), FACTS)
def test_a_changed_digit_is_seen(tag: str, kind: str, page: Page, verify: Verify) -> None:
    """A page with one digit of the fact changed is altered."""
    (problem,) = verify(page(tag, changed), fact(tag, kind))
    assert problem.fault is Fault.ALTERED


@pytest.mark.parametrize(("tag", "kind"), FACTS)
def test_swapped_groups_are_seen(tag: str, kind: str, page: Page, verify: Verify) -> None:
    """A page with two groups of the fact swapped is re-ordered, or altered."""
    (problem,) = verify(page(tag, swapped), fact(tag, kind))
    assert problem.fault in {Fault.REORDERED, Fault.ALTERED}


@pytest.mark.parametrize(("tag", "kind"), FACTS)
def test_a_dropped_fact_is_seen(tag: str, kind: str, page: Page, verify: Verify) -> None:
    """A page whose fact is empty lacks it."""
    (problem,) = verify(page(tag, lambda _: ""), fact(tag, kind))
    assert problem.fault is Fault.MISSING


@pytest.mark.parametrize(("tag", "kind"), FACTS)
def test_a_fact_without_isolation_fails_where_its_order_changes(
    tag: str, kind: str, page: Page, verify: Verify
) -> None:
    """Without ``dir`` a telephone number turns round in Arabic script, and it is seen.

    Every other fact keeps its order without ``dir``, and so passes.
    """
    problems = verify(page(tag, isolated=False), fact(tag, kind))
    expected = [Fault.REORDERED] if (tag, kind) in RE_ORDERED else []
    assert [problem.fault for problem in problems] == expected


@pytest.mark.parametrize("tag", TONGUES)
def test_a_press_sheet_with_bleed_is_read_the_same_way(
    tag: str, render: Render, verify: Verify
) -> None:
    """Bleed and ink move nothing: a fact is found, and a changed digit is seen."""
    tongue = TONGUES[tag]

    def sheet(value: str) -> Rendered:
        return render(
            f'<p>{tongue.words} <span dir="ltr" data-mark="phone">{value}</span></p>',
            f"{tongue.css} [data-mark] {{ white-space: nowrap }}",
            lang=tag,
            direction=tongue.direction,
            variant=Variant.PRESS,
        )

    expected = fact(tag, "phone")
    assert verify(sheet(expected.text), expected) == []
    assert len(verify(sheet(changed(expected.text)), expected)) == 1


def durations(render: Render, size: str, alter: Callable[[str], str]) -> Rendered:
    """Render every duration in a sentence of Urdu, altered."""
    tongue = TONGUES["ur"]
    return render(
        "".join(
            f'<p>{tongue.words} <span data-mark="{place}" dir="rtl">{alter(value)}</span>'
            for place, value in enumerate(DURATIONS)
        ),
        f"{tongue.css} p {{ font-size: {size} }} [data-mark] {{ white-space: nowrap }}",
        lang="ur",
        direction="rtl",
    )


def problems_of(shown: Rendered, fontset: FontSet) -> list[Problem]:
    """Look for every duration."""
    expected = [
        Expected(id=str(place), text=value, direction="rtl", lang="ur", visual=True)
        for place, value in enumerate(DURATIONS)
    ]
    return list(placed.verify(expected, shown, glyphs.read(shown.pdf), fontset))


@pytest.mark.parametrize("size", ["13.2pt", "20pt"])
def test_every_duration_in_nastaliq_is_found(
    size: str, render: Render, fontset: FontSet
) -> None:
    """A letter that returns under its neighbours is where the engine means it to be."""
    assert problems_of(durations(render, size, str), fontset) == []


def test_a_duration_in_nastaliq_whose_groups_are_swapped_is_seen(
    render: Render, fontset: FontSet
) -> None:
    """A number on the wrong side of its unit is found out in each of them."""
    shown = durations(render, "13.2pt", lambda value: " ".join(value.split()[::-1]))
    assert {each.fault for each in problems_of(shown, fontset)} == {Fault.REORDERED}
    assert len(problems_of(shown, fontset)) == len(DURATIONS)


def test_a_duration_in_nastaliq_with_another_digit_is_seen(
    render: Render, fontset: FontSet
) -> None:
    """One digit changed is found out in each of them."""
    shown = durations(render, "13.2pt", changed)
    assert {each.fault for each in problems_of(shown, fontset)} == {Fault.ALTERED}
    assert len(problems_of(shown, fontset)) == len(DURATIONS)


def test_a_problem_names_what_was_expected_and_what_was_found(
    page: Page, verify: Verify
) -> None:
    """The message holds the number as it should be and as it stands on the page."""
    (problem,) = verify(page("ur", isolated=False), fact("ur", "phone"))
    assert str(problem) == (
        "'phone' is re-ordered on page 1: '020 7946 0123', found '0123 7946 020'"
    )


def test_a_mark_that_is_nowhere_is_missing(page: Page, verify: Verify) -> None:
    """An id that no element of the page carries is missing, on no page."""
    nowhere = Expected(id="none", text="15", direction="ltr", lang="en", visual=True)
    (problem,) = verify(page("en"), nowhere)
    assert (problem.fault, problem.page) == (Fault.MISSING, None)


@pytest.mark.parametrize("shift", ["30mm", "-4mm"])
def test_digits_that_are_pushed_away_are_seen(
    shift: str, render: Render, verify: Verify
) -> None:
    """The right glyphs in the wrong place are not the fact."""
    body = (
        '<p>Call <span data-mark="phone">020 7946 '
        f'<b style="font-weight: 400; position: relative; left: {shift}">0123</b></span></p>'
    )
    assert len(verify(render(body), fact("en", "phone"))) == 1


def test_a_fact_in_two_weights_is_found(render: Render, verify: Verify) -> None:
    """A fact may be set in several styles; each is compared in its own."""
    body = '<p>Call <span data-mark="phone">020 <b>7946</b> 0123</span> now</p>'
    assert verify(render(body), fact("en", "phone")) == []


def test_inner_markup_that_turns_a_text_round_is_seen(
    render: Render, verify: Verify
) -> None:
    """A name in bold before a dose changes places with it in a text without ``dir``."""
    tongue = TONGUES["ar"]
    dose = Expected(id="dose", text="Abc 500 mg", direction="ltr", lang="en", visual=True)

    def shown(side: str) -> Rendered:
        body = (
            f'<p>{tongue.words} <span data-mark="dose" {side}><b>Abc</b> 500 mg</span></p>'
        )
        return render(body, tongue.css, lang="ar", direction="rtl")

    assert verify(shown('dir="ltr"'), dose) == []
    assert [each.fault for each in verify(shown(""), dose)] == [Fault.REORDERED]


def test_a_fact_that_is_broken_over_two_lines_is_seen(
    render: Render, verify: Verify
) -> None:
    """A fact that must stand in one line may not be broken."""
    body = '<p style="width: 22mm">Call <span data-mark="phone">020 7946 0123</span></p>'
    (problem,) = verify(render(body), fact("en", "phone"))
    assert problem.fault is Fault.BROKEN


@pytest.mark.parametrize("tag", TONGUES)
@pytest.mark.parametrize("style", ["", "text-align: justify", "hyphens: auto; width: 45mm"])
def test_a_text_may_be_broken_over_lines_and_justified(
    tag: str, style: str, render: Render, verify: Verify
) -> None:
    """Words that wrap are compared line by line, hyphens and wide spaces allowed."""
    tongue = TONGUES[tag]
    text = f"{tongue.words} {tongue.words} WHO 2023 {tongue.words}"
    shown = render(
        f'<h2 data-mark="t" style="font-size: 15pt; {style}">{text}</h2>',
        tongue.css,
        lang=tag,
        direction=tongue.direction,
    )
    expected = Expected(
        id="t", text=text, direction=tongue.direction, lang=tag, visual=False
    )
    assert max(mark.line for mark in shown.marks) > 0
    assert verify(shown, expected) == []


@pytest.mark.parametrize("tag", TONGUES)
def test_one_wrong_letter_in_a_long_text_is_seen(
    tag: str, render: Render, verify: Verify
) -> None:
    """A lost letter in a text of several lines is an alteration."""
    tongue = TONGUES[tag]
    text = f"{tongue.words} {tongue.words}"
    place = len(tongue.words) + 3
    shown = render(
        f'<h2 data-mark="t">{text[:place]}{text[place + 1 :]}</h2>',
        tongue.css,
        lang=tag,
        direction=tongue.direction,
    )
    expected = Expected(
        id="t", text=text, direction=tongue.direction, lang=tag, visual=False
    )
    assert len(verify(shown, expected)) == 1


def test_a_text_in_the_other_direction_keeps_its_own(
    render: Render, verify: Verify
) -> None:
    """An Arabic date in an English line needs ``dir="rtl"``; without it it turns round."""
    date = Expected(id="d", text="15 يناير 2026", direction="rtl", lang="ar", visual=True)
    css = 'html { font-family: "Noto Sans", "Noto Naskh Arabic"; line-height: 1.7 }'

    def shown(side: str) -> Rendered:
        body = f'<p>On <span data-mark="d" lang="ar" {side}>{date.text}</span> there</p>'
        return render(body, css)

    assert verify(shown('dir="rtl"'), date) == []
    assert [each.fault for each in verify(shown(""), date)] == [Fault.REORDERED]


def test_a_text_that_stands_on_every_page_is_looked_at_on_each(
    render: Render, verify: Verify
) -> None:
    """A running footer is found on each page, and a wrong one on one page is seen."""
    css = (
        "@page { @bottom-center { content: element(foot) } } #f { position: running(foot) }"
    )
    foot = '<p id="f" data-mark="draft">Draft 12</p>'
    body = '<p>One</p><p style="break-before: page">Two</p>'
    draft = Expected(id="draft", text="Draft 12", direction="ltr", lang="en", visual=True)
    right = render(foot + body, css)
    assert len({mark.page for mark in right.marks if mark.id == "draft"}) == 2
    assert verify(right, draft) == []
    second = foot.replace("12", "13").replace(' id="f"', ' class="f"')
    turned = '<p style="break-before: page">Two</p>'
    wrong = render(
        f"{foot}<p>One</p>{turned}{second}", css + " .f { position: running(foot) }"
    )
    problems = verify(wrong, draft)
    assert [each.fault for each in problems] == [Fault.ALTERED]


def test_a_letter_that_no_font_has_is_not_found(render: Render, verify: Verify) -> None:
    """A text with a letter that the fonts lack cannot stand on the page."""
    rune = Expected(id="r", text="15 ᚠ", direction="ltr", lang="en", visual=True)
    assert len(verify(render('<p data-mark="r">15 ᚠ</p>'), rune)) == 1


def test_invisible_text_is_not_found(render: Render, verify: Verify) -> None:
    """A fact that is laid out and not drawn is missing from the page."""
    hidden = (
        '<p>Call <span data-mark="phone" style="visibility: hidden">020 7946 0123</span>'
    )
    (problem,) = verify(render(hidden), fact("en", "phone"))
    assert problem.fault is Fault.MISSING
