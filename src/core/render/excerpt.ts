import type { CompiledText } from '../model/standard.ts';
import { html } from '../base/html.ts';
import { renderBody } from './body.ts';
import type { FillContext } from './holes.ts';

/**
 * Some clauses of a text for another page, `page` being the address of their own: without anchors, which that page has,
 * and without headings, which would be headings of the page they are shown on. What leads to a place of the text leads
 * to their own page.
 */
export function renderExcerpt(
  text: CompiledText,
  places: readonly number[],
  context: FillContext,
  page: string,
): string {
  const home = html`${page}`.markup;
  return renderBody(text, { ...context, only: new Set(places) })
    .replace(/<a class="copy-link"[^>]*>#<\/a>/g, '')
    .replace(/<span class="alias"[^>]*><\/span>/g, '')
    .replace(/<(\/?)h[2-6]\b/g, '<$1p')
    .replace(/(<[a-z][^<>]*?) (?:id|aria-labelledby|aria-describedby)="[^"]*"/g, '$1')
    .replace(/ href="#/g, ` href="${home}#`);
}
