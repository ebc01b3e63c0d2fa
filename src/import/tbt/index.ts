import { quoteCell } from '#core/render/csv.ts';
import { dropDoubles, readNotifications } from '#core/abroad/index.ts';
import type { Notification, Placed } from '#core/abroad/index.ts';
import { notificationColumns } from '#core/abroad/schema.ts';
import type { Diagnostic } from '#core/model/diagnostic.ts';
import { makeFinding, startOfLine } from '#core/model/finding.ts';
import { readCsvTable } from '#library/csv-table.ts';
import { decodeText } from '#library/decode.ts';

interface TbtFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What an import of TBT notifications came to. */
export interface TbtImport {
  /** The whole table to write: what was there, with the new rows in place of those of the same symbol. */
  readonly text: string;
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Notifications of a file merged into the table that is kept; rows that do not hold are left out, with findings at their lines.
 * Into a table that has something wrong nothing is taken: its rows would be lost.
 */
export function importNotifications(file: TbtFile, kept: TbtFile | null): TbtImport {
  const [given, before] = [readFile(file), kept ? readFile(kept) : { items: [], diagnostics: [] }];
  if (before.diagnostics.length > 0)
    return { text: '', added: 0, changed: 0, same: 0, diagnostics: before.diagnostics };
  const merged = new Map(before.items.map((item) => [item.symbol, item]));
  const counts = { added: 0, changed: 0, same: 0 };
  for (const item of given.items) {
    const earlier = merged.get(item.symbol);
    if (!earlier) counts.added += 1;
    else if (writeRow(earlier) === writeRow(item)) counts.same += 1;
    else counts.changed += 1;
    merged.set(item.symbol, item);
  }
  const rows = [...merged.values()].map(writeRow);
  return {
    text: `${[notificationColumns.join(','), ...rows].join('\n')}\n`,
    ...counts,
    diagnostics: given.diagnostics,
  };
}

function readFile({ name, bytes }: TbtFile): {
  readonly items: readonly Notification[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  const text = decodeText(bytes, name, diagnostics);
  if (text === null) return { items: [], diagnostics };
  const table = readCsvTable(text);
  for (const { line, reason } of 'reason' in table ? [table] : table.broken) {
    diagnostics.push(
      makeFinding(name, {
        rule: 'abroad-yaml',
        range: startOfLine(line),
        message: {
          zh: `表格读不懂：${reason.zh}`,
          en: `The table cannot be read: ${reason.en}`,
        },
      }),
    );
  }
  if ('reason' in table) return { items: [], diagnostics };
  const read = readNotifications(table, name);
  const own = dropDoubles<Notification>(
    read.model satisfies readonly Placed<Notification>[],
    ({ symbol }) => symbol,
  );
  return {
    items: own.items,
    diagnostics: [...diagnostics, ...read.diagnostics, ...own.diagnostics],
  };
}

const writeRow = (item: Notification): string =>
  notificationColumns.map((column) => quoteCell(item[column])).join(',');
