import { hasHan } from '../characters/chinese.ts';
import type { StandardFacts } from '../model/standard-facts.ts';

/**
 * A standard as a reference in somebody else's text; this file is also shipped to the browser. Days are `YYYY-MM-DD`.
 */
export interface CitedStandard extends Pick<
  StandardFacts,
  'number' | 'title' | 'titleEn' | 'issued'
> {
  /** The title in the original, where `title` is a translation of it. */
  readonly original?: string;
  /** Bodies that issued it, where known. */
  readonly issuers?: readonly string[];
  /** Bodies that administer it (归口单位), where known. */
  readonly administrators?: readonly string[];
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

export const citationFormats = ['gbt7714', 'gbt7714-2015', 'bibtex', 'ris', 'csl'] as const;
export type CitationFormat = (typeof citationFormats)[number];

/** How files of each format end. */
export const citationExtensions: Readonly<Record<CitationFormat, string>> = {
  gbt7714: 'txt',
  'gbt7714-2015': 'txt',
  bibtex: 'bib',
  ris: 'ris',
  csl: 'json',
};

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
  return withNote(reference, standard);
}

function withNote(reference: string, standard: CitedStandard): string {
  const note = noteOf(standard);
  if (note === undefined) return reference;
  return hasHan(note) ? `${reference}（${note}）` : `${reference} (${note})`;
}

/** Bodies that are named; of more, these and 等 (GB/T 7714—2015, 8.1.2). */
const mostBodies = 3;

/**
 * GB/T 7714—2015, a standard: the body that administers it, else those that issue it, title, colon, number, `[S]`, place
 * and publisher, year, the clause as the pages of a book. A body that is not known is left out (8.1.4), and so are place and publisher
 * of what is on line; on paper it is said that they are not known (8.4).
 */
export function citeGbt7714Of2015(standard: CitedStandard): string {
  const { number, title, url, clause = '', accessed = '' } = standard;
  const chinese = hasHan(title);
  const administrators = namesOf(standard.administrators);
  const bodies = administrators.length > 0 ? administrators : namesOf(standard.issuers);
  const more = bodies.length > mostBodies ? [chinese ? '等' : 'et al'] : [];
  const by = [...bodies.slice(0, mostBodies), ...more].join(', ');
  const unknown = chinese ? '[出版地不详]: [出版者不详]' : '[S.l.]: [s.n.]';
  const year = yearOf(standard);
  const imprint = [url === undefined ? unknown : '', year].filter(Boolean).join(', ');
  const place = clause && `: ${flatten(clause)}`;
  const seen = url !== undefined && accessed ? `[${flatten(accessed)}]` : '';
  const parts = [
    by,
    `${flatten(title)}: ${flatten(number)}[${url === undefined ? 'S' : 'S/OL'}]`,
    `${imprint}${imprint ? place : place.slice(2)}${seen}`,
    url === undefined ? '' : flatten(url),
  ];
  return withNote(`${parts.filter(Boolean).join('. ')}.`, standard);
}

const namesOf = (names: readonly string[] = []): readonly string[] =>
  names.map(flatten).filter(Boolean);

const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function escapeTex(text: string): string {
  return flatten(text).replace(/[\\{}$&#%_~^]/g, (character) => TEX[character] ?? `\\${character}`);
}

/**
 * `@standard`, as BibLaTeX names it; the key is made of the number: `db9999-t-12-2023`. The clause is the `chapter`, which
 * is any unit of a work.
 */
export function citeBibtex(standard: CitedStandard): string {
  const { number, title, titleEn, original, issued, issuers = [], url } = standard;
  const { clause, accessed } = standard;
  const key = flatten(number)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]+/gu, '-')
    .replace(/^-|-$/g, '');
  const fields = [
    ['title', `{${escapeTex(title)}}`],
    ['titleaddon', titleEn && escapeTex(titleEn)],
    ['origtitle', original && escapeTex(original)],
    ['number', escapeTex(number)],
    ['organization', issuers.map((name) => `{${escapeTex(name)}}`).join(' and ')],
    ['year', yearOf(standard)],
    ['date', issued],
    ['chapter', clause && escapeTex(clause)],
    ['url', url && flatten(url).replace(/[{}\\]/g, encodeURIComponent)],
    ['urldate', url && accessed],
    ['note', noteOf(standard)],
  ].filter(([, value]) => value);
  return `@standard{${key},\n${fields.map(([name, value]) => `  ${name} = {${value}},\n`).join('')}}`;
}

/**
 * RIS, type `STAND`: the number is `SN` (document number), the issuing bodies `AU` (institution), the clause `SE` (section),
 * the day of access `Y2`.
 */
export function citeRis(standard: CitedStandard): string {
  const { number, title, titleEn, original, issued, issuers = [], url } = standard;
  const { clause, accessed } = standard;
  const lines = [
    ['TY', 'STAND'],
    ['TI', original ?? title],
    ['TT', original === undefined ? titleEn : title],
    ['SN', number],
    ['SE', clause],
    ...issuers.map((name) => ['AU', name]),
    ['PY', yearOf(standard)],
    ['DA', issued?.replaceAll('-', '/')],
    ['UR', url],
    ['Y2', url && accessed?.replaceAll('-', '/')],
    ['N1', noteOf(standard)],
  ].filter(([, value]) => value);
  return `${lines.map(([tag, value = '']) => `${tag}  - ${flatten(value)}\r\n`).join('')}ER  - \r\n`;
}

const toDateParts = (day: string): readonly number[] => day.split('-').map(Number);

/** One item of CSL-JSON, type `standard`; the clause is its `section`. A translated title has no variable in CSL 1.0.2. */
function toCslItem(standard: CitedStandard): Readonly<Record<string, unknown>> {
  const { number, title, original, issued, issuers = [], url, clause, accessed } = standard;
  const day = toDateParts(issued ?? yearOf(standard));
  const note = noteOf(standard);
  return {
    id: number,
    type: 'standard',
    number,
    title,
    ...(original && { 'original-title': original }),
    ...(clause && { section: flatten(clause) }),
    ...(issuers.length > 0 && { author: issuers.map((literal) => ({ literal })) }),
    ...(day[0] && { issued: { 'date-parts': [day] } }),
    ...(url && { URL: url }),
    ...(url && accessed && { accessed: { 'date-parts': [toDateParts(accessed)] } }),
    ...(note && { note }),
  };
}

/** A list of references as the text of one file. */
export function citeAll(standards: readonly CitedStandard[], format: CitationFormat): string {
  switch (format) {
    case 'gbt7714':
      return `${standards.map(citeGbt7714).join('\n')}\n`;
    case 'gbt7714-2015':
      return `${standards.map(citeGbt7714Of2015).join('\n')}\n`;
    case 'bibtex':
      return `${standards.map(citeBibtex).join('\n\n')}\n`;
    case 'ris':
      return standards.map(citeRis).join('\r\n');
    case 'csl':
      return `${JSON.stringify(standards.map(toCslItem), null, 2)}\n`;
  }
}
