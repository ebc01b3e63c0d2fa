const DASHES = /[\u2010-\u2015\u2212\u2500\u30fc\ufe58\ufe63\uff0d\uff70]/g;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]/g;

/**
 * One spelling for all ways to write a standard number: full-width forms become ASCII (NFKC), every dash becomes
 * `-`, every run of white space one space, letters upper case. Spaces around `-`, `/`, `~` and inside brackets go.
 * For index and query alike; it never fails, and does not decide whether the text is a number.
 */
export function normalizeSpelling(input: string): string {
  return input
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(DASHES, '-')
    .replace(/[\u301c\u223c]/g, '~')
    .replace(/\s+/g, ' ')
    .replace(/ ?([-~]) ?/g, '$1')
    .replace(/--+/g, '-')
    .replace(/\( /g, '(')
    .replace(/ \)/g, ')')
    .trim()
    .toUpperCase();
}
