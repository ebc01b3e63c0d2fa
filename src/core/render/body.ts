import type { Clause, CompiledText, Language, Term } from '../model/standard.ts';
import { fillHoles } from './holes.ts';
import type { FillContext } from './holes.ts';
import { escapeHtml } from './html.ts';

const annexNature = {
  zh: { true: '（规范性）', false: '（资料性）' },
  en: { true: '(normative)', false: '(informative)' },
} as const;

/**
 * The whole body as nested sections, every clause with its anchors: the stable id, earlier ids, and
 * the printed address (`#5.2`). Headings start at h2. Mentions of other standards are filled in.
 */
export function renderBody(text: CompiledText, context: FillContext): string {
  let html = '';
  const open: number[] = [];
  const terms = new Map(text.terms.map((term) => [text.clauses[term.clause], term]));
  for (const clause of text.clauses) {
    while ((open.at(-1) ?? 0) >= clause.level) {
      open.pop();
      html += '</section>';
    }
    open.push(clause.level);
    html += drawClause(clause, text.language, terms.get(clause));
  }
  html += '</section>'.repeat(open.length);
  if (text.footnotesHtml) {
    const label = text.language === 'zh' ? '脚注' : 'Footnotes';
    html += `<section class="footnotes" aria-label="${label}">${text.footnotesHtml}</section>`;
  }
  return fillHoles(html, context);
}

function drawClause(clause: Clause, language: Language, entry: Term | undefined): string {
  const { kind, level, id, address } = clause;
  const role = kind === 'term' ? 'clause term' : 'clause';
  const section = `<section class="${role}" data-kind="${kind}" data-level="${level}">`;
  const aliases = [...clause.aliases, ...(address ? [address] : [])]
    .map((alias) => `<span class="alias" id="${escapeHtml(alias)}"></span>`)
    .join('');
  const anchor = escapeHtml(id);
  const number = address
    ? `<a class="num" href="#${anchor}">${kind === 'annex' ? escapeHtml(clause.label) : escapeHtml(address)}</a>`
    : '';
  if (kind === 'term') {
    const english = clause.titleEn
      ? ` <span lang="en" class="term-en">${escapeHtml(clause.titleEn)}</span>`
      : '';
    const others = [...(entry?.abbreviations ?? []), ...(entry?.admitted ?? [])]
      .map((other) => `<span class="term-other">${escapeHtml(other)}</span>`)
      .join('');
    return `${section}<p class="term-number" id="${anchor}">${aliases}${number}</p><p class="term-name"><dfn>${clause.titleHtml}</dfn>${english}${others}</p>${clause.html}`;
  }
  if (!clause.title) return section + drawUntitled(clause, anchor, aliases + number);
  const heading = `h${Math.min(level + 1, 6)}`;
  if (kind === 'annex') {
    const nature = annexNature[language][`${clause.normative}`];
    return `${section}<${heading} id="${anchor}" class="clause-title annex-title">${aliases}<span class="annex-label">${number}</span><span class="annex-nature">${nature}</span><span class="annex-name">${clause.titleHtml}</span></${heading}>${clause.html}`;
  }
  const role2 = kind === 'clause' || kind === 'chapter' ? '' : ' element-title';
  return `${section}<${heading} id="${anchor}" class="clause-title${number ? '' : ' unnumbered'}${role2}">${aliases}${number ? `${number} ` : ''}<span>${clause.titleHtml}</span></${heading}>${clause.html}`;
}

/** 无标题条: the number stands at the head of the first paragraph. */
function drawUntitled(clause: Clause, anchor: string, number: string): string {
  if (clause.html.startsWith('<p>')) {
    return `<p class="clause-lead" id="${anchor}">${number} ${clause.html.slice(3)}`;
  }
  return `<p class="clause-lead" id="${anchor}">${number}</p>${clause.html}`;
}
