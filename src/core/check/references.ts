import { parseNumber, undatedKey } from '../number/index.ts';
import type { Reference } from '../model/standard.ts';
import type { RuleContext } from './rule-context.ts';

interface Names {
  /** Without the year: `GB/T 5750.4` of `GB/T 5750.4-2023`. */
  readonly whole: string;
  /** Of all parts together: `GB/T 5750`. */
  readonly partless: string;
}

function nameOf(key: string): Names {
  const result = parseNumber(key);
  if (!result.ok) return { whole: key, partless: key };
  const { number } = result;
  return { whole: undatedKey(number), partless: undatedKey({ ...number, part: null }) };
}

/** The key without the year: `GB/T 191` of `GB/T 191-2008`. */
export function wholeKey(key: string): string {
  return nameOf(key).whole;
}

/** Entries of a list by number, to be asked for many mentions. */
export interface ReferenceList {
  /** Whether an entry covers a mention: the same number of any year, or all parts of it. */
  readonly covers: (mention: Reference) => boolean;
}

/**
 * A list of references as what asks it whether it covers a mention: by its undated number, or by an entry of all parts or of a
 * run. A run is covered where each of its standards is.
 */
export function indexReferences(list: readonly Reference[]): ReferenceList {
  const wholes = new Set<string>();
  const allParts = new Set<string>();
  for (const { key, members = [], allParts: all } of list) {
    for (const each of [key, ...members]) wholes.add(wholeKey(each));
    if (all) allParts.add(wholeKey(key));
  }
  const coversKey = (key: string): boolean => {
    const { whole, partless } = nameOf(key);
    return wholes.has(whole) || allParts.has(partless);
  };
  return {
    covers: ({ key, members }) => coversKey(key) || (members?.every(coversKey) ?? false),
  };
}

/** The other way round: whether any of the mentions means an entry of a list. */
export function indexCitations(mentions: readonly Reference[]): (listed: Reference) => boolean {
  const names = mentions.flatMap(({ key, members = [] }) => [key, ...members].map(nameOf));
  const wholes = new Set(names.map(({ whole }) => whole));
  const partless = new Set(names.map(({ partless: name }) => name));
  return ({ key, members, allParts }) => {
    const whole = wholeKey(key);
    if (wholes.has(whole) || (allParts && partless.has(whole))) return true;
    return members?.some((each) => wholes.has(wholeKey(each))) ?? false;
  };
}

/** Entries of chapter 2: the first number of each item; others belong to its title. */
export function listedReferences(view: RuleContext): readonly Reference[] {
  const lines = new Set<number>();
  return view.doc.references.filter(({ role, range }) => {
    if (role !== 'normative-list' || lines.has(range.start.line)) return false;
    lines.add(range.start.line);
    return true;
  });
}

/** The document's own number, what it replaces and what it adopts are named, not cited. */
export function isOwn(view: RuleContext, key: string): boolean {
  const { meta } = view.doc;
  if (!meta) return false;
  const whole = wholeKey(key);
  const named = [meta, ...meta.replaces, ...meta.adopts];
  return named.some(({ number }) => wholeKey(number) === whole);
}
