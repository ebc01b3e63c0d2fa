import { parse } from 'csv-parse/sync';
import { leave, noColumn } from './record.ts';
import type { ForeignRecord, LeftValue } from './record.ts';

/** A row of ISO Open Data, deliverables metadata: fields by their names, those of JSON (`title.en`) and of CSV alike. */
type Fields = ReadonlyMap<string, unknown>;

const used = new Set([
  'id',
  'reference',
  'deliverableType',
  'title.en',
  'publicationDate',
  'icsCode',
  'currentStage',
  'replaces',
  'replacedBy',
]);

/** Whether the first line, or the first record, has the fields that every deliverable has. */
export const isIsoOpenData = (names: readonly string[]): boolean =>
  ['reference', 'deliverableType', 'currentStage'].every((name) => names.includes(name));

/** Deliverables of ISO Open Data as JSON: objects, one for each. */
export function readIsoObjects(
  objects: readonly Record<string, unknown>[],
): readonly ForeignRecord[] {
  return toRecords(objects.map(flatten));
}

/** Deliverables of ISO Open Data as CSV. */
export function readIsoTable(text: string): readonly ForeignRecord[] {
  const rows = parse(text, {
    columns: true,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: 1 << 20,
  }) as unknown as readonly Record<string, string>[];
  return toRecords(rows.map((row) => new Map(Object.entries(row))));
}

function flatten(object: Record<string, unknown>): Fields {
  const fields = new Map<string, unknown>();
  for (const [name, value] of Object.entries(object)) {
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
      for (const [part, inner] of Object.entries(value)) fields.set(`${name}.${part}`, inner);
    } else fields.set(name, value);
  }
  return fields;
}

/** Values of a field: a list of JSON, or one written into a cell (`[1,2]`, `a;b`). */
function listOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.map(String);
  const text = textOf(value);
  return text
    .replace(/^\[|\]$/g, '')
    .split(/[;,|]/)
    .map((each) => each.replaceAll(/["']/g, '').trim())
    .filter((each) => each !== '' && each !== 'null');
}

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

/** Stage codes of ISO (ISO Guide 69): 60.60 is published, 90 to 95 are reviews of it, 95.99 is withdrawn. */
function statusOf(stage: string): string {
  const code = Number(stage.replaceAll(/\D/g, '').padEnd(4, '0').slice(0, 4));
  if (code >= 9560 && code < 9600) return '废止';
  return code >= 6060 && code < 9700 ? '现行' : '未知';
}

function toRecords(rows: readonly Fields[]): readonly ForeignRecord[] {
  // Relations are by id; what is not in the file cannot be named.
  const numbers = new Map(rows.map((row) => [textOf(row.get('id')), referenceOf(row)] as const));
  return rows.map((row): ForeignRecord => {
    const number = referenceOf(row);
    const left: LeftValue[] = [];
    const related = (field: string): string =>
      listOf(row.get(field))
        .flatMap((id) => {
          const found = /^\d+$/.test(id) ? numbers.get(id) : id;
          if (found === undefined || found === '')
            left.push(
              leave(number, field, id, { zh: '文件里没有这一条', en: 'no such row in the file' }),
            );
          return found ? [found] : [];
        })
        .join(';');
    const day = textOf(row.get('publicationDate')).slice(0, 10);
    const replacedBy = related('replacedBy');
    const status = statusOf(textOf(row.get('currentStage')));
    for (const [field, value] of row) {
      const isEmpty =
        value === null || value === '' || (Array.isArray(value) && value.length === 0);
      if (!used.has(field) && !isEmpty) left.push(leave(number, field, value, noColumn));
    }
    if (/^\d{4}-\d{2}$/.test(day)) left.push(leave(number, 'publicationDate', day, noDay));
    return {
      cells: {
        number,
        title_en: textOf(row.get('title.en')),
        status: status === '废止' && replacedBy !== '' ? '被代替' : status,
        issued: /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : '',
        replaces: related('replaces'),
        replaced_by: replacedBy,
        ics: listOf(row.get('icsCode')).join(';'),
        issuer: number.split(/[ /]/)[0] ?? '',
      },
      left,
    };
  });
}

const referenceOf = (row: Fields): string => textOf(row.get('reference')).replace(/\([EF]\)$/, '');

const noDay = {
  zh: '只有年月，目录要有日',
  en: 'only a month, and the catalogue keeps days',
};
