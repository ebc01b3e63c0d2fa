import type { FileClause, StandardFile } from './standard-file.ts';

/** A clause as a table of provisions names it. */
export interface NamedClause {
  readonly id: string;
  readonly label: string;
  readonly title: string;
}

/** The clauses of a standard by what a text calls them. */
export interface ClauseIndex {
  readonly byId: ReadonlyMap<string, FileClause>;
  /** By printed address: `5.2.1`, `5`, `A`. */
  readonly byAddress: ReadonlyMap<string, FileClause>;
  /** The ids of a clause and of all clauses that it lies in, itself first. */
  readonly listUpwards: (id: string) => readonly string[];
}

/** Returns the clauses of a standard by id and by address. */
export function indexClauses({ text }: Pick<StandardFile, 'text'>): ClauseIndex {
  const byId = new Map(text.clauses.map((clause) => [clause.id, clause]));
  const byAddress = new Map(
    text.clauses.flatMap((clause) => (clause.address ? [[clause.address, clause] as const] : [])),
  );
  return {
    byId,
    byAddress,
    listUpwards(id) {
      const ids: string[] = [];
      for (let at: string | null = id; at !== null && !ids.includes(at);) {
        ids.push(at);
        at = byId.get(at)?.parent ?? null;
      }
      return ids;
    },
  };
}

/** Returns what a table says of a clause. */
export const nameClause = ({ id, label, title }: FileClause): NamedClause => ({ id, label, title });

const single = String.raw`第 ?\d{1,3} ?章|附录 ?[A-Z](?:\.\d{1,3}){0,4}|(?:\d{1,3}|[A-Z])(?:\.\d{1,3}){1,5}`;
const items = String.raw`(?: ?[a-z][)）])?`;
const joint = String.raw` ?(?:[、和及与或至到～~]|以及) ?`;
/** Clauses of the same text, as it prints them: 「4.1、4.2和4.3」「7.1～7.5」「第5章」「附录B」, and items of clauses. */
export const clausesNamed = `(?:${single})${items}(?:${joint}(?:${single})${items})*`;

/**
 * Returns the clauses that a run of `clausesNamed` names, ranges unfolded; items (`6.2 d)`) are left out, for what is said of an
 * item is not said of its clause, and so is what the standard does not have.
 */
export function readClausesNamed(named: string, { byAddress }: ClauseIndex): readonly FileClause[] {
  const found: string[] = [];
  let end = 0;
  const pattern = new RegExp(`(${single})(${items})`, 'g');
  for (const match of named.matchAll(pattern)) {
    const address = (match[1] ?? '').replace(/[第章 ]|附录/g, '');
    const before = found.at(-1);
    const isItem = match[2] !== '';
    if (before !== undefined && !isItem && /^ ?[至到～~] ?$/.test(named.slice(end, match.index)))
      found.push(...listBetween(before, address));
    if (!isItem) found.push(address);
    end = match.index + match[0].length;
  }
  return [...new Set(found)].flatMap((address) => byAddress.get(address) ?? []);
}

/** The addresses between two whose last numbers alone differ. */
function listBetween(from: string, to: string): readonly string[] {
  const [, head = '', first = ''] = /^(.*?)(\d+)$/.exec(from) ?? [];
  const [, sameHead, last = ''] = /^(.*?)(\d+)$/.exec(to) ?? [];
  const count = Number(last) - Number(first) - 1;
  if (head !== sameHead || !(count > 0 && count < 100)) return [];
  return Array.from({ length: count }, (_, at) => `${head}${Number(first) + at + 1}`);
}
