import type { z } from 'zod';
import type { Diagnostic, Range } from '../model/diagnostic.ts';
import { makeFinding, startOfLine } from '../model/finding.ts';
import { fileStart, startReport } from '../text/report.ts';
import { readYamlItems } from '../text/syntax/yaml-data.ts';
import type { YamlWords } from '../text/syntax/yaml-data.ts';
import { notification, notificationColumns } from './schema.ts';
import type { Notification } from './schema.ts';

/** A record of the way abroad with the place its findings stand at. */
export interface Placed<T> {
  readonly item: T;
  readonly file: string;
  readonly at: Range;
}

const words: YamlWords = {
  broken: { rule: 'abroad-yaml' },
  unknownKey: { rule: 'abroad-unknown-key' },
  value: { rule: 'abroad-value' },
  name: { zh: '走出去的文件', en: 'file of the way abroad' },
  guide: {
    zh: '键名区分大小写，见 docs/abroad.md',
    en: 'Keys are case-sensitive; see docs/abroad.md',
  },
  deepest: 6,
};

/** Records of a list in YAML that hold, and findings at the lines of those left out. `source` uses LF line ends. */
export function readList<T>(
  source: string,
  file: string,
  schemas: { readonly whole: z.ZodType; readonly item: z.ZodType<T> },
): { readonly model: readonly Placed<T>[] | null; readonly diagnostics: readonly Diagnostic[] } {
  const report = startReport(file, source);
  const { items, ranges } = readYamlItems(source, schemas, words, report);
  const model = items?.map(({ item, at }) => ({
    item,
    file,
    at: ranges.get(`${at}.id`) ?? fileStart,
  }));
  return { model: model ?? null, diagnostics: report.found };
}

/** A table as it was read: its head, and rows with their lines. */
export interface Table {
  readonly columns: readonly string[];
  readonly headLine: number;
  readonly rows: readonly { readonly cells: readonly string[]; readonly line: number }[];
}

/** Notifications of a table that hold, and findings at the lines of those left out. A head with other columns is refused whole. */
export function readNotifications(
  { columns, headLine, rows }: Table,
  file: string,
): {
  readonly model: readonly Placed<Notification>[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  const known: readonly string[] = notificationColumns;
  const heads = columns.map((column) => column.toLowerCase());
  for (const [at, head] of heads.entries()) {
    if (known.includes(head) && heads.indexOf(head) === at) continue;
    diagnostics.push(
      makeFinding(file, {
        rule: 'abroad-unknown-key',
        range: startOfLine(headLine),
        message: {
          zh: `TBT 通报表没有“${columns[at]?.slice(0, 40) ?? ''}”这一列，或者写了两次`,
          en: `A table of TBT notifications has no column "${columns[at]?.slice(0, 40) ?? ''}", or it stands twice`,
        },
        hint: { zh: `列：${known.join('、')}`, en: `Columns: ${known.join(', ')}` },
      }),
    );
  }
  if (diagnostics.length > 0) return { model: [], diagnostics };
  const model = rows.flatMap(({ cells, line }): Placed<Notification>[] => {
    const at = startOfLine(line);
    const read = notification.safeParse(
      Object.fromEntries(heads.map((head, index) => [head, cells[index] ?? ''])),
    );
    if (read.success) return [{ item: read.data, file, at }];
    const issues = new Map(
      read.error.issues.map(({ path, message }) => [String(path[0] ?? ''), message]),
    );
    for (const [name, message] of issues) {
      const [zh = message, en = zh] = message.includes('｜') ? message.split('｜') : [];
      const isPlain = !message.includes('｜');
      diagnostics.push(
        makeFinding(file, {
          rule: 'abroad-value',
          range: at,
          message: {
            zh: `“${name}”：${isPlain ? '缺少，或者写法不对' : zh}，这一行没有读入`,
            en: `"${name}": ${isPlain ? 'missing, or not of its form' : en}; the row was left out`,
          },
          hint: { zh: '各列见 docs/abroad.md', en: 'See docs/abroad.md for the columns' },
        }),
      );
    }
    return [];
  });
  return { model, diagnostics };
}

/** Records each once, by a name of their own, and findings about those that stand twice. */
export function dropDoubles<T>(
  list: readonly Placed<T>[],
  nameOf: (item: T) => string,
): { readonly items: readonly T[]; readonly diagnostics: readonly Diagnostic[] } {
  const seen = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  const items = list.flatMap(({ item, file, at }) => {
    const name = nameOf(item);
    if (!seen.has(name)) {
      seen.add(name);
      return [item];
    }
    diagnostics.push(
      makeFinding(file, {
        rule: 'abroad-duplicate',
        range: at,
        message: {
          zh: `“${name}”已经有了，这一条没有读入`,
          en: `"${name}" is there already; this one was left out`,
        },
        hint: { zh: '只留一条', en: 'Keep one' },
      }),
    );
    return [];
  });
  return { items, diagnostics };
}
