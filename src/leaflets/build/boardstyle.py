"""The looks of the status board: on a screen and on paper, in colour and in grey.

The states run from dark to light, and those that need work are hatched, so that a copy
in black and white tells them apart; every one is said in words beside it (WCAG 2.2,
1.4.1). Every pair of colours of text has a contrast of at least 4.5 : 1 (1.4.3).
"""

STYLE = """\
:root { --ink: #20262b; --soft: #566069; --line: #d6d8d4; --link: #1f4f8f; --bad: #a32020; }
* { box-sizing: border-box; }
body {
  margin: 0 auto; max-width: 96rem; padding: 2rem clamp(1rem, 4vw, 3rem) 4rem;
  background: #fbfaf7; color: var(--ink); font: 1rem/1.5 system-ui, "Noto Sans", sans-serif;
}
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .75rem; }
a, summary { color: var(--link); }
a:focus-visible, summary:focus-visible, .scroll:focus-visible {
  outline: 3px solid var(--link); outline-offset: 2px;
}
.totals { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; list-style: none; padding: 0; }
.totals strong { font-size: 1.25rem; font-variant-numeric: tabular-nums; }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: .5rem; background: #fff; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: start; padding: .75rem; font-size: .875rem; color: var(--soft); }
th, td { padding: .75rem; text-align: start; vertical-align: top; border-block-start: 1px solid var(--line); }
thead th { font-weight: 600; color: var(--soft); min-width: 9rem; }
tbody th { font-weight: 400; }
.own { display: block; font-size: 1.125rem; font-weight: 600; line-height: 1.9; }
.own[dir="rtl"] { text-align: left; }
.english { display: block; color: var(--soft); font-size: .875rem; }
.none { color: var(--soft); }
.bar { display: flex; height: .875rem; border: 1px solid var(--ink); }
.part { display: block; min-width: 2px; }
.key { white-space: nowrap; margin-inline-end: .75rem; }
.key .part, .name .part { display: inline-block; width: .875rem; height: .875rem; border: 1px solid var(--ink); margin-inline-end: .375rem; vertical-align: -1px; }
.signed { background: #0d3b26; }
.reviewed { background: #1d6b45; }
.translated { background: #5c9bc4; }
.machine { background: #c3d7e6; }
.fuzzy { background: repeating-linear-gradient(45deg, #7a5200 0 2px, #f3d58b 2px 6px); }
.stale { background: repeating-linear-gradient(135deg, #7a5200 0 2px, #fff 2px 6px); }
.missing { background: #fff; }
.refused { background: repeating-linear-gradient(90deg, #a32020 0 3px, #fff 3px 6px); }
.look { background: radial-gradient(circle, #1f4f8f 0 2px, #fff 3px); }
.counts { list-style: none; margin: .25rem 0; padding: 0; font-size: .875rem; font-variant-numeric: tabular-nums; }
details { border: 1px solid var(--line); border-radius: .5rem; background: #fff; padding: .5rem .75rem; margin-block: .5rem; }
summary { cursor: pointer; font-weight: 600; }
.lines { padding-inline-start: 2rem; }
.lines > li { margin-block: .75rem; padding-block-end: .75rem; border-block-end: 1px solid var(--line); break-inside: avoid; }
.lines p { margin: .125rem 0; max-width: 60rem; }
.form { line-height: 1.9; }
.risk { margin-inline-start: .5rem; padding: 0 .375rem; border: 1px solid var(--bad); border-radius: .25rem; color: var(--bad); font-size: .75rem; }
.why { margin: .25rem 0 0; padding-inline-start: 1.125rem; color: var(--soft); font-size: .875rem; overflow-wrap: anywhere; }
ins { background: #d8efe0; text-decoration: underline; }
del { background: #f6dada; }
code { font-size: .875em; overflow-wrap: anywhere; }
@media print {
  body { padding: 0; font-size: 9pt; background: #fff; }
  .scroll { overflow: visible; border: 0; }
  thead th { min-width: 0; }
  .part { print-color-adjust: exact; }
  tr { break-inside: avoid; }
}
"""
