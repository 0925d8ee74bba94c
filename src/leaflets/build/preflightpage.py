"""A preflight as one page for people: ``leaflets preflight FILE --report FILE.html``.

Each page of the file on which something was found is drawn, with what was found numbered
on it and said beside it. The page holds all it needs, runs no script and fetches nothing.
Every word of it that came from the file is escaped, every measure made a number again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

from leaflets.build.preflightdrawing import Mark, drawing, swatch
from leaflets.build.preflightstyle import STYLE

MOST_DRAWN = 60
"""Most pages of a file that are drawn; what was found on the others is listed."""

_LEVELS = {"error": "Error", "warning": "Warning", "info": "Remark"}
_LINES = {
    "trim": "where it is cut",
    "bleed": "bleed",
    "safe": "safe zone",
    "fold": "fold",
}

Data = Mapping[str, Any]


def drawn_pages(account: Data) -> tuple[int, ...]:
    """Name the pages that are worth a picture, the first is 0: something was found there."""
    found = {each["page"] for each in account.get("findings", ()) if each["page"]}
    return tuple(int(number) - 1 for number in sorted(found)[:MOST_DRAWN])


def page(accounts: Sequence[Data], pictures: Sequence[Mapping[str, bytes]]) -> str:
    """Write the page: one part for each file, its pictures beside it by page number."""
    one = len(accounts) == 1
    heading = "Preflight" if one else f"Preflight of {len(accounts)} files"
    title = f"Preflight: {accounts[0]['name']}" if one else heading
    parts = "".join(
        _file(account, drawn, number)
        for number, (account, drawn) in enumerate(zip(accounts, pictures, strict=True), 1)
    )
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'; img-src data:\">\n"
        f"<title>{escape(title)}</title>\n<style>\n{STYLE}</style>\n</head>\n"
        f"<body>\n<header>\n<h1>{escape(heading)}</h1>\n"
        f"{'' if one else _contents(accounts)}</header>\n"
        f"<main>\n{parts}</main>\n"
        f"<footer>\n{_asked(accounts)}</footer>\n</body>\n</html>\n"
    )


def _contents(accounts: Sequence[Data]) -> str:
    items = "".join(
        f'<li><a href="#file-{number}"><bdi>{escape(str(account["name"]))}</bdi></a>: '
        f"{escape(verdict(account))}</li>"
        for number, account in enumerate(accounts, 1)
    )
    return f'<nav aria-label="Files"><ul>{items}</ul></nav>\n'


def verdict(account: Data) -> str:
    """Say in a few words what came of a file."""
    if "error" in account:
        return "cannot be read"
    counts = account["counts"]
    said = [
        _number(int(counts[level]), noun)
        for level, noun in (("error", "error"), ("warning", "warning"), ("info", "remark"))
        if counts[level]
    ]
    return ", ".join(said) or "nothing found"


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _file(account: Data, pictures: Mapping[str, bytes], number: int) -> str:
    head = (
        f'<section id="file-{number}" aria-labelledby="name-{number}">\n'
        f'<h2 id="name-{number}"><bdi>{escape(str(account["name"]))}</bdi></h2>\n'
    )
    failed = "error" in account or not account["passed"]
    state = "failed" if failed else "passed"
    head += f'<p class="verdict {state}">{escape(verdict(account).capitalize())}</p>\n'
    if "error" in account:
        said = account["error"]
        hint = f" {escape(str(said['hint']))}." if said["hint"] else ""
        return (
            f"{head}<p><bdi>{escape(str(said['message']))}</bdi>.{hint}</p>\n</section>\n"
        )
    findings = account["findings"]
    whole = [each for each in findings if not each["page"]]
    body = ""
    if whole:
        listed = "".join(_item(None, group) for group in alike(whole))
        body += f'<h3>The file as a whole</h3>\n<ul class="found">{listed}</ul>\n'
    sheets = {int(sheet["page"]): sheet for sheet in account["sheets"]}
    for leaf in sorted({int(each["page"]) for each in findings if each["page"]}):
        on = [each for each in findings if each["page"] == leaf]
        picture = pictures.get(str(leaf - 1), b"")
        body += _page(leaf, on, sheets.get(leaf), picture, account)
    left = int(account["left_out"])
    body += f"<p>{_number(left, 'more finding')} left out.</p>\n" if left else ""
    return f"{head}{_facts(account)}{_key(account)}{body}{_clean(account)}</section>\n"


def _page(
    leaf: int, findings: Sequence[Data], sheet: Data | None, picture: bytes, account: Data
) -> str:
    groups = alike(findings)
    marks = [
        Mark(
            number=number,
            severity=str(group[0]["severity"]),
            places=tuple(each["rectangle"] for each in group if each["rectangle"]),
        )
        for number, group in enumerate(groups, 1)
    ]
    items = "".join(_item(number, group) for number, group in enumerate(groups, 1))
    label = f"Page {leaf} with {_number(len(findings), 'finding')} drawn on it"
    figure = ""
    if sheet and leaf - 1 in drawn_pages(account):
        safe = float(account["spec"]["safe"])
        note = "" if picture else "<figcaption>The page could not be drawn.</figcaption>"
        drawn = drawing(sheet, picture, marks, safe=safe, label=label)
        figure = f"<figure>{drawn}{note}</figure>\n"
    kind = f"page{' many' if len(groups) > 8 else ''}{'' if figure else ' bare'}"
    return (
        f'<article class="{kind}">\n<h3>Page {leaf}</h3>\n{figure}'
        f'<ol class="found">{items}</ol>\n</article>\n'
    )


def alike(findings: Iterable[Data]) -> list[list[Data]]:
    """Put together what says the same, so that one number stands for all its places."""
    found: dict[tuple[str, ...], list[Data]] = {}
    for each in findings:
        same = tuple(str(each[part]) for part in ("severity", "code", "message", "hint"))
        found.setdefault(same, []).append(each)
    return list(found.values())


def _item(number: int | None, group: Sequence[Data]) -> str:
    first = group[0]
    level = str(first["severity"])
    level = level if level in _LEVELS else "info"
    code = escape(str(first["code"]))
    times = f" ({len(group)} places)" if len(group) > 1 else ""
    hint = (
        f'<p class="hint"><bdi>{escape(str(first["hint"]))}</bdi></p>'
        if first["hint"]
        else ""
    )
    sign = "–" if number is None else str(number)
    title = escape(str(first["title"]))
    return (
        f'<li class="{level}"><span class="number">{sign}</span><div>'
        f'<p><span class="level">{_LEVELS[level]}</span> '
        f'<a href="#{code}">{code}</a> <bdi>{escape(str(first["message"]))}</bdi>{times}</p>'
        f'{hint}<p class="why">{title}</p></div></li>\n'
    )


def _facts(account: Data) -> str:
    spec = account["spec"]
    asked = (
        f"{spec['title']} ({spec['name']}): {spec['standard']}, {spec['condition']}, "
        f"{spec['bleed']:g} mm bleed, at most {spec['ink_limit']} % ink"
    )
    rows = [
        ("Asked for", asked),
        ("Pages", str(account["pages"])),
        *(
            (_words(name), _said(value))
            for name, value in account["facts"].items()
            if name != "pages"  # it was said
        ),
        ("Bytes", f"{account['bytes']:,}"),
        ("SHA-256", str(account["sha256"])),
    ]
    inner = "".join(
        f"<dt>{escape(name)}</dt><dd><bdi>{escape(value)}</bdi></dd>"
        for name, value in rows
    )
    return f'<dl class="facts">{inner}</dl>\n'


def _words(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None or (not value and isinstance(value, str | list | Mapping)):
        return "–"
    if isinstance(value, Mapping):
        return ", ".join(f"{_words(name)}: {_said(each)}" for name, each in value.items())
    if isinstance(value, list):
        if len(value) == 2 and all(isinstance(each, float) for each in value):
            return f"{value[0]:g} × {value[1]:g} mm"
        return ", ".join(map(_said, value))
    return f"{value:g}" if isinstance(value, float) else str(value)


def _key(account: Data) -> str:
    if not drawn_pages(account):
        return ""
    folded = any(sheet["folds"] for sheet in account["sheets"])
    items = "".join(
        f"<li>{swatch(name)}{said}</li>"
        for name, said in _LINES.items()
        if name != "fold" or folded
    )
    return f'<ul class="key" aria-label="Lines on the pages">{items}</ul>\n'


def _clean(account: Data) -> str:
    found = {int(each["page"]) for each in account["findings"] if each["page"]}
    pages = [
        number for number in range(1, int(account["pages"]) + 1) if number not in found
    ]
    if not pages or int(account["left_out"]):
        return ""
    some = len(pages) < int(account["pages"])
    where = f"pages {ranges(pages)}" if some and len(pages) > 1 else f"page {pages[0]}"
    return f"<p>Nothing was found on {where if some else 'any page'}.</p>\n"


def ranges(numbers: Sequence[int]) -> str:
    """Say numbers as people do: 1, 4–8."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(
        str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs
    )


def _asked(accounts: Iterable[Data]) -> str:
    asked = {
        str(each["code"]): (str(each["title"]), str(each["basis"]))
        for account in accounts
        for each in account.get("findings", ())
    }
    if not asked:
        return ""
    items = "".join(
        f'<li id="{escape(code)}"><strong>{escape(code)}</strong> {escape(title)} '
        f'<span class="why">{escape(basis)}</span></li>\n'
        for code, (title, basis) in sorted(asked.items())
    )
    return f'<h2>What should hold, and who says so</h2>\n<ul class="asked">{items}</ul>\n'
