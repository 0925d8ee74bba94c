"""What no translation may do."""

from __future__ import annotations

import pytest

from leaflets.catalogs.catalog import Entry
from leaflets.catalogs.guard import guard
from leaflets.catalogs.messages import Message, message_of
from leaflets.model.facts import Fact, FactKind
from leaflets.model.locale import Locale
from leaflets.model.text import Text
from leaflets.origin import Origin

HERE = Origin("ar.po", 7)


def fact(name: str, kind: FactKind, value: str, of: str = "", unit: str = "") -> Fact:
    """Make a fact that stands in a Text."""
    return Fact(name=name, kind=kind, value=value, of=of, unit=unit, says="", origin=HERE)


FACTS = {
    "rate": fact("rate", FactKind.PROPORTION, "15", "100"),
    "days": fact("days", FactKind.DURATION, "3", unit="day"),
    "line": fact("line", FactKind.PHONE, "020 7946 0123"),
}


def message(words: str, other: str = "", count: str = "") -> Message:
    """Make the message of a Text."""
    text = Text(key="tea.x", words=words, other=other, count=count, origin=HERE)
    return message_of(text, FACTS)


def codes(said: Message, locale: Locale, *forms: str) -> list[str]:
    """Guard a translation; its findings' codes."""
    entry = Entry(
        key=said.key, words=said.words, other=said.other, forms=forms, origin=HERE
    )
    found = list(guard(said, entry, locale))
    assert all(str(f.origin) == "ar.po:7" for f in found)
    return [finding.code for finding in found]


ORIGINAL = "About {rate} of *all* call [us](line) [@A1; @A2]."
GOOD = "يتصل {rate} من *الجميع* [بنا](line) [@A2; @A1]."

BAD = {
    "a placeholder is lost": ("يتصل *الجميع* [بنا](line) [@A1; @A2].", "T301"),
    "half a proportion is lost": (GOOD.replace("{rate}", "{rate.count}"), "T301"),
    "a placeholder is invented": (f"{GOOD} {{line}}", "T302"),
    "a part is invented": (GOOD.replace("{rate}", "{rate} {rate.unit}"), "T302"),
    "a placeholder is misspelt": (f"{GOOD} {{Rate}}", "T302"),
    "a brace stands alone": (f"{GOOD} }}", "T302"),
    "a citation is lost": (GOOD.replace("; @A1", ""), "T303"),
    "a citation is invented": (GOOD.replace("@A1", "@A1; @A3"), "T303"),
    "a link is lost": (GOOD.replace("[بنا](line)", "بنا"), "T304"),
    "a link leads elsewhere": (GOOD.replace("(line)", "(days)"), "T304"),
    "HTML is written": (f"{GOOD} <script>x</script>", "T305"),
    "an entity is written": (f"{GOOD} &amp;", "T305"),
    "template code is written": (f"{GOOD} {{% x %}}", "T305"),
    "a Latin figure is typed": (f"{GOOD} 5", "T306"),
    "an Arabic figure is typed": (f"{GOOD} ٥", "T306"),
    "a Devanagari figure is typed": (f"{GOOD} ५", "T306"),
    "a fraction is typed": (f"{GOOD} ½", "T306"),
    "a direction override is hidden": (f"{GOOD}\u202e", "T307"),
    "a direction mark is hidden": (f"{GOOD}\u200f", "T307"),
    "an isolate is hidden": (f"\u2068{GOOD}\u2069", "T307"),
    "a zero-width space is hidden": (f"{GOOD}\u200b", "T307"),
    "a soft hyphen is hidden": (f"{GOOD}\u00ad", "T307"),
    "a bell rings": (f"{GOOD}\a", "T307"),
    "a line ends": (f"{GOOD}\n", "T307"),
    "a mark does not close": (GOOD.replace("*الجميع*", "*الجميع"), "T309"),
    "two figures are joined": (GOOD.replace("{rate}", "{rate}{rate}"), "T310"),
    "two figures stand side by side": (GOOD.replace("{rate}", "{rate} *{rate}*"), "T310"),
    "a comma makes one figure": (GOOD.replace("{rate}", "{rate.count},{rate.of}"), "T310"),
    "a dash makes a range": (GOOD.replace("{rate}", "{rate.count}–{rate.of}"), "T310"),
    "a minus is put before": (GOOD.replace("{rate}", "−{rate}"), "T310"),
    "a per cent is put behind": (GOOD.replace("{rate}", "{rate} %"), "T310"),
    "a citation is misspelt": (f"{GOOD} [A1]", "T309"),
}


def test_a_true_translation_passes(locales: dict[str, Locale]) -> None:
    """Placeholders, citations and links may stand in another order."""
    assert codes(message(ORIGINAL), locales["ar"], GOOD) == []


def test_a_proportion_may_be_placed_by_its_parts(locales: dict[str, Locale]) -> None:
    """All the parts together carry the fact."""
    parts = GOOD.replace("{rate}", "{rate.of} – {rate.count}")
    assert codes(message(ORIGINAL), locales["ar"], parts) == []


@pytest.mark.parametrize("case", BAD)
def test_a_dangerous_translation_is_refused(case: str, locales: dict[str, Locale]) -> None:
    """Each fault is found under its own code, in the file and line it came from."""
    form, code = BAD[case]
    assert code in codes(message(ORIGINAL), locales["ar"], form)


def test_a_figure_of_the_original_may_stay(locales: dict[str, Locale]) -> None:
    """A name such as B12 is no figure; twice is one too many."""
    name = message("Take vitamin B12.")
    assert codes(name, locales["fr"], "Prenez la vitamine B12.") == []
    assert codes(name, locales["fr"], "Prenez la vitamine B12, 12 fois.") == ["T306"]


def test_figures_with_a_word_or_a_stop_between_them_are_apart(
    locales: dict[str, Locale],
) -> None:
    """Chinese sets no space behind its full-width comma."""
    two = message("Of {rate}, {days}.")
    assert codes(two, locales["fr"], "Sur {rate}, {days}.") == []
    assert codes(two, locales["zh-Hans"], "{rate}，{days}。") == []
    assert codes(two, locales["zh-Hans"], "{rate}中{days}。") == []
    assert codes(two, locales["zh-Hans"], "{rate}{days}。") == ["T310"]


def test_spelling_keeps_its_joiners(locales: dict[str, Locale]) -> None:
    """Persian and the Indic scripts are written with joiners and non-joiners."""
    assert codes(message("You can."), locales["fa"], "می\u200cتوانید.") == []
    assert codes(message("You can."), locales["hi"], "क्\u200dष") == []


def test_chinese_numerals_in_words_are_words(locales: dict[str, Locale]) -> None:
    """一些 means some: a letter, no digit."""
    assert codes(message("Some do."), locales["zh-Hans"], "一些人会。") == []


PLURAL = ("Wait {days.count} day.", "Wait {days.count} days.", "days")


def test_plural_forms_must_be_as_many_as_the_language_has(
    locales: dict[str, Locale],
) -> None:
    """Polish has three."""
    two = ("Czekaj {days.count} dzień.", "Czekaj {days.count} dni.")
    assert codes(message(*PLURAL), locales["pl"], *two) == ["T308"]
    assert codes(message(*PLURAL), locales["pl"], *two, two[1]) == []


def test_only_a_form_of_one_number_may_leave_its_number_out(
    locales: dict[str, Locale],
) -> None:
    """Arabic says two days in one word, and three days never without the three."""
    whole = "انتظر {days.count} أيام."
    forms = [whole, "انتظر يومًا.", "انتظر يومين.", whole, whole, whole]
    assert codes(message(*PLURAL), locales["ar"], *forms) == []
    forms[3] = "انتظر أيامًا."
    assert codes(message(*PLURAL), locales["ar"], *forms) == ["T301"]
