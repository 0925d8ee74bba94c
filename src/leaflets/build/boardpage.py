"""The status board as one page for people: ``leaflets catalog status --html``.

A row for each language, a column for each leaflet; under the table the messages to redo,
those of most risk first, with the words that changed marked. The page holds all it
needs, runs no script and fetches nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from leaflets.build.boardstyle import STYLE
from leaflets.build.cells import STATES, Cell, Line
from leaflets.build.index import Tongue, title_of, tongue_of
from leaflets.build.plan import Names
from leaflets.catalogs.difference import difference
from leaflets.catalogs.phrases import DOMAIN
from leaflets.content.project import Project

_MARKS = {"same": "{}", "gone": "<del>{}</del>", "new": "<ins>{}</ins>"}


def page(project: Project, names: Names, cells: Sequence[Cell]) -> str:
    """Write the page for the cells of a board."""
    tags = [tag for tag in names.locales if any(cell.locale == tag for cell in cells)]
    columns = [
        name
        for name in (DOMAIN, *names.leaflets)
        if any(cell.domain == name for cell in cells)
    ]
    titles = {name: _title(project, name) for name in columns}
    tongues = {tag: tongue_of(project, tag) for tag in tags}
    by_place = {(cell.locale, cell.domain): cell for cell in cells}
    rows = "".join(_row(tongues[tag], columns, by_place, titles) for tag in tags)
    heads = "".join(f'<th scope="col">{escape(titles[name])}</th>' for name in columns)
    lists = "".join(_details(cell, tongues[cell.locale], titles) for cell in cells)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'\">\n"
        f"<title>Translations: how far they are</title>\n<style>\n{STYLE}</style>\n</head>\n"
        "<body>\n<header>\n<h1>Translations: how far they are</h1>\n"
        f"{_totals(cells)}</header>\n<main>\n"
        '<div class="scroll" tabindex="0" role="region" aria-label="All translations">\n'
        "<table>\n<caption>Messages in each state, by language and leaflet. "
        f"{_legend()}</caption>\n"
        f'<thead><tr><th scope="col">Language</th>{heads}</tr></thead>\n'
        f"<tbody>\n{rows}</tbody>\n</table>\n</div>\n"
        f"<h2>What is to be done</h2>\n{lists or '<p>Nothing.</p>'}\n"
        "</main>\n</body>\n</html>\n"
    )


def _totals(cells: Iterable[Cell]) -> str:
    held = list(cells)
    counts = (
        (sum(cell.messages - cell.done for cell in held), "messages to translate or redo"),
        (sum(cell.words for cell in held), "words in them"),
        (sum(len(cell.look) for cell in held), "messages to look at"),
        (sum(cell.counts.get("signed", 0) for cell in held), "messages signed"),
        (sum(bool(cell.broken) for cell in held), "files that cannot be used"),
    )
    items = "".join(f"<li><strong>{n}</strong> {word}</li>" for n, word in counts)
    return f'<ul class="totals">{items}</ul>\n'


def _legend() -> str:
    return " ".join(
        f'<span class="key"><span class="part {state}"></span>{state}</span>'
        for state in STATES
    )


def _row(
    tongue: Tongue,
    columns: Iterable[str],
    cells: dict[tuple[str, str], Cell],
    titles: dict[str, str],
) -> str:
    own = (
        f'<span class="own" lang="{escape(tongue.tag)}" dir="{tongue.direction}">'
        f"{escape(tongue.name)}</span>"
    )
    english = (
        f'<span class="english">{escape(tongue.english)} · {escape(tongue.tag)}</span>'
    )
    shown = (cells.get((tongue.tag, name)) for name in columns)
    inner = "".join(
        f"<td>{_cell(cell, titles) if cell else 'original'}</td>" for cell in shown
    )
    return f'<tr><th scope="row">{own}{english}</th>{inner}</tr>\n'


def _cell(cell: Cell, titles: dict[str, str]) -> str:
    if not cell.begun:
        return f'<span class="none">not begun</span>{_small(f"{cell.words} words")}'
    counts = [(state, cell.counts.get(state, 0)) for state in STATES]
    bar = "".join(
        f'<span class="part {state}" style="flex-grow:{count}"></span>'
        for state, count in counts
        if count
    )
    said = "".join(f"<li>{count} {state}</li>" for state, count in counts if count)
    link = ""
    if cell.work or cell.look or cell.broken:
        to_do = ["file cannot be used"] if cell.broken else []
        to_do += [f"{len(cell.work)} to redo"] if cell.work else []
        to_do += [f"{len(cell.look)} to look at"] if cell.look else []
        label = f"{titles[cell.domain]}, {cell.locale}: {', '.join(to_do)}"
        link = (
            f'<a href="#{escape(_anchor(cell))}" aria-label="{escape(label)}">'
            f"{', '.join(to_do)}</a>"
        )
    return f'<div class="bar" aria-hidden="true">{bar}</div><ul class="counts">{said}</ul>{link}'


def _details(cell: Cell, tongue: Tongue, titles: dict[str, str]) -> str:
    if not cell.work and not cell.look and not cell.broken:
        return ""
    head = f"{titles[cell.domain]} in {tongue.english}"
    count = f"{len(cell.work)} to redo ({cell.words} words), {len(cell.look)} to look at"
    wrong = "".join(
        f'<p class="name"><span class="risk">file</span> {escape(str(finding))}</p>\n'
        for finding in cell.broken
    )
    items = "".join(
        [_item(line, line.state, tongue) for line in cell.work]
        + [_item(line, "look", tongue) for line in cell.look]
    )
    return (
        f'<details id="{escape(_anchor(cell))}"><summary>{escape(head)}: {count}</summary>\n'
        f"{wrong}"
        f'<ol class="lines">{items}</ol></details>\n'
    )


def _item(line: Line, state: str, tongue: Tongue) -> str:
    risks = "".join(f'<span class="risk">{escape(risk)}</span>' for risk in line.risks)
    now = f"{line.original} {line.other}".strip()
    words = escape(now)
    if line.previous:
        words = "".join(
            _MARKS[part.kind].format(escape(part.words))
            for part in difference(line.previous, line.original)
        )
    forms = "".join(
        f'<p class="form" lang="{escape(tongue.tag)}" dir="{tongue.direction}">'
        f"{escape(form)}</p>"
        for form in line.forms
        if form
    )
    why = "".join(f"<li>{escape(each)}</li>" for each in line.why)
    hint = f"<li>{escape(line.hint)}</li>" if line.hint else ""
    place = escape(f"{line.path}:{line.line}")
    return (
        f'<li><p class="name"><span class="part {escape(state)}"></span>'
        f"<strong>{escape(state)}</strong> <code>{escape(line.key)}</code>{risks}</p>"
        f'<p class="original">{words}</p>{forms}'
        f'<ul class="why">{why}{hint}<li><code>{place}</code></li></ul></li>\n'
    )


def _anchor(cell: Cell) -> str:
    return f"{cell.domain}.{cell.locale}"


def _small(words: str) -> str:
    return f'<span class="english">{escape(words)}</span>'


def _title(project: Project, name: str) -> str:
    return "Fixed phrases" if name == DOMAIN else title_of(project, name)
