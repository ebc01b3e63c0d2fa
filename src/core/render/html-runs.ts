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
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** Whether the character stands in a provision that its author marked. */
  readonly marked: readonly boolean[];
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
const token =
  /<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|[^">])*)>|\uE000[^\uE002]*\uE002|&(?:amp|lt|gt|quot);|[^<&\uE000\u{10000}-\u{10FFFF}]+|[\s\S]/giu;

interface Open {
  readonly tag: string;
  readonly name: string;
  readonly marked: boolean;
}

interface Draft {
  text: string;
  readonly inside: readonly string[];
  readonly from: number[];
  readonly to: number[];
  readonly marked: boolean[];
}

/** The runs of some HTML that the render made, in its order; runs of white space alone are left out. */
export function readHtmlRuns(html: string): readonly HtmlRun[] {
  const runs: Draft[] = [];
  const open: Open[] = [];
  let run: Draft | undefined;
  let closed: { readonly depth: number; readonly start: number; readonly as: string } | undefined;
  const add = (words: string, from: number, to: number): void => {
    if (!run) {
      run = { text: '', inside: open.map(({ name }) => name), from: [], to: [], marked: [] };
      runs.push(run);
    }
    const marked = open.some((element) => element.marked);
    // One character, however it is written: an entity, a link, two units of UTF-16.
    const isWhole = to - from !== words.length || (words.codePointAt(0) ?? 0) > 0xffff;
    for (let unit = 0; unit < words.length; unit += 1) {
      run.from.push(isWhole ? from : from + unit);
      run.to.push(isWhole ? to : from + unit + 1);
      run.marked.push(marked);
    }
    run.text += words;
  };
  for (const match of html.matchAll(token)) {
    const [whole, slash, tag = '', attributes = ''] = match;
    const { index } = match;
    const end = index + whole.length;
    if (tag === '') {
      if (closed) continue;
      add(whole.startsWith('\uE000') ? OPAQUE : readText(whole), index, end);
      continue;
    }
    if (slash) {
      if (open.at(-1)?.tag === tag) open.pop();
      if (closed && open.length === closed.depth) {
        add(closed.as, closed.start, end);
        closed = undefined;
      }
    } else {
      const classes = /\bclass="([^"]*)"/.exec(attributes)?.[1] ?? '';
      const formula = /^katex\b/.test(classes);
      if (!closed && (formula || CLOSED.has(tag))) {
        closed = { depth: open.length, start: index, as: formula ? FORMULA : OPAQUE };
      }
      if (!VOID.has(tag)) {
        const name = classes ? `${tag}.${classes.split(' ').join('.')}` : tag;
        open.push({ tag, name, marked: classes === 'provision' });
      } else if (!closed) run = undefined;
    }
    if (!closed && BLOCKS.has(tag)) run = undefined;
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
    let whole = wrap.end > wrap.start;
    for (let at = wrap.start + 1; at < wrap.end; at += 1) {
      const before = run.to[at - 1];
      const same = run.from[at] === run.from[at - 1];
      if (!same && run.from[at] !== before) whole = false;
    }
    if (!whole) continue;
    pieces.push({ from: run.from[wrap.start] ?? 0, to: run.to[wrap.end - 1] ?? 0, wrap });
  }
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
