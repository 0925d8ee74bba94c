"""Have espeak-ng read every audio script, and hear whether it reads numbers digit by digit.

    python .ci/spoken.py FOLDER

Prints one line; exits with 1 where a script cannot be read, or where a telephone number is
not heard as its digits one after the other, and with 77 where espeak-ng is missing.
espeak-ng is a program by others; it takes nothing from the one that wrote the scripts.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

from rapidfuzz import fuzz

SKIP = 77
NAMESPACE = "{http://www.w3.org/2001/10/synthesis}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

ALIKE = 65
"""How alike, of 100, a sentence must be to the digits of its number said alone: digits
change each other a little where they meet, and how much depends on the language."""

VOICES = {"zh-Hans": "cmn", "zh-Hant": "yue"}
"""Voices that are not called as the language; the others are."""

_BESIDE_SOUNDS = re.compile(r"\([a-z-]+\)|[^a-zA-Z@]")
"""Stress, tones, pauses and changes of voice in how espeak-ng writes a sound."""


def sounds(text: str, voice: str, *, marked: bool) -> str:
    """Give what espeak-ng says for some text, without stress and pauses."""
    command = ["espeak-ng", "-q", "-x", "-v", voice, *(["-m"] if marked else [])]
    said = subprocess.run(
        command, input=text, capture_output=True, text=True, timeout=120, check=True
    )
    return _BESIDE_SOUNDS.sub("", said.stdout)


@cache
def digit(sign: str, voice: str) -> str:
    """Give the sounds of a digit that stands alone."""
    return sounds(sign, voice, marked=False)


def spelt(number: str, sentence: str, voice: str) -> bool:
    """Tell whether a sentence sounds as the digits of a number, and not as the number."""
    figures = "".join(sign for sign in number if sign.isdigit())
    digits = "".join(digit(sign, voice) for sign in figures)
    whole = digit(figures.lstrip("0"), voice)
    alike = fuzz.partial_ratio(digits, sentence)
    return alike >= ALIKE and alike > fuzz.partial_ratio(whole, sentence)


def hear(path: Path) -> tuple[int, list[str]]:
    """Hear a script: how many telephone numbers it has, and what is wrong."""
    text = path.read_text(encoding="utf-8")
    root = ElementTree.fromstring(text)
    lang = root.get(LANG, "")
    voice = VOICES.get(lang, lang)
    # The whole, to know that it can be read to its end and in its language.
    wrong = [] if sounds(text, voice, marked=True) else [f"{path.name}: nothing is heard"]
    ElementTree.register_namespace("", NAMESPACE[1:-1])
    count = 0
    for sentence in root.iter(f"{NAMESPACE}s"):
        numbers = [
            each.text or ""
            for each in sentence.iter(f"{NAMESPACE}say-as")
            if each.get("interpret-as") == "telephone"
        ]
        if numbers:
            alone = ElementTree.tostring(sentence, encoding="unicode")
            heard = sounds(f"<speak>{alone}</speak>", voice, marked=True)
            wrong += [
                f"{path.name}: {number!r} is not heard digit by digit"
                for number in numbers
                if not spelt(number, heard, voice)
            ]
            count += len(numbers)
    return count, wrong


def main(folder: Path) -> int:
    """Hear every script in a folder."""
    if shutil.which("espeak-ng") is None:
        return SKIP
    paths = sorted(folder.rglob("*.audio.*ssml"))
    heard = [hear(path) for path in paths]
    wrong = [line for _, lines in heard for line in lines]
    for line in wrong:
        print(line)
    numbers = sum(count for count, _ in heard)
    print(f"{len(paths)} scripts, {numbers} telephone numbers, {len(wrong)} wrong")
    return 0 if paths and not wrong else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
