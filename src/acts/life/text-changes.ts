import type { Clause, CompiledText } from '#core/model/standard.ts';
import { compileStandard } from '#library/compile-standard.ts';
import type { StandardFolder } from '#library/files.ts';
import { readFolder } from '#library/files.ts';
import { refuse } from './common.ts';

/** A clause that another text has otherwise. */
export interface ClauseChange {
  readonly kind: 'changed' | 'added' | 'removed';
  /** As the later text has it; of one that is gone as the earlier had it. */
  readonly clause: Clause;
  /** The clause that an added one stands behind. */
  readonly after?: Clause | undefined;
}

/** A text compiled in the folder of a standard, before it is written there. */
export function compileText(library: string, folder: string, index: string): CompiledText {
  const read: StandardFolder | null = readFolder(library, folder);
  const compiled = read && compileStandard({ ...read, index: new TextEncoder().encode(index) });
  if (!compiled?.standard) throw refuse('改过的文本读不懂', 'The changed text cannot be read');
  return compiled.standard.text;
}

const said = ({ title, titleHtml, html }: Clause): string => {
  const own = html.replaceAll(/<p class="clause-change">[^]*?<\/p>/g, '');
  return JSON.stringify([title, titleHtml, own]);
};

/** Clauses that differ between two texts, found by their ids, in the order of the later text; the foreword is left out. */
export function compareClauses(before: CompiledText, after: CompiledText): readonly ClauseChange[] {
  const earlier = new Map(before.clauses.map((clause) => [clause.id, clause]));
  const later = new Set(after.clauses.map(({ id }) => id));
  const isText = ({ kind }: Clause): boolean => kind !== 'foreword' && kind !== 'index';
  return [
    ...after.clauses.filter(isText).flatMap((clause, at, list): readonly ClauseChange[] => {
      const was = earlier.get(clause.id);
      if (!was) return [{ kind: 'added', clause, after: list[at - 1] }];
      return said(was) === said(clause) ? [] : [{ kind: 'changed', clause }];
    }),
    ...before.clauses
      .filter((clause) => isText(clause) && !later.has(clause.id))
      .map((clause): ClauseChange => ({ kind: 'removed', clause })),
  ];
}
