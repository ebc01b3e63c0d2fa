import type { StandardRow } from '#core/model/row.ts';
import type { Language } from '#core/model/standard.ts';
import type { Library } from '#library/open.ts';

/** Formats of the data of a standard, each a file beside its page, in both languages where there is an English text. */
export const dataFormats = ['sts', 'json-ld', 'turtle', 'clauses', 'text', 'record'] as const;
export type DataFormat = (typeof dataFormats)[number];

interface DataFile {
  readonly name: string;
  /** What holds the text itself; the others hold facts and meaning, and are the same in all languages. */
  readonly ofText: boolean;
}

export const dataFiles: Readonly<Record<DataFormat, DataFile>> = {
  sts: { name: 'index.sts.xml', ofText: true },
  'json-ld': { name: 'index.jsonld', ofText: false },
  turtle: { name: 'index.ttl', ofText: false },
  clauses: { name: 'clauses.ndjson', ofText: true },
  text: { name: 'index.txt', ofText: true },
  record: { name: 'record.txt', ofText: false },
};

/** Languages in which a hosted standard has its data in a format; none where no such files are made, or its text is not public. */
export function listDataLanguages(
  { withData }: Pick<Library, 'withData'>,
  { meta, hasEnglish }: Pick<StandardRow, 'meta' | 'hasEnglish'>,
  format: DataFormat,
): readonly Language[] {
  if (!withData || meta.bodyRestricted !== undefined) return [];
  return hasEnglish && dataFiles[format].ofText ? ['zh', 'en'] : ['zh'];
}

/** Whether a name is that of a format. */
export const isDataFormat = (name: string): name is DataFormat => name in dataFiles;
