import { digestText } from '../checklist/digest.ts';
import type { Bilingual } from '../base/bilingual.ts';
import type { CommentLetter } from './format.ts';
import { mostComments } from './schema.ts';
import type { KeptComment } from './schema.ts';

/** The clauses of a draft in their order, as a comment may name them. */
export interface DraftClause {
  readonly id: string;
  readonly address: string;
  readonly label: string;
  readonly title: string;
}

/** What came of gathering. */
export interface Gathered {
  /** All comments in the order of the draft, those on the whole first; decisions stay. */
  readonly comments: readonly KeptComment[];
  readonly added: number;
  /** How many were there already, word for word of the same sender. */
  readonly repeated: number;
  /** Clauses that comments name and the draft has not. */
  readonly unknown: readonly string[];
}

/** Why letters were not gathered: another project's, or more than a draft can have. */
export type Refused = Bilingual;

/** Returns a comment as it is kept: without the person; its id is made from what was said and who said it. */
export function keepComment(
  letter: Pick<CommentLetter, 'organisation' | 'publishOrganisation' | 'made'>,
  { clause, anchor, comment, reason }: CommentLetter['comments'][number],
): KeptComment {
  const organisation = letter.organisation || undefined;
  const said = [clause, comment, reason ?? '', organisation ?? ''].join('\u0000');
  return {
    id: digestText(said),
    clause,
    ...(anchor && { anchor }),
    comment,
    ...(reason && { reason }),
    ...(organisation && { organisation }),
    named: letter.publishOrganisation && organisation !== undefined,
    ...(letter.made && { made: letter.made }),
  };
}

/** Why a letter is not about a project; undefined where it is. A letter that names none is taken for it. */
export function refuseLetter({ project }: CommentLetter, id: string): Refused | undefined {
  if (project === '' || project === id) return undefined;
  const named = project.slice(0, 40);
  return {
    zh: `是对项目 ${named} 的意见，不是 ${id} 的`,
    en: `it comments on the project ${named}, not on ${id}`,
  };
}

/** Returns the comments that are kept together with those of letters, each once, in the order of the draft. */
export function gatherComments(
  kept: readonly KeptComment[],
  letters: readonly CommentLetter[],
  clauses: readonly DraftClause[],
): Gathered | Refused {
  const all = new Map(kept.map((comment) => [comment.id, comment]));
  let repeated = 0;
  for (const letter of letters) {
    for (const written of letter.comments) {
      const comment = keepComment(letter, written);
      if (all.has(comment.id)) repeated += 1;
      else all.set(comment.id, comment);
    }
  }
  if (all.size > mostComments) {
    return {
      zh: `意见有 ${all.size} 条，超过 ${mostComments} 条，没有汇总`,
      en: `there are ${all.size} comments, more than ${mostComments}; nothing was gathered`,
    };
  }
  const place = placeIn(clauses);
  const comments = [...all.values()]
    .map((comment, index) => ({ comment, index, at: place(comment) }))
    .toSorted((a, b) => a.at - b.at || a.index - b.index)
    .map(({ comment }) => comment);
  const unknown = comments.filter((each) => place(each) === clauses.length);
  return {
    comments,
    added: all.size - kept.length,
    repeated,
    unknown: [...new Set(unknown.map(({ clause }) => clause))],
  };
}

/** 「5.2 a)」, 「第5章」 and 「表2」 as they are compared: without blanks, 「第」, 「章」 and 「条」. */
const normalize = (clause: string): string =>
  clause
    .replaceAll(/[\s第章条款节]/g, '')
    .replaceAll(/[．。]/g, '.')
    .toUpperCase();

function placeIn(clauses: readonly DraftClause[]): (comment: KeptComment) => number {
  const places = new Map<string, number>();
  for (const [index, { id, address, label, title }] of clauses.entries()) {
    for (const name of [`#${id}`, address, normalize(label), normalize(title)])
      if (name && !places.has(name)) places.set(name, index);
  }
  return ({ anchor, clause }) => {
    if (/^(?:全文|总体|整体|标准名称|general|whole)$/i.test(clause)) return -1;
    const named = normalize(clause);
    const known =
      (anchor === undefined ? undefined : places.get(`#${anchor}`)) ??
      places.get(named) ??
      places.get(/^(?:[A-Z]|\d+)(?:\.\d+)*/.exec(named)?.[0] ?? '');
    return known ?? clauses.length;
  };
}
