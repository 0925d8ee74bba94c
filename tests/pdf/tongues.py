"""Ten languages and the facts that a leaflet places in them, for the tests."""

from __future__ import annotations

import re
from dataclasses import dataclass

DIGITS = ("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९", "০১২৩৪৫৬৭৮৯")

LEFT_TO_RIGHT = frozenset(("phone", "e-mail", "web", "number", "percentage"))
"""Kinds of fact that read from left to right in every language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """A language, the type it is set in, some words, and its facts."""

    fonts: str
    line_height: float
    direction: str = "ltr"
    words: str
    facts: dict[str, str]

    @property
    def css(self) -> str:
        """Style sheet for a page in this language."""
        return f"html {{ font-family: {self.fonts}; line-height: {self.line_height} }}"

    def reads(self, kind: str) -> str:
        """Direction that a fact of some kind has by itself."""
        return "ltr" if kind in LEFT_TO_RIGHT else self.direction


SAME = {
    "phone": "020 7946 0123",
    "e-mail": "help@clinic-7.example",
    "web": "https://clinic.example/a/15-100",
}

TONGUES = {
    "en": Tongue(
        fonts='"Noto Sans"',
        line_height=1.45,
        words="Please ask the clinic about your office first: “fine” AVATAR Type.",
        facts=SAME
        | {
            "date": "15 January 2026",
            "number": "1,234.5",
            "percentage": "15%",
            "proportion": "15 in 100",
            "duration": "6 weeks",
            "age": "35 years",
        },
    ),
    "fr": Tongue(
        fonts='"Noto Sans"',
        line_height=1.45,
        words="L’œuvre est affichée à la clinique : « très bien ».",
        facts=SAME
        | {
            "date": "15 janvier 2026",
            "number": "1\u202f234,5",
            "percentage": "15\u202f%",
            "proportion": "15 sur 100",
            "duration": "6 semaines",
            "age": "35 ans",
        },
    ),
    "pl": Tongue(
        fonts='"Noto Sans"',
        line_height=1.45,
        words="Żółć i źdźbło, proszę zapytać w poradni: „dobrze”.",
        facts=SAME
        | {
            "date": "15 stycznia 2026",
            "number": "1234,5",
            "percentage": "15%",
            "proportion": "15 na 100",
            "duration": "6 tygodni",
            "age": "35 lat",
        },
    ),
    "ar": Tongue(
        fonts='"Noto Naskh Arabic", "Noto Sans"',
        line_height=1.7,
        direction="rtl",
        words="يُرجى سؤال العيادة عن الإجهاض (انظر الصفحة ٣)، والله أعلم.",
        facts=SAME
        | {
            "date": "15 يناير 2026",
            "number": "1,234.5",
            "percentage": "15%",
            "proportion": "15 من كل 100",
            "duration": "6 أسابيع",
            "age": "35 سنة",
        },
    ),
    "fa": Tongue(
        fonts='"Noto Naskh Arabic", "Noto Sans"',
        line_height=1.7,
        direction="rtl",
        words="لطفاً از کلینیک بپرسید؛ این می‌شود (صفحهٔ ۳ را ببینید).",
        facts=SAME
        | {
            "date": "۲۵ دی ۱۴۰۴",
            "number": "۱٬۲۳۴٫۵",
            "percentage": "۱۵٪",
            "proportion": "۱۵ نفر از ۱۰۰ نفر",
            "duration": "۶ هفته",
            "age": "۳۵ سال",
        },
    ),
    "ur": Tongue(
        fonts='"Noto Nastaliq Urdu", "Noto Sans"',
        line_height=2.5,
        direction="rtl",
        words="براہِ کرم کلینک سے پوچھیں، گولیاں اور مدافعتی خلیے (صفحہ ۳ دیکھیں)۔",
        facts=SAME
        | {
            "date": "15 جنوری، 2026",
            "number": "1,234.5",
            "percentage": "15%",
            "proportion": "100 میں سے 15",
            "duration": "6 ہفتے",
            "age": "35 سال",
        },
    ),
    "hi": Tongue(
        fonts='"Noto Sans Devanagari", "Noto Sans"',
        line_height=1.6,
        words="कृपया क्लिनिक से पूछें: प्रतिरक्षा कोशिकाएँ, क्षत्रिय, ज्ञान, लें।",
        facts=SAME
        | {
            "date": "15 जनवरी 2026",
            "number": "1,23,456.5",
            "percentage": "15%",
            "proportion": "100 में से 15",
            "duration": "6 सप्ताह",
            "age": "35 वर्ष",
        },
    ),
    "bn": Tongue(
        fonts='"Noto Sans Bengali", "Noto Sans"',
        line_height=1.6,
        words="অনুগ্রহ করে ক্লিনিকে জিজ্ঞাসা করুন: ক্ষমা, জ্ঞান, কোষ।",
        facts=SAME
        | {
            "date": "১৫ জানুয়ারী, ২০২৬",
            "number": "১,২৩,৪৫৬.৫",
            "percentage": "১৫%",
            "proportion": "১০০ জনের মধ্যে ১৫ জন",
            "duration": "৬ সপ্তাহ",
            "age": "৩৫ বছর",
        },
    ),
    "pa": Tongue(
        fonts='"Noto Sans Gurmukhi", "Noto Sans"',
        line_height=1.6,
        words="ਕਿਰਪਾ ਕਰਕੇ ਕਲੀਨਿਕ ਨੂੰ ਪੁੱਛੋ: ਪ੍ਰਤੀਰੋਧਕ ਸੈੱਲ।",
        facts=SAME
        | {
            "date": "15 ਜਨਵਰੀ 2026",
            "number": "1,23,456.5",
            "percentage": "15%",
            "proportion": "100 ਵਿੱਚੋਂ 15",
            "duration": "6 ਹਫ਼ਤੇ",
            "age": "35 ਸਾਲ",
        },
    ),
    "zh-Hans": Tongue(
        fonts='"Noto Sans CJK SC", "Noto Sans"',
        line_height=1.5,
        words="请向诊所咨询：“自然杀伤”细胞（见第三页）。",
        facts=SAME
        | {
            "date": "2026年1月15日",
            "number": "1,234.5",
            "percentage": "15%",
            "proportion": "每100人中有15人",
            "duration": "6周",
            "age": "35岁",
        },
    ),
}

KINDS = tuple(TONGUES["en"].facts)

FACTS = [(tag, kind) for tag in TONGUES for kind in KINDS]


def changed(value: str) -> str:
    """Change the last digit of a fact: the smallest wrong number there is."""
    for place in range(len(value) - 1, -1, -1):
        for digits in DIGITS:
            if value[place] in digits:
                other = digits[(digits.index(value[place]) + 1) % 10]
                return f"{value[:place]}{other}{value[place + 1 :]}"
    return f"{value[:-1]}x"


def swapped(value: str) -> str:
    """Let the first and the last group of digits change places, or of letters."""
    for pattern in (r"\d+", r"[^\W\d_]+", r"\d"):
        groups = list(re.finditer(pattern, value))
        if len(groups) > 1 and groups[0].group() != groups[-1].group():
            first, last = groups[0], groups[-1]
            between = value[first.end() : last.start()]
            return (
                f"{value[: first.start()]}{last.group()}{between}{first.group()}"
                f"{value[last.end() :]}"
            )
    return value[::-1]
