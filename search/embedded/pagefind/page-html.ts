import { html } from '#core/base/html.ts';
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
  const written = clauses.map((clause) => {
    const weight = clause.peripheral && light;
    // One paragraph: Pagefind writes a point behind each.
    return html`<h2 id="${clause.id}"${weight}>${joinHeading(clause)}</h2><p${weight}>${clause.text.join(' ')}</p>`;
  });
  const literals = listLiterals(page).join(' ');
  const last = literals !== '' && html`<h2 id="${LITERALS}">${LITERALS}</h2><p>${literals}</p>`;
  const meta = [
    html`<meta data-pagefind-meta="slug[content]" content="${slug}">`,
    html`<meta data-pagefind-meta="language[content]" content="${language}">`,
  ];
  const opening = lead.map((text) => html`<p>${text}</p>`);
  return html`<!doctype html><html lang="zh-cn"><head><title>${title}</title>${meta}</head><body><h1>${number} ${title}</h1>${opening}${written}${last}</body></html>`
    .markup;
}

/** For what only names other texts and people. */
const light = html` data-pagefind-weight="0.1"`;
