import { findUnseen } from '#core/characters/index.ts';

/** Named entities of HTML for characters that nobody sees. */
const named =
  'shy|zwj|zwnj|lrm|rlm|ZeroWidthSpace|NegativeThinSpace|NegativeMediumSpace|NegativeThickSpace|NegativeVeryThinSpace|NoBreak|InvisibleTimes|it|InvisibleComma|ic|ApplyFunction|af';
const entity = new RegExp(`&(?:#(?:[xX]([0-9a-fA-F]{1,6})|(\\d{1,7}))|(?:${named}));`, 'g');

/** Entities that stand for a character nobody sees, NUL or private use: they are printed as typed. */
export function findUnseenEntities(
  source: string,
): readonly { readonly start: number; readonly end: number; readonly found: string }[] {
  if (!source.includes('&')) return [];
  const found: { start: number; end: number; found: string }[] = [];
  for (const match of source.matchAll(entity)) {
    const digits = match[1] ?? match[2];
    if (digits !== undefined) {
      const code = Number.parseInt(digits, match[1] === undefined ? 10 : 16);
      const isText = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
      if (isText && findUnseen(String.fromCodePoint(code)).length === 0) continue;
    }
    found.push({ start: match.index, end: match.index + match[0].length, found: match[0] });
  }
  return found;
}
