"""How long an audio script takes: our estimate beside what a synthesiser needs.

espeak-ng reads the script of one leaflet in every language. The estimate divided by its
time is printed, and how the locale's ``speech_rate`` comes about: letters that the leaflet
uses for a syllable (as espeak-ng counts vowels) times the syllables that people read aloud.

    python benchmarks/audio.py [--leaflet ID] [--locale TAG …] [--pace WORDS]
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import tempfile
import wave
from collections.abc import Iterator
from pathlib import Path

from measure import machine

from leaflets.build.workshop import Workshop
from leaflets.compose.html import compose
from leaflets.compose.narrative import narrate
from leaflets.compose.telling import ssml
from leaflets.compose.telling.speechtime import letters
from leaflets.formats.base import FORMATS
from leaflets.model.narrative import Narrative, Role

ALOUD = {"ar": 339, "en": 313, "fr": 301, "pl": 354, "zh-Hans": 255}
"""Syllables in a minute, read aloud by 25 people each: International Reading Speed Texts
(Trauzettel-Klosinski, Dietz and others 2012, doi:10.1167/iovs.11-8284)."""

MEAN = 370
"""The same, the mean of the 17 languages: for those that were not measured."""

PACE = 150 / 228
"""A spoken book against those readers: words of English in a minute."""

VOICES = {"zh-Hans": "cmn"}
_VOWEL = re.compile("[aeiouyɐɑɒæɛəɜɪɔʊʌøœɨɵʉɯɤɘɞɚɝãẽĩõũ]+ː?")
_VOICE = re.compile(r"\([a-z-]+\)")


def espeak(text: str, *options: str) -> str:
    """Give what espeak-ng prints for some text."""
    command = ["espeak-ng", *options]
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
    return done.stdout


def minutes(script: str, voice: str, pace: int) -> float:
    """Minutes of sound that espeak-ng makes of a script."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "said.wav"
        espeak(script, "-m", "-v", voice, "-s", str(pace), "-w", str(path))
        with wave.open(str(path)) as sound:
            return sound.getnframes() / sound.getframerate() / 60


def body(narrative: Narrative) -> Iterator[str]:
    """Yield the words of the leaflet's own language, without figures and sources."""
    for passage in narrative.passages:
        if passage.role is not Role.REFERENCE and passage.part != "imprint":
            for run in (*passage.lead, *passage.runs):
                if run.lang == narrative.lang and run.kind in ("", "part"):
                    yield run.words


def rate(narrative: Narrative, voice: str) -> float:
    """Letters in a second at an unhurried pace, by this leaflet."""
    words = "\n".join(body(narrative))
    if narrative.lang.startswith("zh"):  # a character is a syllable
        syllables = letters(words)
    else:
        sounds = _VOICE.sub("", espeak(words, "-q", "--ipa", "-v", voice))
        syllables = len(_VOWEL.findall(sounds))
    return letters(words) / syllables * ALOUD.get(narrative.lang, MEAN) * PACE / 60


def main() -> None:
    """Print one line for each language."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--leaflet", help="id; the first in content/ if none is named")
    parser.add_argument("--locale", action="append", help="tag; every language if none")
    parser.add_argument("--pace", type=int, default=160, help="espeak-ng's words a minute")
    asked = parser.parse_args()
    if shutil.which("espeak-ng") is None:
        raise SystemExit("espeak-ng is not installed (apt-get install espeak-ng)")
    with tempfile.TemporaryDirectory() as cache:
        workshop = Workshop(Path.cwd(), Path(cache))
        shelf = workshop.library
        leaflet = asked.leaflet or min(shelf.leaflets)
        imprint = min(shelf.imprints)
        tags = asked.locale or [t for t, each in shelf.locales.items() if not each.pseudo]
        print(f"{leaflet}, {machine()}, espeak-ng at {asked.pace} words a minute")
        print(
            f"{'':8} {'estimate':>8} {'espeak':>7} {'ratio':>6} {'rate':>6} {'reckoned':>8}"
        )
        for tag in tags:
            edition = workshop.bind(leaflet, tag, imprint).edition
            narrative = narrate(
                compose(edition, FORMATS["audio"], workshop.templates), edition
            )
            told = ssml.tell(
                ssml.prefaced(narrative, edition), FORMATS["audio"], edition.locale
            )
            voice = VOICES.get(tag, tag)
            taken = minutes(told.data, voice, asked.pace)
            ours = told.about.get("minutes")
            ratio = f"{ours / taken:6.2f}" if isinstance(ours, int) else "  none"
            own, reckoned = edition.locale.speech_rate, rate(narrative, voice)
            print(f"{tag:8} {ours!s:>8} {taken:7.1f} {ratio} {own:6.1f} {reckoned:8.1f}")


if __name__ == "__main__":
    main()
