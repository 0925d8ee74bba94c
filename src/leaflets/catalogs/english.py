"""The words that turn, weigh or count what an English sentence says.

So that a project without ``words.yaml`` is guarded, and more widely than that file may be:
what is looked for here only decides what is offered to a translator, and a word too many
costs them a moment.
"""

from __future__ import annotations

from types import MappingProxyType

from leaflets.model.wording import Wording
from leaflets.origin import Origin

ENGLISH = Wording(
    tag="en",
    origin=Origin("leaflets/catalogs/english.py"),
    negations=(
        *["not", "no", "never", "none", "nobody", "nothing", "nowhere", "neither", "nor", "without", "cannot"],
        *["dont", "cant", "wont", "doesnt", "didnt", "isnt", "arent", "wasnt", "shouldnt"],
        *["unless", "except", "stop", "avoid", "refrain", "refuse", "lack*", "fail*", "rarely", "hardly"],
        "*n't",
    ),
    hedges=MappingProxyType(
        {
            "moderate": ("probably", "likely"),
            "low": (
                *["may", "might", "could", "perhaps", "possibly", "maybe", "seem*", "appear*"],
                *("not sure", "unsure", "suggest*", "sometimes"),
            ),
            "very-low": ("uncertain", "uncertainty", "unclear", "unknown", "very uncertain"),
            "untested": ("untested", "not tested", "not been tested"),
        }
    ),
    absolutes=(
        *["always", "certain", "certainly", "definitely", "sure", "surely", "prove*", "proof", "all", "every"],
        *["guarantee*", "cure*", "must", "only", "best", "safe", "harmless", "confident", "will"],
    ),
    numbers=MappingProxyType(
        {
            "0": ("zero",), "1": ("one", "once"), "2": ("two", "twice", "both", "double"),
            "3": ("three",), "4": ("four",), "5": ("five",), "6": ("six",),
            "7": ("seven",), "8": ("eight",), "9": ("nine",), "10": ("ten",),
            "11": ("eleven",), "12": ("twelve", "dozen"), "20": ("twenty",),
            "30": ("thirty",), "40": ("forty",), "50": ("fifty",), "100": ("hundred*",),
            "1000": ("thousand*",), "1000000": ("million*",), "1/2": ("half",),
            "1/3": ("third*",), "1/4": ("quarter*",),
        }
    ),
    units=MappingProxyType(
        {
            "second": ("second", "seconds"), "minute": ("minute", "minutes"),
            "hour": ("hour*",), "day": ("day", "days", "daily"),
            "week": ("week*",), "month": ("month*",), "year": ("year*", "yearly"),
            "percent": ("percent", "per cent"), "mg": ("mg", "milligram*"),
            "g": ("g", "gram*"), "ml": ("ml", "millilitre*", "milliliter*"),
        }
    ),
)  # fmt: skip

TURNS = (
    *[
        "before",
        "after",
        "more",
        "less",
        "fewer",
        "most",
        "least",
        "higher",
        "lower",
        "high",
        "low",
        "better",
    ],
    *[
        "worse",
        "increase*",
        "decrease*",
        "raise*",
        "reduce*",
        "left",
        "right",
        "start*",
        "until",
        "during",
    ],
    *[
        "above",
        "below",
        "over",
        "under",
        "many",
        "few",
        "some",
        "any",
        "safe",
        "unsafe",
        "with",
        "or",
        "if",
    ],
)
"""Words whose coming or going turns a sentence, and that no list of the language has."""
