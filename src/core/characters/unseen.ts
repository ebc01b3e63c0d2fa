/** Why a character has no place in a text: nobody sees it, or it stands for one that was lost. */
export type UnseenKind = 'bidi' | 'control' | 'damaged' | 'private' | 'noncharacter' | 'format';

const kinds: readonly (readonly [UnseenKind, string])[] = [
  ['bidi', String.raw`\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069`],
  ['control', String.raw`\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u2028\u2029`],
  ['damaged', String.raw`\uFFFC\uFFFD\p{Cs}`],
  ['private', String.raw`\p{Co}`],
  ['noncharacter', String.raw`\p{Noncharacter_Code_Point}`],
  ['format', String.raw`\p{Default_Ignorable_Code_Point}\u2800\uFFF9-\uFFFB`],
];

const patterns = kinds.map(([kind, set]) => [kind, new RegExp(`^[${set}]`, 'u')] as const);
const unseen = new RegExp(`[${kinds.map(([, set]) => set).join('')}]`, 'gu');

/** Controls that end a line or part two columns in other programs: a blank stands for them. */
const blank = /[\u000B\u000C\u001C-\u001F\u0085\u2028\u2029]/;

/** What is none of the characters that nearly every text consists of. */
const unusual =
  /[^\t\n\r\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff\u0391-\u03c9\u0410-\u044f\u2010-\u2027\u2030-\u205e\u2070-\u20bf\u2100-\u27ff\u2900-\u2bff\u3000-\u3029\u3030-\u3098\u309b-\u3163\u3165-\u9fff\uff01-\uff9f]/;

/**
 * Whether a text holds nothing but ordinary letters, ideographs, digits and marks: then nothing in it is unseen, combines with
 * another character or stands for one.
 */
export function hasOnlyPlainCharacters(text: string): boolean {
  return !unusual.test(text);
}

export interface FoundUnseen {
  readonly start: number;
  readonly found: string;
  readonly kind: UnseenKind;
}

/** Every character of a text that nobody sees or that was lost: zero-width, bidi, controls, U+FFFD, private use. */
export function findUnseen(text: string): readonly FoundUnseen[] {
  return Array.from(text.matchAll(unseen), ({ 0: found, index }) => ({
    start: index,
    found,
    kind: patterns.find(([, pattern]) => pattern.test(found))?.[0] ?? 'format',
  }));
}

/**
 * What stands for such a character in the text that is read and printed: U+FFFD for one that was lost or that only a
 * certain font can draw, a blank for an end of line, nothing else.
 */
export function replaceUnseen({ found, kind }: FoundUnseen): string {
  if (kind === 'private' || (kind === 'damaged' && found !== '\uFFFC')) return '\uFFFD';
  return blank.test(found) ? ' ' : '';
}

/** The text as a person reads it: `replaceUnseen` at each character that nobody sees. */
export function removeUnseen(text: string): string {
  if (hasOnlyPlainCharacters(text)) return text;
  let read = '';
  let at = 0;
  for (const each of findUnseen(text)) {
    read += text.slice(at, each.start) + replaceUnseen(each);
    at = each.start + each.found.length;
  }
  return read + text.slice(at);
}

/** A character as a message names it: `U+200B`. */
export function nameCodePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
