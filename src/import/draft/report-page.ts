import type { Bilingual } from '#core/base/bilingual.ts';
import { asHtml, html } from '#core/base/html.ts';
import type { Html } from '#core/base/html.ts';
import { nameSeverity } from '#core/model/diagnostic.ts';
import type { Diagnostic } from '#core/model/diagnostic.ts';
import type { ImportedDraft, PlacedLeft } from './draft.ts';
import { reportStyle } from './report-style.ts';
import { listTotals } from './totals.ts';

/**
 * What became of a file as a page of its own, in Chinese and English: counts, what needs a person, what was guessed, what a
 * check finds, and the text with its lines, to which each of them leads. Nothing in it comes from elsewhere and nothing runs.
 */
export function renderReportPage(name: string, draft: ImportedDraft): string {
  const { report, diagnostics, mended } = draft;
  const found = diagnostics.filter(({ severity }) => severity !== 'info');
  const guesses = report.left.filter(({ kind }) => kind === 'guess');
  const others = report.left.filter(({ kind }) => kind !== 'guess');
  const waiting = others.filter(({ needsPerson }) => needsPerson);
  const done = others.filter(({ needsPerson }) => !needsPerson);
  const text = new TextDecoder().decode(draft.files.get(draft.textFile));
  const page = html`<!doctype html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>${name} · 导入报告 Import report</title>
<style>${asHtml(reportStyle)}</style>
</head>
<body>
<header>
<p class="mark">导入报告 <span lang="en">Import report</span></p>
<h1>${name}</h1>
<p>${typeof draft.path === 'string' ? html`<code>${draft.path}/${draft.textFile}</code>` : say(draft.path)}</p>
</header>
<main>
${draft.report.notices.map((notice) => html`<p class="notice">${say(notice)}</p>`)}
<ul class="tally">
${tally(waiting.length, waitingTitle, 'waiting')}
${tally(guesses.length, guessTitle, 'guesses')}
${tally(found.length, foundTitle, 'found')}
${tally(mended, mendedTitle)}
</ul>
${renderTotals(draft)}
${renderList('waiting', waitingTitle, waiting.map(renderLeft))}
${renderList('guesses', guessTitle, guesses.map(renderLeft))}
${renderList('found', foundTitle, found.map(renderFinding))}
${renderList('done', doneTitle, done.map(renderLeft))}
<section>
<h2 id="text">正文 <span lang="en">The text</span></h2>
<ol class="source">
${text.split('\n').map((line, at) => html`<li id="L${at + 1}"><code>${line === '' ? ' ' : line}</code></li>\n`)}</ol>
</section>
</main>
</body>
</html>
`;
  return page.markup;
}

const waitingTitle: Bilingual = { zh: '需要人看', en: 'For a person' };
const guessTitle: Bilingual = { zh: '推断的', en: 'Guessed' };
const foundTitle: Bilingual = { zh: '检查的发现', en: 'Findings of the check' };
const mendedTitle: Bilingual = { zh: '自动改正', en: 'Put right' };
const doneTitle: Bilingual = { zh: '没有照原样写进正文的', en: 'Not in the text as it stood' };

const say = ({ zh, en }: Bilingual): Html => html`${zh} <span lang="en">${en}</span>`;

const tally = (count: number, name: Bilingual, target?: string): Html => {
  const said = html`<strong>${count}</strong> ${say(name)}`;
  return count > 0 && target !== undefined
    ? html`<li><a href="#${target}">${said}</a></li>`
    : html`<li>${said}</li>`;
};

function renderTotals({ report }: ImportedDraft): Html {
  const { file, totals, isBalanced } = listTotals(report);
  const { paragraphs } = report;
  return html`<section>
<h2>字数和段数 <span lang="en">Counts</span></h2>
<table>
<tbody>
${totals.map(({ name, characters }) => html`<tr><th scope="row">${say(name)}</th><td>${characters}</td></tr>\n`)}</tbody>
<tfoot>
<tr><th scope="row">${isBalanced ? say(balanced) : say(unbalanced)}</th><td>${file}</td></tr>
</tfoot>
</table>
<p>段：文件 ${paragraphs.file}，正文 ${paragraphs.text}，其他 ${paragraphs.other} <span lang="en">Paragraphs: ${paragraphs.file} in the file, ${paragraphs.text} in the text, ${paragraphs.other} elsewhere</span></p>
</section>`;
}

const balanced: Bilingual = {
  zh: '文件的字数，各项之和与它相等',
  en: 'characters of the file: the sums add up to it',
};

const unbalanced: Bilingual = {
  zh: '文件的字数，各项之和与它不等，请对照原稿',
  en: 'characters of the file: the sums do not add up to it, compare with the draft',
};

const renderList = (id: string, title: Bilingual, items: readonly Html[]): Html | null =>
  items.length === 0
    ? null
    : html`<section>
<h2 id="${id}">${say(title)} <small>${items.length}</small></h2>
<ol class="items">
${items}</ol>
</section>`;

function renderLeft({ place, line, text, why }: PlacedLeft): Html {
  const where: Bilingual =
    place === 0
      ? { zh: '全文', en: 'whole draft' }
      : { zh: `第 ${place} 段`, en: `paragraph ${place}` };
  return html`<li>
<p class="where">${say(where)} → <a href="#L${line}">第 ${line} 行 <span lang="en">line ${line}</span></a></p>
${text.trim() === '' ? null : html`<blockquote>${shorten(text)}</blockquote>`}
<p>${say(why)}</p>
</li>
`;
}

function renderFinding({ severity, rule, message, hint, range }: Diagnostic): Html {
  const { line } = range.start;
  return html`<li>
<p class="where"><b>${nameSeverity(severity)}</b> <a href="#L${line}">第 ${line} 行 <span lang="en">line ${line}</span></a> <code>${rule}</code></p>
<p>${say(message)}</p>
${hint ? html`<p>${say(hint)}</p>` : null}
</li>
`;
}

const longest = 200;

function shorten(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}
