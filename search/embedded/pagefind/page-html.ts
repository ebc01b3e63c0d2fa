import type { TextPage } from '#search/record/index.ts';
import { joinHeading } from './heading.ts';
import { listLiterals } from './list-literals.ts';
import { LITERALS } from './literals.ts';

/**
 * The page Pagefind is given, and not one of the site's: a heading with the anchor's id for each clause, so that
 * clauses come back with the hit. One language for all pages, since one question asks one language's index.
 */
export function toPage(page: TextPage): string {
  const { slug, language, number, title, lead, clauses } = page;
  const parts = [
    `<!doctype html><html lang="zh-cn"><head><title>${escape(title)}</title>`,
    `<meta data-pagefind-meta="slug[content]" content="${escape(slug)}">`,
    `<meta data-pagefind-meta="language[content]" content="${language}">`,
    `</head><body><h1>${escape(number)} ${escape(title)}</h1>`,
    ...lead.map(paragraph),
  ];
  for (const clause of clauses) {
    const weight = clause.peripheral ? LIGHT : '';
    parts.push(
      `<h2 id="${escape(clause.id)}"${weight}>${escape(joinHeading(clause))}</h2>`,
      // One paragraph: Pagefind writes a point behind each.
      `<p${weight}>${escape(clause.text.join(' '))}</p>`,
    );
  }
  const literals = escape(listLiterals(page).join(' '));
  if (literals !== '') parts.push(`<h2 id="${LITERALS}">${LITERALS}</h2><p>${literals}</p>`);
  return `${parts.join('')}</body></html>`;
}

/** For what only names other texts and people. */
const LIGHT = ' data-pagefind-weight="0.1"';

const paragraph = (text: string): string => `<p>${escape(text)}</p>`;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');
}
