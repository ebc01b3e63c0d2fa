import type { Bilingual } from '#core/base/bilingual.ts';
import {
  decideComments,
  gatherComments,
  readKeptComments,
  refuseLetter,
  writeKeptComments,
} from '#core/comments/index.ts';
import type { CommentLetter, DraftClause, KeptComment } from '#core/comments/index.ts';
import type { Library } from '#library/open.ts';
import { draftPlan } from './draft-plan.ts';
import type { PlanDraft } from './draft-plan.ts';
import { ActRefused } from './plan.ts';
import type { ActPlan } from './plan.ts';

/** A file that came, by its name: its comments, or why it holds none. */
export interface CommentsSent {
  readonly name: string;
  readonly read: readonly CommentLetter[] | Bilingual;
}

/** What will be done to the comments of a project. */
export interface CommentsAct {
  readonly plan: ActPlan;
  /** All comments as they will be. */
  readonly comments: readonly KeptComment[];
  /** What a person is told, a sentence each. */
  readonly told: readonly Bilingual[];
  /** Files or rows that were not taken. */
  readonly refused: number;
}

const gathering: Bilingual = { zh: '汇总征求意见收到的意见', en: 'Gather the comments on a draft' };
const deciding: Bilingual = { zh: '记下意见的处理', en: 'Note what became of comments' };

/**
 * Plans to add the comments of files to those of a project, each once; what is none, or is of another project, is named and left out.
 *
 * @throws {ActRefused} when the comments that are there cannot be read
 */
export function planGathering(
  { dir, drafts }: Pick<Library, 'dir' | 'drafts'>,
  project: string,
  files: readonly CommentsSent[],
): CommentsAct {
  const told: Bilingual[] = [];
  const letters: CommentLetter[] = [];
  let refused = 0;
  for (const { name, read } of files) {
    const reason =
      'zh' in read ? read : read.map((letter) => refuseLetter(letter, project)).find(Boolean);
    if (reason) {
      const shown = name.replaceAll(/\p{Cc}/gu, '\uFFFD').slice(0, 120);
      told.push({ zh: `${shown}：${reason.zh}`, en: `${shown}: ${reason.en}` });
      refused += 1;
    } else if (!('zh' in read)) letters.push(...read);
  }
  const draft = draftPlan(dir);
  const kept = readKept(draft, project);
  const gathered = gatherComments(kept, letters, listClauses(drafts, project));
  if ('zh' in gathered) {
    const plan = draft.finish(gathering);
    return { plan, comments: kept, told: [...told, gathered], refused: refused + 1 };
  }
  const { comments, added, repeated, unknown } = gathered;
  if (files.length > 0) told.push(sayGathered(added, repeated));
  if (unknown.length > 0) told.push(sayUnknown(unknown));
  write(draft, project, kept, comments, sayGathered(added, repeated));
  return { plan: draft.finish(gathering), comments, told, refused };
}

/**
 * Plans to note what the rows of a decided table say of the comments of a project: all of them, or none where a row is wrong.
 *
 * @throws {ActRefused} when the comments that are there cannot be read
 */
export function planDecisions(
  { dir }: Pick<Library, 'dir'>,
  project: string,
  rows: readonly (readonly string[])[] | Bilingual,
): CommentsAct {
  const draft = draftPlan(dir);
  const kept = readKept(draft, project);
  const decided = 'zh' in rows ? { problems: [rows] } : decideComments(kept, rows);
  if ('problems' in decided) {
    const { problems } = decided;
    return {
      plan: draft.finish(deciding),
      comments: kept,
      told: problems,
      refused: problems.length,
    };
  }
  const { comments, decided: count } = decided;
  const sentence = { zh: `读回处理意见 ${count} 条`, en: `${count} decisions read back` };
  write(draft, project, kept, comments, sentence);
  return { plan: draft.finish(deciding), comments, told: [sentence], refused: 0 };
}

const pathOf = (project: string): string => `projects/${project}/comments.yaml`;

function readKept(draft: PlanDraft, project: string): readonly KeptComment[] {
  const path = pathOf(project);
  const text = draft.read(path);
  if (text === null) return [];
  const source = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const { comments, diagnostics } = readKeptComments(source, path);
  if (comments) return comments;
  const [found] = diagnostics;
  const line = found?.range.start.line ?? 1;
  throw new ActRefused(
    {
      zh: `${path} 读不通，没有改动：${found?.message.zh ?? ''}`,
      en: `${path} cannot be read, nothing was changed: ${found?.message.en ?? ''}`,
    },
    { zh: `改正第 ${line} 行，再做一次。`, en: `Correct line ${line} and do it once more.` },
  );
}

function write(
  draft: PlanDraft,
  project: string,
  before: readonly KeptComment[],
  after: readonly KeptComment[],
  sentence: Bilingual,
): void {
  const content = writeKeptComments(after);
  // A file that a person has laid out stays as it is while nothing of it changes.
  if (content !== writeKeptComments(before)) draft.write(pathOf(project), content, sentence);
}

const sayGathered = (added: number, repeated: number): Bilingual => ({
  zh: `新记入 ${added} 条，重复 ${repeated} 条`,
  en: `${added} new, ${repeated} there already`,
});

function sayUnknown(unknown: readonly string[]): Bilingual {
  const names = unknown.slice(0, 20).join('、');
  return {
    zh: `稿里没有这些章条，排在最后：${names}`,
    en: `The draft has no such clauses, they come last: ${names}`,
  };
}

/** Clauses, tables and figures of a draft; none where it has no text. */
function listClauses(drafts: Library['drafts'], project: string): readonly DraftClause[] {
  const text = drafts.get(project)?.body().text;
  if (!text) return [];
  return text.clauses.flatMap((clause, index) => [
    clause,
    ...text.exhibits
      .filter((exhibit) => exhibit.clause === index)
      .map(({ id, label, title }) => ({ id, address: '', label, title })),
  ]);
}
