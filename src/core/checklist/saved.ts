import { isObject, parseJson } from '../base/json.ts';
import type { ChecklistRow } from './rows.ts';

/** What a reader says of a row. */
export interface Mark {
  readonly done: boolean;
  readonly note: string;
  readonly person: string;
  /** `YYYY-MM-DD` or empty. */
  readonly date: string;
}

export const noMark: Mark = { done: false, note: '', person: '', date: '' };

/** Whether nothing was said. */
export const isEmptyMark = ({ done, note, person, date }: Mark): boolean =>
  !done && note === '' && person === '' && date === '';

/** A mark with the provision that it was made for, as its text stood then. */
export interface SavedEntry extends Mark {
  readonly slug: string;
  readonly number: string;
  /** Of the provision. */
  readonly id: string;
  readonly clause: string;
  readonly label: string;
  readonly digest: string;
  readonly text: string;
}

/** A checklist as a browser keeps it and a file holds it. */
export interface SavedChecklist {
  readonly name: string;
  /** The part of the address that names the list: `?standard=gb-t-191-2008`. */
  readonly source: string;
  /** What it lists. */
  readonly standards: readonly { readonly slug: string; readonly number: string }[];
  readonly entries: readonly SavedEntry[];
}

const format = 'biaolian-checklist';
const version = 1;

/** A saved checklist, or why it cannot be read: none at all, another file, by a later version of the site. */
export type ReadChecklist =
  | { readonly kind: 'checklist'; readonly checklist: SavedChecklist; readonly left: number }
  | { readonly kind: 'other-version'; readonly version: string }
  | { readonly kind: 'damaged' };

/** A checklist as JSON, with its format and version. */
export function writeChecklist({ name, source, standards, entries }: SavedChecklist): string {
  return `${JSON.stringify({ format, version, name, source, standards, entries }, null, 1)}\n`;
}

/** Returns the checklist of a text of `writeChecklist`; `left`: how many of its entries are none. Other versions are refused. */
export function readChecklist(text: string): ReadChecklist {
  const file = parseJson(text.replace(/^\uFEFF/, ''));
  if (!isObject(file) || file['format'] !== format) return { kind: 'damaged' };
  if (file['version'] !== version) {
    const other = file['version'];
    return { kind: 'other-version', version: typeof other === 'number' ? String(other) : '?' };
  }
  const listed: readonly unknown[] = Array.isArray(file['entries']) ? file['entries'] : [];
  const entries = listed.flatMap((each) => readEntry(each) ?? []);
  const named: readonly unknown[] = Array.isArray(file['standards']) ? file['standards'] : [];
  const standards = named.flatMap((each) => {
    if (!isObject(each)) return [];
    const slug = toText(each['slug']);
    return slug === '' ? [] : [{ slug, number: toText(each['number']) || slug }];
  });
  const [name, source] = [toText(file['name']), toText(file['source'])];
  const checklist = { name, source, standards, entries };
  return { kind: 'checklist', checklist, left: listed.length - entries.length };
}

function readEntry(entry: unknown): SavedEntry | undefined {
  if (!isObject(entry)) return undefined;
  const [slug, id] = [toText(entry['slug']), toText(entry['id'])];
  if (slug === '' || id === '') return undefined;
  const date = toText(entry['date']);
  return {
    slug,
    number: toText(entry['number']) || slug,
    id,
    clause: toText(entry['clause']),
    label: toText(entry['label']),
    digest: toText(entry['digest']),
    text: toText(entry['text']),
    done: entry['done'] === true,
    note: toText(entry['note']),
    person: toText(entry['person']),
    date: /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : '',
  };
}

const toText = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A mark of a row, to be saved with the text it was made for. */
export function toEntry(row: ChecklistRow, mark: Mark): SavedEntry {
  const { slug, number, id, clause, digest, text } = row;
  const { done, note, person, date } = mark;
  const place = { slug, number, id, clause: clause.id, label: clause.label, digest, text };
  return { ...place, done, note, person, date };
}
