import type { TableLimit } from '../limits/index.ts';
import type { ProvisionType } from '../terms/index.ts';
import { digestText } from './digest.ts';
import { indexClauses, nameClause } from './labels.ts';
import type { ClauseIndex, NamedClause } from './labels.ts';
import { showLimit } from './limit-text.ts';
import type { ShownLimit } from './limit-text.ts';
import type { FileExhibit, FileProvision, StandardFile } from './standard-file.ts';
import { startVerifications } from './verification.ts';
import type { Verification } from './verification.ts';

/** Who says that it is a provision: its author tagged it, a detector found it by its verb, or a cell of a table bounds a value. */
export type RowSource = 'author' | 'detector' | 'table';

/** What a standard asks at one place, as a line of a checklist. */
export interface ChecklistRow {
  /** `slug#id`, unique in a list. */
  readonly key: string;
  readonly slug: string;
  readonly number: string;
  /** Of the provision; of a cell, of its table and of the names of its row and columns, so that it survives another value. */
  readonly id: string;
  readonly clause: NamedClause;
  readonly source: RowSource;
  /** `limit` of a cell of a table. */
  readonly type: ProvisionType | 'limit';
  readonly text: string;
  readonly object: string;
  readonly limits: readonly ShownLimit[];
  readonly verifications: readonly Verification[];
  /** Of the text: a note belongs to the text it was made for. */
  readonly digest: string;
}

/**
 * Returns what a standard asks, in the order of its text: provisions, each clause followed by what cells of its tables bound. Plain
 * statements are left out; so is a provision whose clause is not there.
 */
export function listRows(file: StandardFile): readonly ChecklistRow[] {
  const index = indexClauses(file);
  const verify = startVerifications(file);
  const byClause = new Map<string, ChecklistRow[]>();
  const add = (row: ChecklistRow): void => {
    const list = byClause.get(row.clause.id);
    if (list) list.push(row);
    else byClause.set(row.clause.id, [row]);
  };
  for (const provision of file.text.provisions) {
    const row = provision.type === 'statement' ? undefined : toRow(file, provision, index, verify);
    if (row) add(row);
  }
  for (const exhibit of file.text.exhibits) {
    for (const row of listTableRows(file, exhibit, index)) add(row);
  }
  return file.text.clauses.flatMap(({ id }) => byClause.get(id) ?? []);
}

function toRow(
  { slug, number }: StandardFile,
  provision: FileProvision,
  index: ClauseIndex,
  verify: ReturnType<typeof startVerifications>,
): ChecklistRow | undefined {
  const clause = index.byId.get(provision.clause);
  if (!clause) return undefined;
  const { id, type, by, text, object, characteristic, limits = [] } = provision;
  const shown = limits.map((limit) => showLimit(limit, text));
  const bounded = shown.filter(({ isCondition }) => !isCondition).map((limit) => limit.object);
  const named = [object, characteristic].filter((each) => each !== undefined);
  return {
    key: `${slug}#${id}`,
    slug,
    number,
    id,
    clause: nameClause(clause),
    source: by,
    type,
    text,
    object: (named.length > 0 ? named : [...new Set(bounded)].filter(Boolean)).join('；'),
    limits: shown,
    verifications: verify(provision),
    digest: digestText(text),
  };
}

/** One row for each value that cells of a table bound; a cell that is merged over several places counts once. */
function listTableRows(
  { slug, number }: StandardFile,
  { id: table, label, title, rows = [], headRows = 1, clause: at, limits = [] }: FileExhibit,
  index: ClauseIndex,
): readonly ChecklistRow[] {
  const clause = index.byId.get(at);
  if (!clause) return [];
  const taken = new Map<string, number>();
  return limits.map((limit): ChecklistRow => {
    const cells = rows[limit.row] ?? [];
    const names = nameCell(rows, headRows, limit);
    const text = `${[label, title].filter(Boolean).join(' ')}：${names.join(' · ')}：${cells[limit.column] ?? ''}`;
    const name = `${table}.${digestText(names.join('|'))}`;
    const count = (taken.get(name) ?? 0) + 1;
    taken.set(name, count);
    const id = count === 1 ? name : `${name}-${count}`;
    const shown = showLimit(limit, cells[limit.column] ?? '');
    return {
      key: `${slug}#${id}`,
      slug,
      number,
      id,
      clause: nameClause(clause),
      source: 'table',
      type: 'limit',
      text,
      object: limit.object || names.join(' '),
      limits: [shown],
      verifications: readMethodCell(rows, headRows, cells, index),
      digest: digestText(text),
    };
  });
}

/** What stands before a cell in its row and above it, each once. */
function nameCell(
  rows: readonly (readonly string[])[],
  headRows: number,
  { row, column }: TableLimit,
): readonly string[] {
  const heads = rows.slice(0, headRows).map((cells) => cells[column] ?? '');
  const before = (rows[row] ?? []).slice(0, 1);
  return [...new Set([...before, ...heads])].map((each) => each.trim()).filter(Boolean);
}

/** The cell of the row under a head of methods: a clause, or another standard. */
function readMethodCell(
  rows: readonly (readonly string[])[],
  headRows: number,
  cells: readonly string[],
  { byId }: ClauseIndex,
): readonly Verification[] {
  const at = (rows[0] ?? []).findIndex((_, column) =>
    rows
      .slice(0, headRows)
      .some((row) => /(?:试验|检验|检测|测试|检查|测定|验证)方法/.test(row[column] ?? '')),
  );
  const cell = at < 0 ? '' : (cells[at] ?? '').trim();
  const clauses = [...cell.matchAll(/\[#([^\]]+)\]/g)].flatMap(([, id = '']) => byId.get(id) ?? []);
  if (clauses.length > 0)
    return clauses.map((clause) => ({ basis: 'table', clause: nameClause(clause) }));
  return /^(?:[A-Z]+(?:\/[TZ])?|ISO|IEC) ?\d/.test(cell) ? [{ basis: 'table', other: cell }] : [];
}
