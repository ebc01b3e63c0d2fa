import type { Clause, CompiledText } from '#core/model/standard.ts';
import { isFigureFile } from '#core/text/syntax/unsafe.ts';
import { compileStandard } from '#library/compile-standard.ts';
import { shortDigest } from '#library/digest.ts';
import { isNamedRight, isSvgName } from '#library/figures.ts';
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

/** A text compiled in the folder of a standard, before it and its ledger are written there. */
export function compileText(
  library: string,
  folder: string,
  index: string,
  ledger: string,
): CompiledText {
  const read: StandardFolder | null = readFolder(library, folder);
  const compiled =
    read && compileStandard({ ...read, index: new TextEncoder().encode(index), ledger });
  if (!compiled?.standard) throw refuse('改过的文本读不懂', 'The changed text cannot be read');
  return compiled.standard.text;
}

/** The files of a standard compiled as they would stand in a folder, undefined where the text cannot be read. */
export function compileFiles(path: string, files: ReadonlyMap<string, Uint8Array>) {
  const figures = [...files].filter(([name]) => isFigureFile(name));
  const { standard } = compileStandard({
    path,
    index: files.get('index.md') ?? new Uint8Array(),
    english: files.get('index.en.md') ?? null,
    ledger: new TextDecoder().decode(files.get('anchors.tsv')),
    figures: figures.map(([name, bytes]) => ({
      name,
      svg: isSvgName(name) ? bytes : null,
      isNamedRight: isNamedRight(name, bytes),
    })),
    digest: shortDigest(path),
  });
  return standard;
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
