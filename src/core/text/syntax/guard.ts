import { findUnseenEntities } from './entities.ts';
import { applyEdits } from './edits.ts';
import type { Edit, EditedText } from './edits.ts';
import { hideAddresses } from './addresses.ts';
import { filler, hide, hideAll } from './hidden.ts';
import { hideDollars } from './dollars.ts';
import { hideStars } from './stars.ts';
import { inlineDirectives } from './directives.ts';

/**
 * Marks that CommonMark would take for markup where people who write Chinese mean them to the letter
 * are hidden from the parser, each behind one character of private use, and come back in the tree
 * (`reveal`). Marks that are meant are given neighbours with which CommonMark sees what they open and
 * close: it has no eye for words without blanks between them. Offsets are led back by `toSource`.
 */
export function guardMarks(source: string): EditedText {
  const front = /^---[ \t]*\n[^]*?\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(source)?.[0] ?? '';
  let text = source.slice(front.length);
  for (const { mark, pass } of passes) if (mark.test(text)) text = pass(text);
  return applyEdits(front + text, [...findFillings(text, front.length)].toSorted(byStart));
}

const passes: readonly { readonly mark: RegExp; readonly pass: (text: string) => string }[] = [
  { mark: /&/, pass: hideEntities },
  { mark: /:\/\/|@|www\./i, pass: hideAddresses },
  { mark: /~/, pass: (text) => text.replaceAll(/(?<![~\\])~{1,2}(?!~)/g, hideAll) },
  { mark: /\^/, pass: hideCarets },
  { mark: /\$/, pass: hideDollars },
  { mark: /\*/, pass: hideStars },
  { mark: /_/, pass: hideBlanks },
  { mark: /\[[ xX]\]/, pass: hideBoxes },
  { mark: /^#.*\{/m, pass: hideBraces },
  { mark: /:/, pass: hideColons },
];

function hideEntities(text: string): string {
  const found = findUnseenEntities(text);
  return found.length === 0
    ? text
    : applyEdits(
        text,
        found.map(({ start }) => ({ start, end: start + 1, text: hide('&') })),
      ).text;
}

/**
 * `m^3^`, `10^-3^`, `Na^+^`: what is raised holds no blank and no punctuation of a sentence. `[^a]` is a footnote;
 * `x^2+y^2` raises nothing, because the second mark is evidently the first of another pair.
 */
function hideCarets(text: string): string {
  const raised =
    /\[\^(?=[^\s[\]]+\])|\^{2,}|\^([^\s^|，。；：！？、“”‘’《》【】「」$`]{1,40})\^(?!\^)|\^/g;
  let shown = '';
  let at = 0;
  for (let match = raised.exec(text); match; match = raised.exec(text)) {
    const [whole, content] = match;
    const end = match.index + whole.length;
    const isMarkup =
      whole === '[^' ||
      text.charAt(match.index - 1) === '\\' ||
      (content !== undefined &&
        !content.endsWith('[') &&
        !content.endsWith('\\') &&
        !beginsAnother(content, text.slice(end, end + 2)));
    if (isMarkup) {
      if (text.charAt(match.index - 1) === '\\') raised.lastIndex = match.index + 1;
      continue;
    }
    const length = content === undefined ? whole.length : 1;
    shown += text.slice(at, match.index) + hideAll(whole.slice(0, length));
    at = match.index + length;
    raised.lastIndex = at;
  }
  return shown + text.slice(at);
}

/** `x^2+y^2`: what stands between the marks ends with the base of the second. */
function beginsAnother(content: string, after: string): boolean {
  if (!/^.+[A-Za-z)]$/.test(content)) return false;
  return /^[-+−]?\d/.test(after) || (/^[A-Za-z]/.test(after) && /^.+[-+*/=×·]/.test(content));
}

/** Blanks to fill in (`（____）年`, a line of underscores) are text, no emphasis and no rule. */
function hideBlanks(text: string): string {
  return text
    .replaceAll(/(?<!\\)_{3,}/g, hideAll)
    .replaceAll(/(?<=^|[^\p{L}\p{N}_\\])_{1,2}(?=[^\p{L}\p{N}_])/gmu, hideAll);
}

/** `- [ ] 是`: a box to tick is text. */
function hideBoxes(text: string): string {
  return text.replaceAll(
    /(?<=^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)+)\[(?=[ xX]\][ \t\n])/gm,
    hideAll,
  );
}

const headingAttributes =
  /^\{[ \t]*(?:(?:#[^\s{}"]+|\.group|was=(?:"[^"{}\n]*"|[^\s"{}]+))[ \t]*)+\}$/;

/** `# 集合 {a, b}`: braces that are no id of a heading. */
function hideBraces(text: string): string {
  return text.replaceAll(
    /(^[ \t]{0,3}#{1,6}[ \t].*?)((?<!\\)\{[^{}\n]*\})(?=[ \t]*$)/gm,
    (line, head: string, braces: string) =>
      headingAttributes.test(braces) ? line : head + hide('{') + braces.slice(1),
  );
}

/** `08:00`, `ISO 9001:2015`: a colon before a word is a directive only with one of its names and brackets. */
function hideColons(text: string): string {
  return text.replaceAll(plainColon, hideAll);
}

const plainColon = new RegExp(
  String.raw`(?<![:\]\\]|<[a-z]{1,10}):(?![:\s]|(?:${inlineDirectives.join('|')})\[)(?=[\p{L}\p{N}_])`,
  'gu',
);

const isPunctuation = /^[\p{P}\p{S}]$/u;
const isBlank = /^\s?$/;

function characterBefore(text: string, at: number): string {
  const last = text.charAt(at - 1);
  return /[\uDC00-\uDFFF]/.test(last) ? text.slice(at - 2, at) : last;
}

/**
 * Where a run of `*` or `^` stands between a word and a punctuation mark, CommonMark lets it only close, or only
 * open. A filler beside the punctuation mark makes it do both, and what is open decides.
 */
function* findFillings(text: string, offset: number): Iterable<Edit> {
  if (!/[*^]/.test(text)) return;
  for (const { 0: run, index } of text.matchAll(/(?<![\\*])\*+|(?<![\\[^])\^(?!\^)/g)) {
    const end = index + run.length;
    const before = characterBefore(text, index);
    const after = String.fromCodePoint(text.codePointAt(end) ?? 32);
    if (isBlank.test(before) || isBlank.test(after)) continue;
    const punctuated = isPunctuation.test(before);
    if (punctuated === isPunctuation.test(after)) continue;
    const at = offset + (punctuated ? index : end);
    yield { start: at, end: at, text: filler };
  }
}

/** Below a table the parser takes `:::` for a row: an empty line parts them. */
export function closeTables(text: string): EditedText {
  if (!text.includes('|\n:::')) return applyEdits(text, []);
  const ends = Array.from(text.matchAll(/\|\n(?=:{3,}[ \t]*(?:\n|$))/g), ({ index }) => index + 2);
  return applyEdits(
    text,
    ends.map((at) => ({ start: at, end: at, text: '\n' })),
  );
}

function byStart(left: Edit, right: Edit): number {
  return left.start - right.start;
}
