import { memo } from '#core/base/memo.ts';
import type { TermGroup } from '#core/catalog/index.ts';
import { countWordings, foldName, listEnglishNames } from '#core/compare/index.ts';
import type { Library } from '#library/open.ts';
import { toFolderName } from './facets.ts';

/** A term with a page of its own: several standards define it, or its English name stands for a few other terms, too. */
export interface ComparedTerm {
  /** Folder of its page. */
  readonly id: string;
  readonly group: TermGroup;
  /** Wordings of its definition. */
  readonly wordings: number;
  /** English names it has. */
  readonly english: readonly string[];
  /** Other terms that have one of its English names. */
  readonly others: readonly TermGroup[];
}

/** An English name of more terms than these joins none of them: a general word, and pages that grow with the library. */
const mostOfOneName = 20;

const foldOnce = memo(foldName);

/** What was collected last: a process that lives long asks again for nearly the same. */
let last: {
  readonly terms: readonly TermGroup[];
  readonly made: readonly ComparedTerm[];
} | null = null;

const collected = memo(({ catalog }: Pick<Library, 'catalog'>): readonly ComparedTerm[] => {
  const { terms } = catalog;
  const made = (last && follow(last, terms)) ?? collect(terms);
  last = { terms, made };
  return made;
});

/** The same with groups of other texts, where these define the same; null where one may be another. */
function follow(
  { terms: before, made }: NonNullable<typeof last>,
  terms: readonly TermGroup[],
): readonly ComparedTerm[] | null {
  if (before.length !== terms.length) return null;
  const now = new Map<TermGroup, TermGroup>();
  for (const [at, group] of terms.entries()) {
    const known = before[at];
    if (!known || known === group) continue;
    if (told(known) !== told(group)) return null;
    now.set(known, group);
  }
  const swap = (group: TermGroup) => now.get(group) ?? group;
  return made.map((each) =>
    now.has(each.group) || each.others.some((other) => now.has(other))
      ? { ...each, group: swap(each.group), others: each.others.map(swap) }
      : each,
  );
}

const told = ({ term, entries }: TermGroup): string =>
  JSON.stringify([term, entries.map(({ row, entry }) => [row.key, entry])]);

function collect(terms: readonly TermGroup[]): readonly ComparedTerm[] {
  const byEnglish = new Map<string, TermGroup[]>();
  for (const group of terms) {
    for (const name of new Set(namesOf(group).map(foldOnce))) {
      const list = byEnglish.get(name);
      if (list) list.push(group);
      else byEnglish.set(name, [group]);
    }
  }
  const taken = new Set<string>();
  return terms.flatMap((group) => {
    const said = group.entries.map(({ entry }) => entry);
    const english = namesOf(group);
    const others = english
      .map((name) => byEnglish.get(foldOnce(name)) ?? [])
      .flatMap((groups) => (groups.length > mostOfOneName ? [] : groups))
      .filter((other) => other !== group);
    const standards = new Set(group.entries.map(({ row }) => row.key));
    if (standards.size < 2 && others.length === 0) return [];
    const folder = toFolderName(group.term);
    let id = folder;
    for (let n = 2; taken.has(id); n += 1) id = `${folder}-${n}`;
    taken.add(id);
    return [
      {
        id,
        group,
        wordings: countWordings(said),
        english,
        others: [...new Set(others)],
      },
    ];
  });
}

/** Most groups are the same from one publication to the next of a process that lives long. */
const namesOf = memo(({ entries }: TermGroup): readonly string[] =>
  listEnglishNames(entries.map(({ entry }) => entry)).map(({ name }) => name),
);

/** Terms with a page of their own, in the order of all terms. */
export function listComparedTerms(library: Pick<Library, 'catalog'>): readonly ComparedTerm[] {
  return collected(library);
}

const byTerm = memo(
  (library: Pick<Library, 'catalog'>) =>
    new Map(collected(library).map((each) => [each.group.term, each])),
);

/** The page of a term; undefined where it has none. */
export function findComparedTerm(
  library: Pick<Library, 'catalog'>,
  term: string,
): ComparedTerm | undefined {
  return byTerm(library).get(term);
}

const byId = memo(
  (library: Pick<Library, 'catalog'>) => new Map(collected(library).map((each) => [each.id, each])),
);

/** The term whose page has that folder; undefined where there is none. */
export function findTermPage(
  library: Pick<Library, 'catalog'>,
  id: string,
): ComparedTerm | undefined {
  return byId(library).get(id);
}
