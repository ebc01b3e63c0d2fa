import { listClauseLines, writeLines } from '#core/exchange/clause-lines.ts';
import { describeStandard } from '#core/exchange/graph/describe.ts';
import { writeJsonLd } from '#core/exchange/graph/json-ld.ts';
import { writeTurtle } from '#core/exchange/graph/turtle.ts';
import { describeRecord, writeRecord } from '#core/exchange/metadata-record.ts';
import { writePlainText } from '#core/exchange/plain-text.ts';
import { writeSts } from '#core/exchange/sts/write-sts.ts';
import type { CompiledStandard, Language } from '#core/model/standard.ts';
import { isDataFormat } from './data-file-list.ts';
import { listNotices } from './exports.ts';
import type { DatedStatus } from './exports.ts';

/**
 * A standard in one of the formats of its data.
 *
 * @throws {Error} for a format that is none, or a language that the standard has no text of
 */
export function exportData(
  standard: CompiledStandard,
  dated: DatedStatus,
  format: string,
  language: Language,
): string {
  const text = language === 'en' ? standard.english : standard.text;
  if (!text || !isDataFormat(format)) throw new Error(`${standard.slug}: no ${language} ${format}`);
  switch (format) {
    case 'sts':
      return writeSts(standard, dated, text);
    case 'json-ld':
      return writeJsonLd(describeStandard(standard, dated));
    case 'turtle':
      return writeTurtle(describeStandard(standard, dated));
    case 'clauses':
      return writeLines(listClauseLines(standard, text));
    case 'text':
      return writePlainText(standard, text, listNotices(dated));
    case 'record':
      return writeRecord(describeRecord(standard, dated));
  }
}
