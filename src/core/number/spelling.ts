import { replaceMarks } from './marks.ts';

const INVISIBLE = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]/g;

/**
 * One spelling for all ways to write a standard number: full-width forms become ASCII (NFKC), every dash becomes
 * `-` and every other look-alike mark its own, every run of white space one space, letters upper case. Spaces around `-`, `/`, `~` and inside brackets go.
 * For index and query alike; it never fails, and does not decide whether the text is a number.
 */
export function normalizeSpelling(input: string): string {
  return replaceMarks(input.normalize('NFKC').replace(INVISIBLE, ''))
    .replace(/\s+/g, ' ')
    .replace(/ ?([-~]) ?/g, '$1')
    .replace(/--+/g, '-')
    .replace(/\( /g, '(')
    .replace(/ \)/g, ')')
    .trim()
    .toUpperCase();
}
