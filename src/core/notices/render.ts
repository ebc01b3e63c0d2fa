import { drawProse } from '../text/draw-prose.ts';

/** Where a link leads; undefined where only its text is printed. */
type HrefOf = (url: string) => string | undefined;

const outside: HrefOf = (url) => (/^(?:https?:\/\/|mailto:)/i.test(url) ? url : undefined);

/**
 * The text of a notice as HTML that nothing can run in: headings from `<h2>` down, and links to http(s) or mail, or where
 * `hrefOf` lets them lead.
 */
export function renderNotice(body: string, hrefOf: HrefOf = outside): string {
  const linkOf = (url: string) => {
    const href = hrefOf(url);
    if (href === undefined) return undefined;
    return outside(href) === undefined ? { href } : { href, rel: 'nofollow' };
  };
  return drawProse(body, { linkOf, top: 2, below: 0 }).markup;
}
