"""Sentences that are hard to read out come out letter by letter, in every script."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.pdf.conftest import Render
from tests.pdf.textlayer.readers import pdfium, plain, poppler
from tests.pdf.tongues import TONGUES

from leaflets.pdf.textlayer import walk

LEFTWARD = {
    "ar": [
        "اتصلي بالرقم 020 7946 0123 الآن.",
        "بين 63% و67% من النساء (2016–2020)؛ 1,5 ملغ.",
        "قالت: «هل هذا (NK) صحيح؟» [3, 5]!",
        "اكتبي إلى help@example.org أو https://example.org/a-b/ اليوم",
        "المصطلح natural killer (خلايا NK) شائع",
        "٢١ نوفمبر ٢٠٢٦",
        "إِنَّهَا مُتَعَلِّقَةٌ بِالرَّحِمِ",
    ],
    "fa": [
        "۶۳ تا ۶۷ از ۱۰۰ نفر (۲۰۲۰)، نه ۱٫۵٪.",
        "می‌خواهیم کتاب‌هایش را «ببینیم».",
        "آزمایشِ NK test (سلول‌ها) ۳ روز",
    ],
    "ur": [
        "ڈاکٹر نے کہا: ”یہ (NK) ٹھیک ہے۔“ [2, 3]",
        "آج 020 7946 0123 پر فون کریں؛ جلد۔",
        "آج 21 نومبر ہے",
        "فوراً 020 7946 0123 پر فون کریں؛ 21 نومبر، 2026۔",
        "مریضہ کے لیے https://example.org پر جائیں",
    ],
}
RIGHTWARD = {
    "hi": ["डॉक्टर ने कहा: “क्षत्रिय (NK)” [3, 5]।", "१२.५% स्त्रियाँ, 1,00,000 में", "र्‍य क्‍ष द्‌व"],
    "bn": ["কর্তৃপক্ষ ১২.৫% (NK) বলেন, “শ্রেষ্ঠ”।", "দো কৌশল হৃৎপিণ্ড"],
    "pa": ["ਸਿੱਖਿਆ (NK) 12.5% ਲਈ, “ਵਿਸ਼ੇਸ਼” [2]।"],
    "en": ["Office, fluffy ‘affine’ (63–67%); help@example.org"],
    "zh-Hans": ["每100人中有63人（2020年）：“NK细胞”[3]。"],
}  # fmt: skip
CASES = [(tag, words) for tag, lines in (LEFTWARD | RIGHTWARD).items() for words in lines]

SHAPES = {
    "bold in mid-word": "{a}<b>{b}</b> {a}",
    "raised figures": "{a}{b}<sup>[1, 2]</sup> {a}",
    "mixed sizes": '{a}{b} <span style="font-size: 8pt">{a}</span>',
    "a list": "<ol><li>{a}{b}<li>{a}</ol>",
    "several lines": '<div style="width: 50mm">{a}{b} {a}{b} {a}{b}</div>',
}


@pytest.mark.parametrize(("tag", "words"), CASES)
def test_a_hostile_sentence_comes_out_as_it_is_written(
    tag: str, words: str, render: Render, tmp_path: Path
) -> None:
    """Figures, brackets, addresses, other scripts and joiners keep place and order."""
    tongue = TONGUES[tag]
    body = f"<p>{tongue.words}</p><p>{words}</p>"
    pdf = render(body, tongue.css, lang=tag, direction=tongue.direction).pdf
    said = plain(tongue.words + words)
    assert plain("".join(walk.read(pdf))) == said
    assert plain("".join(poppler(pdf, tmp_path))) == said
    assert plain("".join(pdfium(pdf))) == said


@pytest.mark.parametrize("tag", ["ar", "ur", "hi"])
@pytest.mark.parametrize("name", sorted(SHAPES))
def test_words_come_out_whatever_shape_they_are_in(
    tag: str, name: str, render: Render, tmp_path: Path
) -> None:
    """Bold letters, raised figures, small type, lists and broken lines part no word."""
    tongue = TONGUES[tag]
    first, rest = tongue.words[:3], tongue.words[3:]
    body = SHAPES[name].format(a=first, b=rest)
    rendered = render(body, tongue.css, lang=tag, direction=tongue.direction)
    said = plain("".join(page.text for page in rendered.pages))
    assert plain("".join(walk.read(rendered.pdf))) == said
    assert plain("".join(poppler(rendered.pdf, tmp_path))) == said
    assert plain("".join(pdfium(rendered.pdf))) == said


@pytest.mark.parametrize(
    ("tag", "long"), [("ar", False), ("ar", True), ("ur", False), ("hi", False)]
)
def test_a_table_is_read_row_by_row(
    tag: str, long: bool, render: Render, tmp_path: Path
) -> None:
    """Each row is read to its end before the next, as is what stands beside nothing."""
    tongue = TONGUES[tag]
    cell = tongue.words if long else tongue.words[:12]
    rows = [(cell, f"{number}0") for number in range(1, 6)]
    table = "".join(f"<tr><td>{a}<td style='width: 30%'>{b}</tr>" for a, b in rows)
    body = f"<table style='width: 90mm'>{table}</table><p>{tongue.words}</p>"
    pdf = render(body, tongue.css, lang=tag, direction=tongue.direction).pdf
    said = plain("".join(a + b for a, b in rows) + tongue.words)
    assert plain("".join(poppler(pdf, tmp_path))) == said
    assert plain("".join(pdfium(pdf))) == said
