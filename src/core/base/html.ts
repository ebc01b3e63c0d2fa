/** Markup: what stands in it was escaped when it was put there. Made by `html` and `xml`, or by `asHtml`. */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
}

/** What may stand in a template: text is escaped, markup is not; nothing, `null` and `false` leave nothing, lists are put together. */
export type HtmlPart = Html | string | number | null | undefined | false | readonly HtmlPart[];

/** Marks a string as markup. For what a library drew (KaTeX) or an earlier step of ours stored; never for what somebody wrote. */
export function asHtml(markup: string): Html {
  return new Html(markup);
}

/** No markup at all. */
export const noHtml = asHtml('');

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const special = /[&<>"\uE000-\uE00F]/g;
/** To look first costs less than to replace: most texts have none. */
const hasSpecial = /[&<>"\uE000-\uE00F]/;

/** Text for elements and for attributes between double quotes; private-use characters, which mark places in compiled HTML, fall away. */
function escapeHtml(text: string): string {
  return hasSpecial.test(text) ? text.replace(special, (found) => entities[found] ?? '') : text;
}

/** A text alone as HTML: what `html` makes of it, where there are very many. */
export function toHtml(text: string): Html {
  return new Html(escapeHtml(text));
}

const characters: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(entities).map(([character, entity]) => [entity, character]),
);

/** Text of markup without elements: the way back from a template. Other entities than its own stay as they are. */
export function readText(markup: string): string {
  if (!markup.includes('&')) return markup;
  return markup.replace(/&(?:amp|lt|gt|quot);/g, (entity) => characters[entity] ?? entity);
}

const specialInXml = /[&<>"]|[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Text for elements and attributes of XML; characters that XML does not know fall away. */
export function escapeXml(text: string): string {
  return text.replace(specialInXml, (found) => entities[found] ?? '');
}

type Tag = (strings: TemplateStringsArray, ...parts: readonly HtmlPart[]) => Html;

function createTag(escape: (text: string) => string): Tag {
  const write = (part: HtmlPart): string => {
    if (typeof part === 'string') return escape(part);
    if (part instanceof Html) return part.markup;
    if (typeof part === 'number') return String(part);
    if (!part) return '';
    let markup = '';
    for (const each of part) markup += each instanceof Html ? each.markup : write(each);
    return markup;
  };
  return (strings, ...parts) => {
    let markup = strings[0] ?? '';
    for (let at = 0; at < parts.length; at++) markup += write(parts[at]) + (strings[at + 1] ?? '');
    return new Html(markup);
  };
}

/** HTML from a template in which every text is escaped: `` html`<b>${text}</b>` ``. Attributes stand between double quotes. */
export const html: Tag = createTag(escapeHtml);

/** XML and SVG likewise. */
export const xml: Tag = createTag(escapeXml);
