import { hasHan } from '../characters/chinese.ts';
import type { StandardFacts } from '../model/standard-facts.ts';

/**
 * A standard as a reference in somebody else's text. No imports: this file is also shipped to the browser.
 * Days are `YYYY-MM-DD`.
 */
export interface CitedStandard extends Pick<
  StandardFacts,
  'number' | 'title' | 'titleEn' | 'issued'
> {
  /** Bodies that issued it, where known. */
  readonly issuers?: readonly string[];
  /** Absolute address at which the text itself can be read; absent when only facts are known. */
  readonly url?: string;
  /** The clause that is cited, as printed: `6.4`, `第4章`; `url` leads to it. */
  readonly clause?: string;
  /** The day on which the reader saw the text at `url`. */
  readonly accessed?: string;
  /** That it holds no longer, in the language of the reference: `已被 … 代替`. */
  readonly standing?: string;
  /** The standard is a sample, which the reference says in this language; absent for a real standard. */
  readonly sample?: 'zh' | 'en';
}

const SAMPLE_NOTES = { zh: '样例，不得引用为真实标准', en: 'sample, not a real standard' } as const;

export const citationFormats = ['gbt7714', 'bibtex', 'ris', 'csl'] as const;
export type CitationFormat = (typeof citationFormats)[number];

/** What a reader of the reference must know: that it is a sample, that it holds no longer. */
function noteOf({ sample, standing }: CitedStandard): string | undefined {
  const notes = [sample && SAMPLE_NOTES[sample], standing && flatten(standing)].filter(
    (note) => note !== undefined && note !== '',
  );
  return notes.length === 0 ? undefined : notes.join(hasHan(notes.join('')) ? '；' : '; ');
}

/** Line breaks and other white space of a value become single spaces, so that no value can start a field of its own. */
const flatten = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

/** The year of the number, else of the day of issue; empty when neither is known. */
function yearOf({ number, issued = '' }: CitedStandard): string {
  return /[—–:-](\d{4})\D*$/.exec(number)?.[1] ?? issued.slice(0, 4);
}

/**
 * GB/T 7714—2025 (in force since 2026-07-01), a standard: number, one ideographic space, title, `[S]`; on line
 * `[S/OL]`, the clause behind a colon as a page of a book would be, the day of access in square brackets and the address.
 * That it is a sample or holds no longer stands in brackets after the reference.
 */
export function citeGbt7714(standard: CitedStandard): string {
  const { number, title, url, clause = '', accessed = '' } = standard;
  const place = clause && `: ${flatten(clause)}`;
  const day = accessed && `[${flatten(accessed)}]`;
  const head = `${flatten(number)}\u3000${flatten(title)}`;
  const reference =
    url === undefined
      ? `${head}[S]${place}.`
      : `${head}[S/OL]${place || (day && '. ')}${day}. ${flatten(url)}.`;
  const note = noteOf(standard);
  if (note === undefined) return reference;
  return hasHan(note) ? `${reference}（${note}）` : `${reference} (${note})`;
}

const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function escapeTex(text: string): string {
  return flatten(text).replace(/[\\{}$&#%_~^]/g, (character) => TEX[character] ?? `\\${character}`);
}

/** `@standard`, as BibLaTeX names it; the key is made of the number: `db9902-t-12-2023`. */
export function citeBibtex(standard: CitedStandard): string {
  const { number, title, titleEn, issued, issuers = [], url } = standard;
  const key = flatten(number)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]+/gu, '-')
    .replace(/^-|-$/g, '');
  const fields = [
    ['title', `{${escapeTex(title)}}`],
    ['titleaddon', titleEn && escapeTex(titleEn)],
    ['number', escapeTex(number)],
    ['organization', issuers.map((name) => `{${escapeTex(name)}}`).join(' and ')],
    ['year', yearOf(standard)],
    ['date', issued],
    ['url', url && flatten(url).replace(/[{}\\]/g, encodeURIComponent)],
    ['note', noteOf(standard)],
  ].filter(([, value]) => value);
  return `@standard{${key},\n${fields.map(([name, value]) => `  ${name} = {${value}},\n`).join('')}}`;
}

/** RIS, type `STAND`: the number is `SN` (document number), the issuing bodies `AU` (institution). */
export function citeRis(standard: CitedStandard): string {
  const { number, title, titleEn, issued, issuers = [], url } = standard;
  const lines = [
    ['TY', 'STAND'],
    ['TI', title],
    ['TT', titleEn],
    ['SN', number],
    ...issuers.map((name) => ['AU', name]),
    ['PY', yearOf(standard)],
    ['DA', issued?.replaceAll('-', '/')],
    ['UR', url],
    ['N1', noteOf(standard)],
  ].filter(([, value]) => value);
  return `${lines.map(([tag, value = '']) => `${tag}  - ${flatten(value)}\r\n`).join('')}ER  - \r\n`;
}

/** One item of CSL-JSON, type `standard`. */
export function toCslItem(standard: CitedStandard): Readonly<Record<string, unknown>> {
  const { number, title, titleEn, issued, issuers = [], url } = standard;
  const day = issued ? issued.split('-').map(Number) : [Number(yearOf(standard))];
  const note = noteOf(standard);
  return {
    id: number,
    type: 'standard',
    number,
    title,
    ...(titleEn && { 'original-title': titleEn }),
    ...(issuers.length > 0 && { author: issuers.map((literal) => ({ literal })) }),
    ...(day[0] && { issued: { 'date-parts': [day] } }),
    ...(url && { URL: url }),
    ...(note && { note }),
  };
}

/** A list of references as the text of one file. */
export function citeAll(standards: readonly CitedStandard[], format: CitationFormat): string {
  switch (format) {
    case 'gbt7714':
      return `${standards.map(citeGbt7714).join('\n')}\n`;
    case 'bibtex':
      return `${standards.map(citeBibtex).join('\n\n')}\n`;
    case 'ris':
      return standards.map(citeRis).join('\r\n');
    case 'csl':
      return `${JSON.stringify(standards.map(toCslItem), null, 2)}\n`;
  }
}
