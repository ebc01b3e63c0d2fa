import { readText } from '../base/html.ts';
import type { Html } from '../base/html.ts';

/** A stretch of the HTML of a block that is to be put between two tags. */
export interface Wrap {
  /** Characters of the run, the end left out. */
  readonly start: number;
  readonly end: number;
  readonly open: Html;
  readonly close: Html;
}

/** The words of one block of HTML as a reader sees them, with the place of each character. */
export interface HtmlRun {
  /** Entities read; what nothing may be put into (links, code, formulae, mentions) is one character each. */
  readonly text: string;
  /** Elements around the block, outermost first: `figure.std-table`, `th`, `p.note`. */
  readonly inside: readonly string[];
  /** What the text is made of, in its order: few, where characters are many. */
  readonly pieces: readonly Piece[];
}

/** A stretch of the HTML that a stretch of a run was read from. */
interface Piece {
  /** Where it begins in the text of the run. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
  /** It is one character, however it is written: an entity, a link, two units of UTF-16. Else it stands as it is read. */
  readonly isOne: boolean;
  /** It stands in a provision that its author marked. */
  readonly marked: boolean;
}

/** Where the character of a run begins in the HTML. */
export function fromOf(run: HtmlRun, at: number): number {
  const { from, at: start, isOne } = pieceOf(run, at);
  return isOne ? from : from + at - start;
}

/** Where the character of a run ends in the HTML. */
export function toOf(run: HtmlRun, at: number): number {
  const { from, to, at: start, isOne } = pieceOf(run, at);
  return isOne ? to : from + at - start + 1;
}

/** Whether the character of a run stands in a provision that its author marked. */
export const isMarked = (run: HtmlRun, at: number): boolean => pieceOf(run, at).marked;

const noPiece: Piece = { at: 0, from: 0, to: 0, isOne: true, marked: false };

const pieceOf = (run: HtmlRun, at: number): Piece => run.pieces[placeOf(run, at)] ?? noPiece;

/** Which piece a character of a run stands in; a hostile text may have very many. */
function placeOf({ pieces }: HtmlRun, at: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.at ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The text of a run with full stops in place of what its author marked as provisions. */
export function withoutMarked({ text, pieces }: HtmlRun): string {
  if (!pieces.some(({ marked }) => marked)) return text;
  const parts = pieces.map(({ at, marked }, index) => {
    const part = text.slice(at, pieces[index + 1]?.at);
    return marked ? '。'.repeat(part.length) : part;
  });
  return parts.join('');
}

/** Stands for a link or a mention of a standard in the text of a run, and for a formula. */
export const OPAQUE = '\uFFFC';
export const FORMULA = '\uFFFB';

const BLOCKS = new Set(
  'p li td th div figure figcaption ul ol table thead tbody tr blockquote pre section h2 h3 h4 h5 h6'.split(
    ' ',
  ),
);
const CLOSED = new Set(['a', 'dfn', 'code', 'button', 'math', 'svg']);
const VOID = new Set(['br', 'img', 'hr', 'wbr', 'input']);
/** A tag whose values stand between double quotes; what is written so and is none is text. */
const tagAt = /<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|[^">])*)>/iy;
const entityAt = /&(?:amp|lt|gt|quot);/y;
const MENTION = '\uE000';
const mentionEnd = '\uE002';
/** The codes at which something else begins than text that stands as it is read. */
const [lessThan, ampersand, mention] = ['<', '&', MENTION].map((sign) => sign.charCodeAt(0));

/** Where the text that begins at a place and stands as it is read ends: at a tag, an entity, a mention, or two units that are one character. */
function endOfText(html: string, start: number): number {
  let at = start;
  for (; at < html.length; at += 1) {
    const code = html.charCodeAt(at);
    if (code === lessThan || code === ampersand || code === mention) break;
    if (code >= 0xd800 && code < 0xdc00 && isPair(html, at)) break;
  }
  return at;
}

const isPair = (html: string, at: number): boolean => (html.codePointAt(at) ?? 0) > 0xffff;

/** Where what begins at a place and is one character ends: an entity, a mention, or a character that means nothing more. */
function endOfOne(html: string, at: number): number {
  const code = html.charCodeAt(at);
  if (code === ampersand) {
    entityAt.lastIndex = at;
    if (entityAt.test(html)) return entityAt.lastIndex;
  }
  if (code === mention) {
    const end = html.indexOf(mentionEnd, at);
    if (end !== -1) return end + 1;
  }
  return at + (isPair(html, at) ? 2 : 1);
}

interface Open {
  readonly tag: string;
  readonly name: string;
  readonly marked: boolean;
}

interface Draft {
  text: string;
  readonly inside: readonly string[];
  readonly pieces: Piece[];
}

/** The runs of some HTML that the render made, in its order; runs of white space alone are left out. */
export function readHtmlRuns(html: string): readonly HtmlRun[] {
  const runs: Draft[] = [];
  const open: Open[] = [];
  let run: Draft | undefined;
  let closed: { readonly depth: number; readonly start: number; readonly as: string } | undefined;
  const add = (words: string, from: number, to: number, isOne: boolean): void => {
    if (!run) {
      run = { text: '', inside: open.map(({ name }) => name), pieces: [] };
      runs.push(run);
    }
    const marked = open.some((element) => element.marked);
    run.pieces.push({ at: run.text.length, from, to, isOne, marked });
    run.text += words;
  };
  const pass = (slash: string, tag: string, attributes: string, start: number, end: number) => {
    if (slash) {
      if (open.at(-1)?.tag === tag) open.pop();
      if (closed && open.length === closed.depth) {
        add(closed.as, closed.start, end, true);
        closed = undefined;
      }
    } else {
      const classes = attributes === '' ? '' : (/\bclass="([^"]*)"/.exec(attributes)?.[1] ?? '');
      const formula = classes.startsWith('katex') && /^katex\b/.test(classes);
      if (!closed && (formula || CLOSED.has(tag))) {
        closed = { depth: open.length, start, as: formula ? FORMULA : OPAQUE };
      }
      if (!VOID.has(tag)) {
        const name = classes ? `${tag}.${classes.replaceAll(' ', '.')}` : tag;
        open.push({ tag, name, marked: classes === 'provision' });
      } else if (!closed) run = undefined;
    }
    if (!closed && BLOCKS.has(tag)) run = undefined;
  };
  for (let at = 0; at < html.length;) {
    const start = at;
    if (html.charCodeAt(at) === lessThan) {
      tagAt.lastIndex = at;
      const [whole, slash = '', tag = '', attributes = ''] = tagAt.exec(html) ?? [];
      if (whole !== undefined) {
        at += whole.length;
        pass(slash, tag, attributes, start, at);
        continue;
      }
    }
    at = endOfText(html, start);
    const isOne = at === start;
    if (isOne) at = endOfOne(html, start);
    if (closed) continue;
    const written = html.slice(start, at);
    if (!isOne) add(written, start, at, false);
    else add(written.startsWith(MENTION) ? OPAQUE : readText(written), start, at, true);
  }
  return runs.filter(({ text }) => text.trim() !== '');
}

/**
 * HTML with tags put around stretches of its runs. A stretch that begins or ends inside an element, or lies over an earlier
 * one, is left out.
 */
export function wrapRuns(
  html: string,
  wraps: Iterable<readonly [run: HtmlRun, wrap: Wrap]>,
): string {
  const pieces: { readonly from: number; readonly to: number; readonly wrap: Wrap }[] = [];
  for (const [run, wrap] of wraps) {
    if (wrap.end <= wrap.start || isParted(run, wrap)) continue;
    pieces.push({ from: fromOf(run, wrap.start), to: toOf(run, wrap.end - 1), wrap });
  }
  if (pieces.length === 0) return html;
  pieces.sort((a, b) => a.from - b.from || b.to - a.to);
  let result = '';
  let at = 0;
  for (const { from, to, wrap } of pieces) {
    if (from < at) continue;
    result += html.slice(at, from) + wrap.open.markup + html.slice(from, to) + wrap.close.markup;
    at = to;
  }
  return result + html.slice(at);
}

/** Whether something stands between the characters of a stretch of a run: a tag. */
function isParted(run: HtmlRun, { start, end }: Wrap): boolean {
  const { pieces } = run;
  for (let place = placeOf(run, start) + 1; place < pieces.length; place += 1) {
    const piece = pieces[place];
    if (!piece || piece.at >= end) return false;
    if (piece.from !== pieces[place - 1]?.to) return true;
  }
  return false;
}
