import { parseNumber, undatedKey } from '../number/index.ts';
import type { Reference } from '../model/standard.ts';
import type { DocumentView } from './view.ts';

/** The key without the year: `GB/T 191` of `GB/T 191-2008`. */
export function wholeKey(key: string): string {
  const result = parseNumber(key);
  return result.ok ? undatedKey(result.number) : key.replace(/\(所有部分\)$/, '');
}

/** The key of the document all parts of which are meant: `GB/T 5750` of `GB/T 5750.4-2023`. */
export function partlessKey(key: string): string {
  const result = parseNumber(key);
  return result.ok ? undatedKey({ ...result.number, part: null }) : key;
}

/** Whether an entry of a list covers a mention: the same number, or all parts of it. */
export function covers(listed: Reference, mentioned: Reference): boolean {
  if (wholeKey(listed.key) === wholeKey(mentioned.key)) return true;
  return listed.allParts && wholeKey(listed.key) === partlessKey(mentioned.key);
}

/** Entries of chapter 2: the first number of each item; others belong to its title. */
export function listedReferences(view: DocumentView): readonly Reference[] {
  const lines = new Set<number>();
  return view.doc.references.filter(({ role, range }) => {
    if (role !== 'normative-list' || lines.has(range.start.line)) return false;
    lines.add(range.start.line);
    return true;
  });
}

/** The document's own number, what it replaces and what it adopts are named, not cited. */
export function isOwn(view: DocumentView, key: string): boolean {
  const { meta } = view.doc;
  if (!meta) return false;
  const whole = wholeKey(key);
  const named = [meta, ...meta.replaces, ...meta.adopts];
  return named.some(({ number }) => wholeKey(number) === whole);
}
