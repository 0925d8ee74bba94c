"""How truly text comes out of a PDF again: script by reader, beside Typst's and Chromium's.

One sentence (article 1 of the Universal Declaration of Human Rights) in each script is
set by the engine of this house, by Typst and by headless Chromium, and taken out again by
poppler's ``pdftotext`` and by pdfium. 1.000 is every letter, white space aside.

    python benchmarks/textlayer.py [--locale TAG] [--alone]
"""

from __future__ import annotations

import argparse
import html
import re
import shutil
import subprocess
import tempfile
import unicodedata
from datetime import UTC, datetime
from pathlib import Path

import typst
from rapidfuzz.distance import Levenshtein

from leaflets.pdf import fonts
from leaflets.pdf.engine import Engine
from leaflets.pdf.identity import Identity
from leaflets.pdf.textlayer import measure, walk

_NO_WORDS = re.compile(
    "[\\s\x00-\x1f\u00ad\u200b\u2060\ufeff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+"
)

SENTENCES = {
    "en": ("Noto Sans", "All human beings are born free and equal in dignity and rights."),
    "ar": ("Noto Naskh Arabic", "يولد جميع الناس أحرارًا متساوين في الكرامة والحقوق."),
    "fa": ("Noto Naskh Arabic", "تمام افراد بشر آزاد به دنیا می‌آیند و حیثیت و حقوقشان برابر است."),
    "ur": ("Noto Nastaliq Urdu", "تمام انسان آزاد اور حقوق و عزت کے اعتبار سے برابر پیدا ہوئے ہیں۔"),
    "he": ("Noto Sans Hebrew", "כל בני האדם נולדו בני חורין ושווים בערכם ובזכויותיהם."),
    "hi": ("Noto Sans Devanagari", "सभी मनुष्यों को गौरव और अधिकारों के मामले में जन्मजात स्वतन्त्रता और समानता प्राप्त है।"),
    "bn": ("Noto Sans Bengali", "সমস্ত মানুষ স্বাধীনভাবে সমান মর্যাদা এবং অধিকার নিয়ে জন্মগ্রহণ করে।"),
    "pa": ("Noto Sans Gurmukhi", "ਸਾਰਾ ਮਨੁੱਖੀ ਪਰਿਵਾਰ ਆਪਣੀ ਮਹਿਮਾ, ਸ਼ਾਨ ਅਤੇ ਹੱਕਾਂ ਦੇ ਪੱਖੋਂ ਜਨਮ ਤੋਂ ਹੀ ਆਜ਼ਾਦ ਹੈ।"),
    "gu": ("Noto Sans Gujarati", "પ્રતિષ્ઠા અને અધિકારોની દૃષ્ટિએ સર્વ માનવો જન્મથી સ્વતંત્ર અને સમાન હોય છે."),
    "ta": ("Noto Sans Tamil", "மனிதப் பிறவியினர் சகலரும் சுதந்திரமாகவே பிறக்கின்றனர்."),
    "te": ("Noto Sans Telugu", "ప్రతిపత్తిస్వత్వముల విషయమున మానవులెల్లరును జన్మతః స్వతంత్రులును సమానులును నగుదురు."),
    "ml": ("Noto Sans Malayalam", "മനുഷ്യരെല്ലാവരും തുല്യാവകാശങ്ങളോടും അന്തസ്സോടും സ്വാതന്ത്ര്യത്തോടുംകൂടി ജനിച്ചവരാണ്."),
    "si": ("Noto Sans Sinhala", "සියලු මනුෂ්‍යයෝ නිදහස්ව උපත ලබා ඇත. ගරුත්වයෙන් හා අයිතිවාසිකම්වලින් සමාන වෙති."),
    "th": ("Noto Sans Thai", "มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกันในเกียรติศักดิ์และสิทธิ กำลัง"),
    "km": ("Noto Sans Khmer", "មនុស្សទាំងអស់ កើតមកមានសេរីភាព និងសមភាព ក្នុងផ្នែកសេចក្ដីថ្លៃថ្នូរនិងសិទ្ធិ។"),
    "my": ("Noto Sans Myanmar", "လူတိုင်းသည် တူညီ လွတ်လပ်သော ဂုဏ်သိက္ခာဖြင့် လည်းကောင်း၊ မွေးဖွားလာသူများ ဖြစ်သည်။"),
    "am": ("Noto Sans Ethiopic", "የሰው ልጅ ሁሉ ሲወለድ ነጻና በክብርና በመብትም እኩልነት ያለው ነው።"),
    "ka": ("Noto Sans Georgian", "ყველა ადამიანი იბადება თავისუფალი და თანასწორი თავისი ღირსებითა და უფლებებით."),
    "hy": ("Noto Sans Armenian", "Բոլոր մարդիկ ծնվում են ազատ ու հավասար իրենց արժանապատվությամբ ու իրավունքներով։"),
    "el": ("Noto Sans", "Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια και τα δικαιώματα."),
    "vi": ("Noto Sans", "Tất cả mọi người sinh ra đều được tự do và bình đẳng về nhân phẩm và quyền lợi."),
    "ja": ("Noto Sans CJK JP", "すべての人間は、生まれながらにして自由であり、かつ、尊厳と権利とについて平等である。"),
    "ko": ("Noto Sans CJK KR", "모든 인간은 태어날 때부터 자유로우며 그 존엄과 권리에 있어 동등하다."),
    "zh-Hant": ("Noto Sans CJK TC", "人人生而自由，在尊嚴和權利上一律平等。"),
}  # fmt: skip
"""Family and sentence of each locale."""

_LEFTWARD = ("ar", "fa", "ur", "he")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--locale", action="append", help="all if not given")
    parser.add_argument("--alone", action="store_true", help="without Chromium")
    given = parser.parse_args()
    folder = Path(tempfile.mkdtemp())
    families = sorted({family for family, _ in SENTENCES.values()} | {"Noto Sans"})
    engine = Engine(fonts.collect(families, folder / "fonts"))
    browser = None if given.alone else shutil.which("chromium")
    print(
        "locale   poppler  pdfium  tags   | Typst: poppler  pdfium | Chromium: poppler  pdfium"
    )
    for tag, (family, sentence) in SENTENCES.items():
        if given.locale and tag not in given.locale:
            continue
        direction = "rtl" if tag in _LEFTWARD else "ltr"
        page = (
            f'<!doctype html><html lang="{tag}" dir="{direction}"><meta charset="utf-8">'
            f"<title>T</title><style>html {{ font: 14pt/2 '{family}', 'Noto Sans' }}"
            f"</style><body><p>{html.escape(sentence)}</p>"
        )
        ours = engine.render(page, identity=_identity(tag, direction)).pdf
        row = [_alike(sentence, text) for text in _readings(ours, folder)]
        row.append(_alike(sentence, "".join(walk.read(ours))))
        line = f"{tag:8} {row[0]:7.3f} {row[1]:7.3f} {row[2]:6.3f}"
        others = [
            _alike(sentence, text)
            for text in _readings(_typeset(sentence, family, tag, folder / "fonts"), folder)
        ]
        line += f"  | {others[0]:14.3f} {others[1]:7.3f}"
        if browser:
            theirs = [
                _alike(sentence, text)
                for text in _readings(_print(browser, page, folder), folder)
            ]
            line += f"  | {theirs[0]:17.3f} {theirs[1]:7.3f}"
        print(line, flush=True)


def _identity(tag: str, direction: str) -> Identity:
    return Identity(
        title="T",
        lang=tag,
        direction=direction,
        author="A",
        subject="S",
        keywords=(),
        created=datetime(2026, 11, 1, tzinfo=UTC),
        identifier="BENCH-1",
    )


def _readings(pdf: bytes, folder: Path) -> tuple[str, str]:
    path = folder / "read.pdf"
    path.write_bytes(pdf)
    found = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", str(path), "-"], check=True, capture_output=True
    )
    return found.stdout.decode(), "".join(measure.extract(pdf))


def _print(browser: str, page: str, folder: Path) -> bytes:
    source, target = folder / "page.html", folder / "page.pdf"
    source.write_text(page)
    subprocess.run(
        [
            browser,
            "--headless",
            "--no-sandbox",
            "--no-pdf-header-footer",
            f"--print-to-pdf={target}",
            source.as_uri(),
        ],
        check=True,
        capture_output=True,
        timeout=60,
    )
    return target.read_bytes()


def _typeset(sentence: str, family: str, tag: str, folder: Path) -> bytes:
    """Set a sentence with Typst, from right to left where its language says so."""
    shown = "".join(f"\\u{{{ord(character):x}}}" for character in sentence)
    source = (
        f'#set text(font: ("{family}", "Noto Sans"), size: 14pt, lang: "{tag[:2]}")\n'
        f'#"{shown}"'
    )
    pdf: bytes = typst.compile(
        source.encode(), font_paths=[str(folder)], ignore_system_fonts=True, format="pdf"
    )
    return pdf


def _alike(sentence: str, found: str) -> float:
    return Levenshtein.normalized_similarity(_plain(sentence), _plain(found))


def _plain(text: str) -> str:
    return _NO_WORDS.sub("", unicodedata.normalize("NFC", text))


if __name__ == "__main__":
    main()
