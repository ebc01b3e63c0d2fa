/** Source of Typst: every text in it is a literal of a string. Made by `typst`. */
export class Typst {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

/** What may stand in a template: texts become literals of strings; `null` and `false` leave nothing; lists are put together. */
export type TypstPart = Typst | string | number | null | undefined | false | readonly TypstPart[];

/** No source at all. */
export const noTypst = new Typst('');

/** Controls, halves of pairs, and characters of no meaning outside of a program. */
const unprintable = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

/** Returns a text as a literal of a string, which nothing in it can end; a character that prints nothing becomes a blank. */
function quote(text: string): string {
  const escaped = text.replaceAll(unprintable, ' ').replaceAll(/["\\]/g, String.raw`\$&`);
  return `"${escaped}"`;
}

function write(part: TypstPart): string {
  if (part instanceof Typst) return part.source;
  if (typeof part === 'string') return quote(part);
  if (typeof part === 'number') return String(part);
  if (!part) return '';
  return part.map(write).join('');
}

/**
 * Source from a template in which every text is a literal: `` typst`#p[#${text};]` ``. A text is never read as markup, and
 * never as code.
 */
export function typst(strings: TemplateStringsArray, ...parts: readonly TypstPart[]): Typst {
  let source = strings[0] ?? '';
  for (const [at, part] of parts.entries()) source += write(part) + (strings[at + 1] ?? '');
  return new Typst(source);
}

/** A text as content. */
export function toContent(text: string): Typst {
  return text === '' ? noTypst : typst`#${text};`;
}

/** A list of arguments as an array, also of one or none. */
export function toArray(parts: readonly TypstPart[]): Typst {
  return typst`(${parts.map((part) => typst`${part}, `)})`;
}
