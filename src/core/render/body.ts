import type { Clause, CompiledText, Language, Term } from '../model/standard.ts';
import { linkEarlier } from './earlier-links.ts';
import { fillHoles } from './holes.ts';
import type { FillContext } from './holes.ts';
import { markChinese, nameBodies } from './foreign.ts';
import { readHtmlRuns, wrapRuns } from './html-runs.ts';
import { escapeHtml } from './html.ts';
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
  let html = '';
  const open: number[] = [];
  const terms = new Map(text.terms.map((term) => [text.clauses[term.clause], term]));
  for (const clause of text.clauses) {
    while ((open.at(-1) ?? 0) >= clause.level) {
      open.pop();
      html += '</section>';
    }
    open.push(clause.level);
    html += renderClause(clause, scope, terms.get(clause));
  }
  html += '</section>'.repeat(open.length);
  return fillHoles(html, context);
}

function renderClause(clause: Clause, scope: Scope, entry: Term | undefined): string {
  const { kind, level, id, address } = clause;
  const { language, context } = scope;
  const role = kind === 'term' ? 'clause term' : 'clause';
  const kept = context.kept?.has(id) ? ' data-kept' : '';
  const section = `<section class="${role}" data-kind="${kind}" data-level="${level}"${kept}>`;
  const aliases = [...clause.aliases, ...(address ? [address] : [])]
    .map((alias) => `<span class="alias" id="${escapeHtml(alias)}"></span>`)
    .join('');
  const anchor = escapeHtml(id);
  const number = address
    ? `<a class="num" href="#${anchor}">${kind === 'annex' ? escapeHtml(clause.label) : escapeHtml(address)}</a>`
    : '';
  const label = address ? clause.label : clause.title;
  const link = `<a class="copy-link" href="#${anchor}" aria-label="${escapeHtml(words[language].link(label))}" data-label="${escapeHtml(label)}">#</a>`;
  const heading = `h${Math.min(level + 1, 6)}`;
  const html = renderBlocks(clause, scope);
  if (kind === 'term') {
    const title = renderTerm(clause, entry, aliases + number, language);
    return `${section}<${heading} class="term-title" id="${anchor}">${title}</${heading}>${link}${html}`;
  }
  if (!clause.title) return section + renderUntitled(html, anchor, aliases + number, link);
  if (kind === 'annex') {
    const nature = words[language].nature[`${clause.normative}`];
    return `${section}<${heading} id="${anchor}" class="clause-title annex-title">${aliases}<span class="annex-label">${number}</span> <span class="annex-nature">${nature}</span> <span class="annex-name">${clause.titleHtml}</span></${heading}>${link}${html}`;
  }
  const element = kind === 'clause' || kind === 'chapter' ? '' : ' element-title';
  return `${section}<${heading} id="${anchor}" class="clause-title${number ? '' : ' unnumbered'}${element}">${aliases}${number ? `${number} ` : ''}<span>${clause.titleHtml}</span></${heading}>${link}${html}`;
}

function renderBlocks(clause: Clause, { language, names, context }: Scope): string {
  if (clause.html === '') return '';
  const runs = readHtmlRuns(clause.html);
  const html = wrapRuns(clause.html, [
    ...linkEarlier(runs, context.earlier ?? (() => null)),
    ...linkTerms(names, runs, clause.kind, language),
    ...markVerbs(clause, runs, language, context.profile ?? 'gbt1.1'),
    ...keepTogether(runs),
    ...(language === 'en' ? markChinese(runs) : []),
  ]);
  if (language === 'zh' || clause.kind !== 'foreword') return html;
  const bodies = Object.entries(context.bodies ?? {});
  return nameBodies(html, new Map(bodies.map(([zh, en]) => [escapeHtml(zh), escapeHtml(en)])));
}

/** The head of a term entry: its number, then the preferred term, what it is called in English, and its other names. */
function renderTerm(
  clause: Clause,
  entry: Term | undefined,
  number: string,
  language: Language,
): string {
  const english = clause.titleEn
    ? ` <span lang="en" class="term-en">${escapeHtml(clause.titleEn)}</span>`
    : '';
  const others = [...(entry?.abbreviations ?? []), ...(entry?.admitted ?? [])]
    .map((other) => `${words[language].joiner}<span class="term-other">${escapeHtml(other)}</span>`)
    .join('');
  return `<span class="term-number">${number}</span> <span class="term-name"><dfn>${clause.titleHtml}</dfn>${english}${others}</span>`;
}

/** 无标题条: the number stands at the head of the first paragraph. */
function renderUntitled(html: string, anchor: string, number: string, link: string): string {
  if (html.startsWith('<p>')) {
    const end = html.indexOf('</p>') + 4;
    return `<p class="clause-lead" id="${anchor}">${number} ${html.slice(3, end)}${link}${html.slice(end)}`;
  }
  return `<p class="clause-lead" id="${anchor}">${number}</p>${link}${html}`;
}
