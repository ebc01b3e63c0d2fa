import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Bilingual } from '#core/base/bilingual.ts';
import { numberSlug, parseNumber } from '#core/number/index.ts';
import { hasFindings, importCatalogue } from '#import/catalogue/index.ts';
import type { ImportReport } from '#import/catalogue/index.ts';
import type { CatalogueFile } from '#import/catalogue/rows.ts';
import { readRecords } from '#import/records/index.ts';
import { leave, writeRecordTable } from '#import/records/record.ts';
import type { ForeignRecord, LeftValue, RecordFormat } from '#import/records/record.ts';
import { listFolders, readIfThere } from '#library/files.ts';
import { writeAtomically } from '#library/write-atomically.ts';

export interface RecordsInput {
  readonly library: string;
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly out: string | undefined;
  readonly asOf: string | undefined;
  readonly source: string | undefined;
  readonly isDry: boolean;
}

export interface RecordsOutcome {
  readonly format: RecordFormat;
  /** The file of the catalogue, `exchange-….csv`: what others say is kept apart from one's own files. */
  readonly out: string;
  readonly report: ImportReport;
  /** What the catalogue has no column for, and records of standards that the library has itself. */
  readonly left: readonly LeftValue[];
  readonly written: boolean;
  readonly isSame: boolean;
  readonly hasFindings: boolean;
}

const own: Bilingual = {
  zh: '本库自己的标准，以本库为准，没有采用',
  en: 'a standard of this library itself, whose own facts count: the record was not taken',
};

/**
 * Brings records of others into a file of the catalogue of their own. Files of one's own, and standards that the library
 * has, are never changed: what differs from them is told. A file that is no file of records gives the reason.
 */
export function takeRecords(input: RecordsInput): RecordsOutcome | Bilingual {
  const { library, path, bytes, asOf, source, isDry } = input;
  const read = readRecords(bytes);
  if ('zh' in read) return read;
  const { format, records } = read;
  const hosted = new Set(listFolders(library).map((folder) => basename(folder)));
  const isOwn = ({ cells: { number = '' } }: ForeignRecord): boolean => {
    const parsed = parseNumber(number);
    return parsed.ok && hosted.has(numberSlug(parsed.number));
  };
  const others = records.filter((record) => !isOwn(record));
  const left = [
    ...read.left,
    ...others.flatMap((record) => record.left),
    ...records
      .filter(isOwn)
      .map(({ cells: { number = '', title = '' } }) => leave(number, 'number', title, own)),
  ];
  const out = `exchange-${(input.out ?? format).replace(/^exchange-/, '')}.csv`;
  const folder = join(library, 'catalogue');
  const { report, text } = importCatalogue({
    files: [{ name: basename(path), bytes: new TextEncoder().encode(writeRecordTable(others)) }],
    catalogue: readFolder(folder),
    out,
    defaults: { ...(asOf !== undefined && { asOf }), source: source ?? format },
  });
  const target = join(folder, out);
  const isSame = text !== null && text === readIfThere(target)?.toString();
  const written = text !== null && !isSame && !isDry && report.counts.total > 0;
  if (written) writeAtomically(target, text);
  const needsPerson = hasFindings(report) || left.some(({ why }) => why === own);
  return { format, out, report, left, written, isSame, hasFindings: needsPerson };
}

function readFolder(folder: string): readonly CatalogueFile[] {
  let names: readonly string[];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith('.csv'));
  } catch {
    return [];
  }
  return names.toSorted().map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
}
