"""The looks of ``index.html``: light and dark, on a screen and on paper.

Every pair of colours has a contrast of at least 4.5 : 1 (WCAG 2.2, 1.4.3), and no state
is told by colour alone (1.4.1).
"""

STYLE = """\
:root {
  --paper: #fbfaf7; --card: #ffffff; --ink: #20262b; --soft: #566069; --line: #d6d8d4;
  --final: #1d6b45; --draft: #7a5200; --failed: #a32020; --link: #1f4f8f;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #15191c; --card: #1e2428; --ink: #e9ecec; --soft: #a9b3b8; --line: #3a4348;
    --final: #7fd3a6; --draft: #ecc06c; --failed: #ff9d94; --link: #9cc3ff;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; max-width: 96rem; padding: 2rem clamp(1rem, 4vw, 3rem) 4rem;
  background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, "Noto Sans", sans-serif;
}
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .75rem; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible, .scroll:focus-visible {
  outline: 3px solid var(--link); outline-offset: 2px;
}
.totals { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; list-style: none; padding: 0; }
.totals strong { font-size: 1.25rem; font-variant-numeric: tabular-nums; }
.scroll { overflow-x: auto; width: fit-content; max-width: 100%; border: 1px solid var(--line); border-radius: .5rem; }
table { border-collapse: collapse; table-layout: fixed; background: var(--card); }
th, td {
  padding: .75rem; text-align: start; vertical-align: top;
  border-block-end: 1px solid var(--line);
}
tbody tr:last-child > * { border-block-end: 0; }
thead th { font-weight: 600; color: var(--soft); white-space: nowrap; }
thead th { width: 13.5rem; }
thead th:first-child { width: 10rem; }
tbody th { font-weight: 400; }
.own { display: block; font-size: 1.125rem; font-weight: 600; line-height: 1.9; }
.own[dir="rtl"] { text-align: left; }
.english, .imprint { display: block; color: var(--soft); font-size: .875rem; }
.made { display: grid; gap: .375rem; justify-items: start; }
.made + .made { margin-block-start: 1rem; }
.made > a { display: inline-grid; gap: .375rem; text-decoration: none; }
.made img {
  display: block; width: auto; height: 10.5rem; max-width: 11rem; object-fit: contain;
  object-position: left top; background: #fff; border: 1px solid var(--line);
}
.state {
  justify-self: start; padding: 0 .5rem; border: 1px solid currentColor;
  border-radius: .25rem; font-size: .875rem; font-weight: 600;
}
.final .state { color: var(--final); }
.draft .state { color: var(--draft); border-style: dashed; }
.failed .state { color: var(--failed); border-style: double; border-width: 3px; }
.failed p { margin: 0; max-width: 22rem; overflow-wrap: anywhere; }
.hint { color: var(--soft); font-size: .875rem; }
.facts { list-style: none; margin: 0; padding: 0; font-size: .875rem; color: var(--soft); }
.facts .bad { color: var(--failed); font-weight: 600; }
code { font-size: .875em; overflow-wrap: anywhere; }
details { font-size: .875rem; max-width: 26rem; }
summary { cursor: pointer; color: var(--link); }
.findings { margin: .375rem 0 0; padding-inline-start: 1.125rem; overflow-wrap: anywhere; }
.findings .error { color: var(--failed); font-weight: 600; }
.findings small, .none { color: var(--soft); font-size: .875rem; }
@media print {
  :root {
    --paper: #fff; --card: #fff; --ink: #000; --soft: #333; --line: #999;
    --final: #000; --draft: #000; --failed: #000; --link: #000;
  }
  body { padding: 0; font-size: 9pt; }
  .scroll { overflow: visible; border: 0; }
  table { width: 100%; }
  thead th, thead th:first-child { width: auto; }
  .made img { height: 4.5cm; }
  tr { break-inside: avoid; }
  h2 { break-after: avoid; }
}
"""
