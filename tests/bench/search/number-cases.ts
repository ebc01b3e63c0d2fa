import type { CatalogEntry } from '#core/catalog/index.ts';
import type { Family } from '#core/number/index.ts';
import { drawEntries, preferred } from './case.ts';
import type { QueryCase, QuerySource } from './case.ts';

/** A number as people type it: with its year, or without, when all editions are meant. */
interface Spelling {
  readonly text: string;
  readonly dated: boolean;
}

const widen = (text: string): string =>
  text
    .replace(/[!-~]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0))
    .replaceAll(' ', '\u3000');

const OWN: ReadonlySet<Family> = new Set(['national', 'industry', 'local', 'group', 'enterprise']);
const CODE = /^(?:DB(?=\d)|[TQ]\/|[A-Z]+(?:\/[TZ])? (?=\d))/;

/**
 * The spellings of one number. Numbers of unusual form (joint, ranges, bulletins, amendments, other languages) have only those
 * that do not take them apart.
 */
function spell({ key, number, slug, parsed }: CatalogEntry): readonly Spelling[] {
  const whole = [
    number,
    key,
    widen(key),
    `《${number}》`,
    `标准号：${number}。`,
    key.toLowerCase(),
    ` ${number} `,
  ];
  if (parsed?.form !== 'plain' || parsed.year === null) {
    return whole.map((text) => ({ text, dated: true }));
  }
  const { year } = parsed;
  const stem = key.slice(0, key.lastIndexOf(year) - 1);
  const glued = stem.toLowerCase().replace(/[ /]/g, '');
  const joiner = key.at(stem.length) ?? '-';
  const plain = stem.replace(/\/[TZ](?= ?\d)/, '');
  // The code goes, up to a region's digits or a society's letters: `9902/T 12`, `SFCC 003`, `191`.
  const bare = OWN.has(parsed.family) && parsed.series === null ? stem.replace(CODE, '') : stem;
  const dated = [
    ...whole,
    slug,
    `${glued}${joiner}${year}`,
    `${glued}${year}`,
    `${stem.replaceAll(' ', '')}${joiner}${year}`,
    `${stem.replace('/', ' / ')} - ${year}`,
    ...['–', '－', '−', '‐', '―'].map((dash) => `${stem}${dash}${year}`),
    widen(`${stem}—`) + widen(year),
    `${stem} ${year}`,
    `${stem}${joiner}${year.slice(2)}`,
    `${bare}${joiner}${year}`,
    `${plain}${joiner}${year}`,
    `${stem}\u200b${joiner}${year}`,
  ];
  const undated = [
    stem,
    glued,
    widen(stem),
    stem.replaceAll(' ', ''),
    plain,
    plain.toLowerCase().replace(/[ /]/g, ''),
    `《${stem}》`,
    // A serial alone says too little; two numbers say which standard.
    ...(/\d\D+\d|^[A-Z]/.test(bare) ? [bare] : []),
  ];
  return [
    ...dated.map((text) => ({ text, dated: true })),
    ...undated.map((text) => ({ text, dated: false })),
  ];
}

/** What two spellings have in common when a person takes them for the same: width, case, blanks and kinds of dashes apart. */
function reading(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[^\p{L}\p{N}.-]/gu, '');
}

/**
 * Numbers in all spellings. A spelling counts only when it can mean one standard of the library: no spelling of another reads
 * the same. Without a year all editions answer and one in force comes first.
 */
export function numberCases(source: QuerySource): readonly QueryCase[] {
  const meanings = new Map<string, Set<string>>();
  for (const entry of source.entries) {
    for (const { text } of spell(entry)) {
      const same = meanings.get(reading(text));
      if (same) same.add(entry.slug);
      else meanings.set(reading(text), new Set([entry.slug]));
    }
  }
  return drawEntries(source).flatMap((entry) => {
    const editions = [
      entry,
      ...source.library.catalog.editionsOf(entry).filter(({ slug }) => slug !== entry.slug),
    ];
    const seen = new Set<string>();
    return spell(entry).flatMap(({ text, dated }): readonly QueryCase[] => {
      const meant = dated ? [entry] : editions;
      const known = new Set(meant.map(({ slug }) => slug));
      const clear = [...(meanings.get(reading(text)) ?? [])].every((slug) => known.has(slug));
      if (!clear || seen.has(text)) return [];
      seen.add(text);
      const best = dated ? known : preferred(meant, source);
      return [{ name: 'number variants', text, language: 'zh', relevant: known, best }];
    });
  });
}
