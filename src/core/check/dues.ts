import type { Bilingual } from '../base/bilingual.ts';
import type { Due, Limit } from '../lifecycle/index.ts';
import type { StandardRow } from '../model/row.ts';
import type { LibraryFinding, LibraryView } from './rule.ts';

/** Something that front matter says the day of, and that a limit says until when. */
export interface StandardDue {
  readonly row: StandardRow;
  readonly due: Due;
  readonly limit: Limit;
  /** Who set the limit. */
  readonly source: Bilingual;
  /** A project of the library tells of the same. */
  readonly hasProject: boolean;
}

/**
 * What was or is due of hosted standards in force by their front matter, filing and reviews; limits that set a least time are left
 * out, as is what is known of projects only.
 */
export function* listStandardDues({ lives, limits }: LibraryView): Iterable<StandardDue> {
  for (const { entry, project, dues, over } of lives) {
    const row = entry?.row;
    if (!row || over) continue;
    for (const due of dues) {
      const limit = limits.find(({ id }) => id === due.limit);
      if (!limit || due.bound !== '至多' || (due.stage !== '备案' && due.stage !== '复审'))
        continue;
      const { document, article = '' } = limit.source ?? {};
      const source =
        document === undefined
          ? { zh: '本库自定的期限', en: 'a limit of this library' }
          : { zh: `${document}${article}`, en: `${document}${article}` };
      yield { row, due, limit, source, hasProject: project !== undefined };
    }
  }
}

/** Where front matter says the day that a due was done; where it says none, its day of issue. */
export function factOf({ stage, done }: Due, { meta }: StandardRow): LibraryFinding['at'] {
  if (done === undefined) return { meta: 'issued' };
  if (stage === '备案') return { meta: 'recorded' };
  return { meta: `reviews.${meta.reviews.findIndex(({ date }) => date === done)}` };
}
