import { parse } from 'csv-parse/sync';
import type { Bilingual } from '#core/model/diagnostic.ts';
import { explainCsvError } from './csv-error.ts';

export interface CsvRow {
  readonly cells: readonly string[];
  /** Its last line in the file, from 1. */
  readonly line: number;
}

export interface CsvTable {
  readonly columns: readonly string[];
  readonly headLine: number;
  readonly rows: readonly CsvRow[];
  /** Lines that cannot be read, with what stands there. */
  readonly broken: readonly (ReturnType<typeof explainCsvError> & { readonly text: string })[];
}

/**
 * The head and the rows of a CSV file, cells trimmed, empty lines left out; rows may have other numbers of cells than the
 * head. Where a quote is wrong each line is read by itself, so a wrong one costs its own line and not the file; when the
 * head is wrong nothing is read, and there is the reason.
 */
export function readCsvTable(
  text: string,
): CsvTable | { readonly reason: Bilingual; readonly line: number } {
  let rows: readonly CsvRow[];
  const broken: CsvTable['broken'][number][] = [];
  try {
    rows = readRows(text);
  } catch (error) {
    rows = text.split(/\r\n?|\n/).flatMap((line, index): readonly CsvRow[] => {
      try {
        return readRows(line).map(({ cells }) => ({ cells, line: index + 1 }));
      } catch (failure) {
        broken.push({ line: index + 1, reason: explainCsvError(failure).reason, text: line });
        return [];
      }
    });
    const [first] = rows;
    if (!first || first.line > (broken[0]?.line ?? 0)) return explainCsvError(error);
  }
  const [head, ...rest] = rows;
  return { columns: head?.cells ?? [], headLine: head?.line ?? 1, rows: rest, broken };
}

function readRows(text: string): readonly CsvRow[] {
  const options = { info: true, relax_column_count: true, skip_empty_lines: true, trim: true };
  const parsed = parse(text, options) as unknown as readonly {
    readonly record: readonly string[];
    readonly info: { readonly lines: number };
  }[];
  return parsed.map(({ record, info }) => ({ cells: record, line: info.lines }));
}
