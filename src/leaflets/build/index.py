"""What was built at a glance: one page for people, ``output/index.html``.

It holds all it needs but the pictures of the first pages, which lie beside it; it
fetches nothing, runs no script, and can be printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import Any

from leaflets.build import glance
from leaflets.build.indexstyle import STYLE
from leaflets.build.lengths import length
from leaflets.build.manifest import Failed, Manifest
from leaflets.build.plan import Names
from leaflets.content.project import Project
from leaflets.formats.base import FORMATS
from leaflets.model.work import Artifact

Entry = Artifact | Failed

_QUOTED = re.compile(r"&#x27;(.*?)&#x27;")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """How a language is named on the page."""

    tag: str
    name: str
    english: str
    direction: str


def page(project: Project, names: Names, manifest: Manifest) -> str:
    """Write the page for all that the manifest holds."""
    entries: list[Entry] = [*manifest.artifacts.values(), *manifest.failed.values()]
    tongues = {tag: tongue_of(project, tag) for tag in names.locales}
    parts = [
        _leaflet(
            title_of(project, leaflet),
            [entry for entry in entries if entry.job.leaflet == leaflet],
            names,
            tongues,
        )
        for leaflet in names.leaflets
    ]
    body = "\n".join(part for part in parts if part) or "<p>Nothing has been built.</p>"
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "img-src 'self'; style-src 'unsafe-inline'\">\n"
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>Leaflets that were built</title>\n<style>\n{STYLE}</style>\n</head>\n"
        "<body>\n<header>\n<h1>Leaflets that were built</h1>\n"
        f"{_totals(manifest)}</header>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _totals(manifest: Manifest) -> str:
    made = list(manifest.artifacts.values())
    counts = (
        (sum(not artifact.draft for artifact in made), "final"),
        (sum(artifact.draft for artifact in made), "draft"),
        (len(manifest.failed), "failed"),
        (sum(len(artifact.findings) for artifact in made), "to look at"),
    )
    items = "".join(f"<li><strong>{n}</strong> {word}</li>" for n, word in counts)
    return f'<ul class="totals">{items}</ul>\n'


def _leaflet(
    title: str, entries: list[Entry], names: Names, tongues: dict[str, Tongue]
) -> str:
    if not entries:
        return ""
    formats = [name for name in names.formats if any(e.job.format == name for e in entries)]
    heads = "".join(
        f'<th scope="col">{escape(FORMATS[name].title)}</th>' for name in formats
    )
    rows = []
    for locale in names.locales:
        for imprint in names.imprints:
            edition = [
                entry
                for entry in entries
                if (entry.job.locale, entry.job.imprint) == (locale, imprint)
            ]
            if edition:
                shown = "" if names.one_imprint else imprint
                rows.append(_row(tongues[locale], shown, edition, formats))
    return (
        f'<section>\n<h2>{escape(title)}</h2>\n<div class="scroll" tabindex="0" '
        f'role="region" aria-label="{escape(title)}">\n<table>\n'
        f'<thead><tr><th scope="col">Language</th>{heads}</tr></thead>\n<tbody>\n'
        f"{''.join(rows)}</tbody>\n</table>\n</div>\n</section>"
    )


def _row(tongue: Tongue, imprint: str, edition: list[Entry], formats: list[str]) -> str:
    clinic = f'<span class="imprint">{escape(imprint)}</span>' if imprint else ""
    head = (
        f'<th scope="row"><span class="own" lang="{escape(tongue.tag)}" '
        f'dir="{tongue.direction}">{escape(tongue.name)}</span>'
        f'<span class="english">{escape(tongue.english)} · {escape(tongue.tag)}</span>'
        f"{clinic}</th>"
    )
    cells = "".join(
        f"<td>{_cell(tongue, [e for e in edition if e.job.format == name])}</td>"
        for name in formats
    )
    return f"<tr>{head}{cells}</tr>\n"


def _cell(tongue: Tongue, entries: Iterable[Entry]) -> str:
    # A final stands before the draft of the same edition.
    shown = [
        _made(tongue, entry) if isinstance(entry, Artifact) else _failed(entry)
        for entry in sorted(entries, key=lambda entry: not entry.job.final)
    ]
    return "".join(shown) or '<span class="none">not built</span>'


def _made(tongue: Tongue, artifact: Artifact) -> str:
    state = "draft" if artifact.draft else "final"
    label = f"{tongue.english}, {FORMATS[artifact.job.format].title}, {state}"
    picture = (
        f'<img src="{escape(artifact.thumbnail)}" alt="" loading="lazy">'
        if artifact.thumbnail
        else ""
    )
    return (
        f'<div class="made {state}">'
        f'<a href="{escape(artifact.path)}" aria-label="{escape(label)}">{picture}'
        f'<span class="state">{state}</span></a>'
        f'<ul class="facts"><li>{length(artifact)}, {_size(artifact.bytes)}</li>'
        f"{_proofs(artifact)}<li><code>{escape(artifact.edition_code)}</code></li></ul>"
        f"{_findings(artifact.findings)}</div>"
    )


def _failed(failed: Failed) -> str:
    hint = f'<p class="hint">{escape(failed.hint)}</p>' if failed.hint else ""
    refused = (
        f'<p><a href="{escape(failed.rejected)}">the refused file</a></p>'
        if failed.rejected
        else ""
    )
    asked = "final" if failed.job.final else "draft"
    return (
        f'<div class="made failed"><span class="state">{asked} failed</span>'
        f"<p>{_isolated(failed.message)}</p>{hint}{refused}{_findings(failed.findings)}</div>"
    )


def _proofs(artifact: Artifact) -> str:
    lines = []
    if "verified" in artifact.evidence:
        lines.append(_verdict("evidence", artifact.evidence["verified"]))
    if "verified" in artifact.facts:
        placed, verified = artifact.facts.get("placed"), artifact.facts["verified"]
        whole = verified if isinstance(verified, bool) else verified == placed
        counted = f"{placed} facts" if isinstance(placed, int) else "facts"
        lines.append(_verdict(counted, whole))
    if artifact.preflight:
        spec = escape(str(artifact.preflight.get("spec", "")))
        warnings = artifact.preflight.get("warnings")
        asked = f"{warnings} to look at" if warnings else "nothing a shop would ask"
        lines.append(f"<li>for print, {spec}: {asked}</li>")
    similarity = artifact.text.get("similarity")
    if isinstance(similarity, (int, float)):
        lines.append(f"<li>text layer {similarity:.3f}</li>")
    if FORMATS[artifact.job.format].accessible and artifact.text.get("accessible") is False:
        reason = str(artifact.text.get("reason") or "the text comes out changed")
        lines.append(f'<li class="bad">not accessible: {_isolated(reason)}</li>')
    return "".join(lines)


def _verdict(what: str, whole: object) -> str:
    if whole:
        return f'<li><span aria-hidden="true">✓</span> {escape(what)} in place</li>'
    return (
        f'<li class="bad"><span aria-hidden="true">✗</span> {escape(what)} not proved</li>'
    )


def _findings(findings: Iterable[dict[str, Any]]) -> str:
    listed = list(findings)
    if not listed:
        return ""
    items = "".join(
        f'<li class="{escape(str(f["severity"]))}"><code>{escape(str(f["code"]))}</code> '
        f"{_isolated(str(f['message']))} <small>{escape(_place(f))}</small></li>"
        for f in listed
    )
    word = "finding" if len(listed) == 1 else "findings"
    return (
        f"<details><summary>{len(listed)} {word}</summary>"
        f'<ul class="findings">{items}</ul></details>'
    )


def _isolated(message: str) -> str:
    """Set off what a message quotes: it may run in the other direction."""
    return _QUOTED.sub(r"&#x27;<bdi>\1</bdi>&#x27;", escape(message))


def _place(finding: dict[str, Any]) -> str:
    return (
        f"{finding['path']}:{finding['line']}" if finding["line"] else f"{finding['path']}"
    )


def _size(count: int) -> str:
    return f"{count / 1_000_000:.1f} MB" if count >= 1_000_000 else f"{count / 1000:.0f} kB"


def title_of(project: Project, leaflet: str) -> str:
    """Say the title of a leaflet at a glance; its name where that cannot be told."""
    text = glance.head(project.content / "leaflets" / f"{leaflet}.yaml")
    return glance.words(text, "title") or leaflet


def tongue_of(project: Project, tag: str) -> Tongue:
    """Say how a language is named, at a glance."""
    text = glance.head(project.locales / tag.replace("-", "_") / "locale.yaml")
    return Tongue(
        tag=tag,
        name=glance.value(text, "name") or tag,
        english=glance.value(text, "english") or tag,
        direction="rtl" if glance.value(text, "direction") == "rtl" else "ltr",
    )
