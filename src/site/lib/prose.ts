import { drawProse } from '#core/text/draw-prose.ts';
import { isSafeLink } from '#core/text/syntax/unsafe.ts';

/**
 * Markdown of an explanation as HTML that nothing can run in: headings from `<h3>` down, and links to http(s), mail or `#id`.
 */
export function renderProse(markdown: string): string {
  const linkOf = (url: string) => (isSafeLink(url) ? { href: url, rel: 'noopener' } : undefined);
  return drawProse(markdown, { linkOf, top: 3, below: 1 }).markup;
}
