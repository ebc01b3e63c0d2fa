import type { Bilingual } from '#core/base/bilingual.ts';
import type { Diagnostic } from '#core/model/diagnostic.ts';
import { formatNumber, numberSlug, parseNumber } from '#core/number/index.ts';
import { asHosted } from '#core/terms/index.ts';
import { mendText } from '#library/fix.ts';
import { isNamedRight } from '#library/figures.ts';
import type { CompiledStandard } from '#core/model/standard.ts';
import type { TypedCaption } from './exhibit-builder.ts';
import { importWord } from './index.ts';
import type { WordOptions, WordReport } from './index.ts';

/** A draft as a folder of the library: where it goes, its files, and what is left to do. */
export interface ImportedDraft {
  /** `standards/local/db9902-t-12-2023` */
  readonly path: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly report: WordReport;
  /** How many places were put right by themselves: typed numbers, references, marks. */
  readonly mended: number;
  /** What a check of the text still finds. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * A Word draft as the folder of a standard, with what can be put right put right; or why there is none: a file that cannot be
 * read, a number that is missing or that the library does not host (only local, group and enterprise standards).
 */
export function importDraft(
  bytes: Uint8Array,
  options: WordOptions = {},
): ImportedDraft | Bilingual {
  const imported = importWord(bytes, options);
  if ('zh' in imported) return imported;
  const path = findPath(imported.meta['number']);
  if (typeof path !== 'string') return path;
  const figures = [...imported.pictures].map(([name, picture]) => ({
    name,
    svg: name.endsWith('.svg') ? picture : null,
    isNamedRight: isNamedRight(name, picture),
  }));
  const index = new TextEncoder().encode(imported.markdown);
  const { text, count, diagnostics } = mendText(
    { path, index, english: null, ledger: '', figures, digest: '' },
    ({ standard }) => (countsAlike(imported.captions, standard) ? exhibitsByNumber : none),
  );
  return {
    path,
    files: new Map([['index.md', new TextEncoder().encode(text)], ...imported.pictures]),
    report: imported.report,
    mended: count,
    diagnostics,
  };
}

const exhibitsByNumber: ReadonlySet<string> = new Set(['typed-reference']);
const none: ReadonlySet<string> = new Set();

/** Whether every table, figure and formula has the number that the draft has typed: then a typed mention is of that one. */
function countsAlike(
  captions: readonly TypedCaption[] | null,
  standard: CompiledStandard | null,
): boolean {
  const printed = new Map(
    (standard?.text.exhibits ?? []).map(({ label, title }) => [label, title]),
  );
  return (
    captions !== null &&
    captions.every(({ label, title }) => plain(printed.get(label)) === plain(title))
  );
}

const plain = (title: string | undefined): string | undefined =>
  title?.replace(/[^\p{L}\p{N}]/gu, '');

function findPath(written: unknown): string | Bilingual {
  if (typeof written !== 'string') return withoutNumber;
  const parsed = parseNumber(written);
  if (!parsed.ok) return badNumber(written, parsed.reason);
  const kind = asHosted(parsed.number.family);
  return kind
    ? `standards/${kind}/${numberSlug(parsed.number)}`
    : notHosted(formatNumber(parsed.number));
}

const withoutNumber: Bilingual = {
  zh: '稿中没有标准编号：用 --number 给出，例如 --number "DB9902/T 50—2027"',
  en: 'the draft has no number: give it with --number, e.g. --number "DB9902/T 50—2027"',
};

const badNumber = (written: string, reason: Bilingual): Bilingual => ({
  zh: `标准编号“${written}”不成立：${reason.zh}`,
  en: `"${written}" is no number of a standard: ${reason.en}`,
});

const notHosted = (number: string): Bilingual => ({
  zh: `标准库只公布地方标准（DB）、团体标准（T/）和企业标准（Q/），稿中的编号是 ${number}：用 --number 另给一个`,
  en: `the library publishes local (DB), group (T/) and enterprise (Q/) standards only, and the draft says ${number}: give another with --number`,
});
