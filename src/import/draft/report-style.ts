/** Style of the page of a report: it stands alone, so it has its colours with it. */
export const reportStyle = `
:root { color-scheme: light dark; --paper: #fff; --sunk: #eaeff1; --ink: #14212b; --ink-2: #3f4f5b; --line: #d5dde1; --accent: #0b5876; --wait: #7c5100; --mark: #fff0b8; }
@media screen and (prefers-color-scheme: dark) { :root { --paper: #10181e; --sunk: #1b262e; --ink: #e6edf1; --ink-2: #b3c0c9; --line: #33424c; --accent: #7cc4e0; --wait: #e3b65c; --mark: #4a3d12; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem clamp(1rem, 4vw, 3rem) 4rem; max-width: 64rem; background: var(--paper); color: var(--ink); font: 1rem/1.6 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif; overflow-wrap: anywhere; }
header { border-bottom: 2px solid var(--ink); margin-bottom: 1.5rem; }
h1 { font-size: 1.6rem; line-height: 1.3; margin: 0; }
h2 { font-size: 1.2rem; margin: 2.5rem 0 0.5rem; border-bottom: 1px solid var(--line); }
h2 small { font-weight: normal; color: var(--ink-2); }
[lang=en] { color: var(--ink-2); font-size: 0.875em; }
.mark { margin: 0; color: var(--ink-2); }
.notice { border-left: 3px solid var(--wait); padding-left: 0.75rem; }
.tally { display: flex; flex-wrap: wrap; gap: 0.5rem 2rem; list-style: none; padding: 0; }
.tally strong { font-size: 1.5rem; }
a { color: var(--accent); text-underline-offset: 0.2em; }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid var(--line); padding: 0.35rem 0; text-align: left; font-weight: normal; vertical-align: top; }
td { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; padding-left: 1rem; }
tfoot th, tfoot td { font-weight: bold; border-bottom: 2px solid var(--ink); }
.items { list-style: none; padding: 0; }
.items li { border-bottom: 1px solid var(--line); padding: 0.6rem 0; break-inside: avoid; }
.items p { margin: 0; }
.where { color: var(--ink-2); }
.where a { display: inline-block; padding: 0.15rem 0; }
blockquote { margin: 0.25rem 0; padding: 0.25rem 0.75rem; background: var(--sunk); white-space: pre-wrap; }
.source { background: var(--sunk); padding: 0.75rem 0.75rem 0.75rem 3.5rem; font-size: 0.875rem; }
.source li::marker { color: var(--ink-2); font-variant-numeric: tabular-nums; }
.source li:target { background: var(--mark); }
.source code { white-space: pre-wrap; font-family: ui-monospace, 'Noto Sans Mono CJK SC', monospace; }
@media print { body { max-width: none; padding: 0; font-size: 10pt; } a { color: inherit; text-decoration: none; } }
`;
