"""The head of a .po file: the fields of its first message, and the comment above it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from leaflets.catalogs.po.comments import TRANSLATOR, kind_of
from leaflets.catalogs.po.escapes import escape

_ORDER = (
    "Project-Id-Version",
    "Report-Msgid-Bugs-To",
    "POT-Creation-Date",
    "PO-Revision-Date",
    "Last-Translator",
    "Language-Team",
    "Language",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
    "Plural-Forms",
)
"""Gettext's order; what is not in it follows as it was given."""


def fields_of(words: str) -> dict[str, str]:
    """Read the fields; a line without a colon is none, and the last of two counts."""
    return {
        name.strip(): value.strip()
        for name, colon, value in (line.partition(":") for line in words.split("\n"))
        if colon and name.strip()
    }


def comment_of(lead: str) -> str:
    """Read the comment above the head."""
    said = (line.strip(" \t\r\f\v") for line in lead.split("\n"))
    found = [line[2:] if line[1:2] == " " else line[1:] for line in said if _is_words(line)]
    return "\n".join(found)


def head_lines(
    header: Mapping[str, str],
    comment: str,
    words: str = "",
    marks: tuple[str, ...] = (),
) -> list[str]:
    """Write the head.

    *words* are those of the head as it was: its fields keep their places, and its lines
    that are no field stay. *marks* are the comment lines of other kinds, such as a flag.
    """
    lines = [f"# {line}" if line else "#" for line in _lines(comment)]
    lines += [*marks, 'msgid ""', 'msgstr ""']
    lines += [f'"{escape(line)}\\n"' for line in _fields(dict(header), words)]
    return lines


def marks_of(lead: str) -> tuple[str, ...]:
    """Give the comment lines that are not words, whole."""
    said = (line.strip(" \t\r\f\v") for line in lead.split("\n"))
    return tuple(line for line in said if line and not _is_words(line))


def _fields(header: dict[str, str], words: str) -> Iterator[str]:
    for line in words.split("\n"):
        name, colon, value = line.partition(":")
        if not colon:
            if line:
                yield line
        elif (now := header.pop(name.strip(), None)) is not None:
            yield line if now == value.strip() else f"{name}: {_flat(now)}"
    for name in sorted(header, key=lambda name: (*_ORDER, name).index(name)):
        yield f"{name}: {_flat(header[name])}"


def _flat(value: str) -> str:
    """Keep a value on its line, so that it cannot become a field."""
    return " ".join(value.split("\n"))


def _lines(comment: str) -> list[str]:
    return comment.replace("\r\n", "\n").replace("\r", "\n").split("\n") if comment else []


def _is_words(line: str) -> bool:
    return line.startswith("#") and kind_of(line) == TRANSLATOR
