"""The looks of a preflight's page: on a screen and on paper, in colour and in grey.

Severity and lines are told apart by how they are drawn as well as by colour, and every
one is said in words beside it (WCAG 2.2, 1.4.1). Every pair of colours of text has a
contrast of at least 4.5 : 1 (1.4.3), every line on white one of 3 : 1 (1.4.11).
"""

STYLE = """\
:root { --ink: #20262b; --soft: #566069; --line: #d6d8d4; --link: #1f4f8f; --error: #a32020; --warning: #7a5200; --info: #1f4f8f; --good: #1d6b45; }
* { box-sizing: border-box; }
body {
  margin: 0 auto; max-width: 84rem; padding: 2rem clamp(1rem, 4vw, 3rem) 4rem;
  background: #fbfaf7; color: var(--ink); font: 1rem/1.5 system-ui, "Noto Sans", sans-serif;
  overflow-wrap: anywhere;
}
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.375rem; line-height: 1.25; margin: 2.5rem 0 .5rem; }
h3 { font-size: 1.125rem; margin: 2rem 0 .5rem; }
a { color: var(--link); }
a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
bdi { unicode-bidi: isolate; }
.verdict { display: inline-block; margin: 0 0 1rem; padding: .125rem .75rem; border: 2px solid; border-radius: .25rem; font-weight: 600; }
.verdict.passed { color: var(--good); }
.verdict.failed { color: var(--error); border-style: double; border-width: 4px; }
dl.facts { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: .25rem 1.5rem; margin: 0; font-size: .9375em; }
dl.facts dt { color: var(--soft); }
dl.facts dd { margin: 0; }
.key { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; list-style: none; margin: 1rem 0; padding: 0; font-size: .875rem; }
.key svg { width: 2.25rem; height: .75rem; margin-inline-end: .5rem; vertical-align: baseline; }
.page { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 1.5rem; align-items: start; padding-block: .5rem 1.5rem; border-block-start: 1px solid var(--line); }
.page h3 { grid-column: 1 / -1; margin-block: .75rem 0; }
.page.bare { grid-template-columns: 1fr; }
figure { margin: 0; }
figure svg { display: block; width: 100%; height: auto; max-height: 90vh; background: #fff; border: 1px solid var(--line); }
figcaption { color: var(--soft); font-size: .875em; }
.found { list-style: none; margin: 0; padding: 0; }
.found > li { display: grid; grid-template-columns: 2.25rem 1fr; gap: .5rem; padding-block: .625rem; border-block-end: 1px solid var(--line); break-inside: avoid; }
.number { place-self: start; min-width: 1.75rem; padding: 0 .375rem; border: 2px solid; border-radius: 1rem; font-weight: 600; font-size: .875em; text-align: center; }
.error .number, .error .level { color: var(--error); }
.warning .number, .warning .level { color: var(--warning); }
.info .number, .info .level { color: var(--info); }
.warning .number { border-style: dashed; }
.info .number { border-style: dotted; }
.found p { margin: 0; }
.level { font-weight: 600; }
.hint, .why { color: var(--soft); font-size: .9375em; }
.trim, .bleed, .safe, .fold { fill: none; vector-effect: non-scaling-stroke; stroke-width: 1.5px; }
.trim { stroke: #20262b; }
.bleed { stroke: #1f4f8f; stroke-dasharray: 6 3; }
.safe { stroke: #1d6b45; stroke-dasharray: 2 3; }
.fold { stroke: #7b2d8b; stroke-dasharray: 10 3 2 3; }
.place { vector-effect: non-scaling-stroke; stroke-width: 2.5px; fill-opacity: .1; }
.place.error { stroke: var(--error); fill: var(--error); }
.place.warning { stroke: var(--warning); fill: var(--warning); stroke-dasharray: 6 3; }
.place.info { stroke: var(--info); fill: var(--info); stroke-dasharray: 2 3; }
.badge circle { stroke: #fff; vector-effect: non-scaling-stroke; stroke-width: 1.5px; }
.badge.error circle { fill: var(--error); }
.badge.warning circle { fill: var(--warning); }
.badge.info circle { fill: var(--info); }
.badge text { fill: #fff; font-weight: 700; text-anchor: middle; dominant-baseline: central; font-family: system-ui, "Noto Sans", sans-serif; }
.asked { padding-inline-start: 1.25rem; }
.asked li { margin-block: .375rem; }
@media (max-width: 50rem) { .page { grid-template-columns: 1fr; } }
@media print {
  @page { margin: 15mm; }
  body { padding: 0; font-size: 9.5pt; background: #fff; max-width: none; }
  .page { break-inside: avoid; }
  .page.many { break-inside: auto; }
  figure svg { max-height: 200mm; }
  .place, .trim, .bleed, .safe, .fold, .badge circle { print-color-adjust: exact; }
}
"""
