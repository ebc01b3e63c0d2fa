import { catalogueColumns } from '#library/catalogue.ts';
import type { Bilingual } from '#core/base/bilingual.ts';
import type { CatalogueColumn } from '../catalogue/columns.ts';

/** Something of a record that the catalogue has no column for. */
export interface LeftValue {
  readonly number: string;
  /** Its tag, field or path in the file. */
  readonly field: string;
  /** Cut to 200 characters. */
  readonly text: string;
  readonly why: Bilingual;
}

/** One standard as a file of others says it, in the words of that file. */
export interface ForeignRecord {
  readonly cells: Partial<Record<CatalogueColumn, string>>;
  readonly left: readonly LeftValue[];
}

/** A file of records, and which kind of file it was. */
export interface ForeignRecords {
  readonly format: RecordFormat;
  readonly records: readonly ForeignRecord[];
  /** What is left of the file as a whole. */
  readonly left: readonly LeftValue[];
}

export type RecordFormat = 'gbt22373' | 'iso-open-data' | 'relaton' | 'biaolian';

export const noColumn: Bilingual = {
  zh: '目录里没有这一栏，没有采用',
  en: 'the catalogue has no column for it, so it was not taken',
};

export const unknownTag: Bilingual = {
  zh: '不认得的代码，没有采用',
  en: 'the tag is not known, so it was not taken',
};

/** A value that was left, with no more of it than a report needs. */
export const leave = (
  number: string,
  field: string,
  value: unknown,
  why: Bilingual,
): LeftValue => ({
  number,
  field,
  text: (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 200),
  why,
});

/** Records as a table of the catalogue's own columns, for its import to judge: a head and a line for each. */
export function writeRecordTable(records: readonly ForeignRecord[]): string {
  const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  const lines = records.map(({ cells }) =>
    catalogueColumns
      .map((name) => quote((cells[name] ?? '').replaceAll(/\s+/g, ' ').trim()))
      .join(','),
  );
  return `${[catalogueColumns.join(','), ...lines].join('\n')}\n`;
}
