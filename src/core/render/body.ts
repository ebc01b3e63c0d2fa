import type { Clause, CompiledText, Language, Term } from '../model/standard.ts';
import { linkEarlier } from './earlier-links.ts';
import { fillHoles } from './holes.ts';
import type { FillContext } from './holes.ts';
import { markChinese, nameBodies } from './foreign.ts';
import { readHtmlRuns, wrapRuns } from './html-runs.ts';
import { asHtml, html, noHtml } from '../base/html.ts';
import type { Html } from '../base/html.ts';
import { collectTermNames, linkTerms } from './term-links.ts';
import type { TermNames } from './term-links.ts';
import { keepTogether } from './unbroken.ts';
import { markVerbs } from './verb-marks.ts';

const words = {
  zh: {
    nature: { true: '（规范性）', false: '（资料性）' },
    link: (label: string) => `${label} 的链接`,
    joiner: '；',
  },
  en: {
    nature: { true: '(normative)', false: '(informative)' },
    link: (label: string) => `Link to ${label}`,
    joiner: '; ',
  },
} as const;

interface Scope {
  readonly language: Language;
  readonly names: TermNames;
  readonly context: FillContext;
}

/**
 * The whole body as nested sections, every clause with its anchors: the stable id, earlier ids, and
 * the printed address (`#5.2`). Headings start at h2. Mentions of other standards are filled in,
 * defined terms lead to their entries, and modal verbs are marked by the type of their provision.
 */
export function renderBody(text: CompiledText, context: FillContext): string {
  const scope = { language: text.language, names: collectTermNames(text), context };
  const drawn: Html[] = [];
  const open: number[] = [];
  const terms = new Map(text.terms.map((term) => [text.clauses[term.clause], term]));
  for (const [at, clause] of text.clauses.entries()) {
    if (context.only && !context.only.has(at)) continue;
    while ((open.at(-1) ?? 0) >= clause.level) {
      open.pop();
      drawn.push(sectionEnd);
    }
    open.push(clause.level);
    drawn.push(renderClause(clause, scope, terms.get(clause)));
  }
  return fillHoles(html`${drawn}${open.map(() => sectionEnd)}`.markup, context);
}

const sectionEnd = html`</section>`;

function renderClause(clause: Clause, scope: Scope, entry: Term | undefined): Html {
  const { kind, level, id, address } = clause;
  const { language, context } = scope;
  const role = kind === 'term' ? 'clause term' : 'clause';
  const kept = context.kept?.has(id) && html` data-kept`;
  const section = html`<section class="${role}" data-kind="${kind}" data-level="${level}"${kept}>`;
  const aliases = [...clause.aliases, ...(address ? [address] : [])].map(
    (alias) => html`<span class="alias" id="${alias}"></span>`,
  );
  const number = address
    ? html`<a class="num" href="#${id}">${kind === 'annex' ? clause.label : address}</a>`
    : noHtml;
  const label = address ? clause.label : clause.title;
  const link = html`<a class="copy-link" href="#${id}" aria-label="${words[language].link(label)}" data-label="${label}">#</a>`;
  const heading = `h${Math.min(level + 1, 6)}`;
  const drawnBlocks = renderBlocks(clause, scope);
  const blocks = context.annotate?.(clause, drawnBlocks) ?? drawnBlocks;
  const name = asHtml(clause.titleHtml);
  if (kind === 'term') {
    const title = renderTerm(clause, entry, html`${aliases}${number}`, language);
    return html`${section}<${heading} class="term-title" id="${id}">${title}</${heading}>${link}${blocks}`;
  }
  if (!clause.title) {
    return html`${section}${renderUntitled(blocks, id, html`${aliases}${number}`, link)}`;
  }
  if (kind === 'annex') {
    const nature = words[language].nature[`${clause.normative}`];
    return html`${section}<${heading} id="${id}" class="clause-title annex-title">${aliases}<span class="annex-label">${number}</span> <span class="annex-nature">${nature}</span> <span class="annex-name">${name}</span></${heading}>${link}${blocks}`;
  }
  const element = kind === 'clause' || kind === 'chapter' ? '' : ' element-title';
  return html`${section}<${heading} id="${id}" class="clause-title${address ? '' : ' unnumbered'}${element}">${aliases}${address && html`${number} `}<span>${name}</span></${heading}>${link}${blocks}`;
}

function renderBlocks(clause: Clause, { language, names: terms, context }: Scope): Html {
  if (clause.html === '') return noHtml;
  const runs = readHtmlRuns(clause.html);
  const drawn = wrapRuns(clause.html, [
    ...linkEarlier(runs, context.earlier ?? (() => null)),
    ...linkTerms(terms, runs, clause.kind, language),
    ...markVerbs(clause, runs, language, context.profile ?? 'gbt1.1'),
    ...keepTogether(runs),
    ...(language === 'en' ? markChinese(runs) : []),
  ]);
  if (language === 'zh' || clause.kind !== 'foreword') return asHtml(drawn);
  const bodies = Object.entries(context.bodies ?? {});
  const names = new Map(bodies.map(([zh, en]) => [html`${zh}`.markup, html`${en}`.markup]));
  return asHtml(nameBodies(drawn, names));
}

/** The head of a term entry: its number, then the preferred term, what it is called in English, and its other names. */
function renderTerm(
  clause: Clause,
  entry: Term | undefined,
  number: Html,
  language: Language,
): Html {
  const english = clause.titleEn
    ? html` <span lang="en" class="term-en">${clause.titleEn}</span>`
    : noHtml;
  const others = [...(entry?.abbreviations ?? []), ...(entry?.admitted ?? [])].map(
    (other) => html`${words[language].joiner}<span class="term-other">${other}</span>`,
  );
  return html`<span class="term-number">${number}</span> <span class="term-name"><dfn>${asHtml(clause.titleHtml)}</dfn>${english}${others}</span>`;
}

/** 无标题条: the number stands at the head of the first paragraph. */
function renderUntitled(blocks: Html, id: string, number: Html, link: Html): Html {
  const { markup } = blocks;
  if (markup.startsWith('<p>')) {
    const end = markup.indexOf('</p>') + 4;
    const [first, rest] = [asHtml(markup.slice(3, end)), asHtml(markup.slice(end))];
    return html`<p class="clause-lead" id="${id}">${number} ${first}${link}${rest}`;
  }
  return html`<p class="clause-lead" id="${id}">${number}</p>${link}${blocks}`;
}
