import { lookUp } from '#core/base/look-up.ts';
import type { Bilingual } from '../base/bilingual.ts';
import { decisionTerms } from '../terms/index.ts';
import type { Decision } from '../terms/index.ts';
import type { KeptComment } from './schema.ts';

/** The columns of 意见汇总处理表, and one more by which a decided table finds its comments again. */
export const tableHeads = [
  '序号',
  '章条编号',
  '意见内容',
  '提出单位',
  '处理意见',
  '备注/理由',
  '标识',
] as const;

/** What a comment without an organisation is from. */
const person = '个人';

/** Returns the rows of 意见汇总处理表 below its heads. */
export function tabulateComments(comments: readonly KeptComment[]): readonly (readonly string[])[] {
  return comments.map(
    ({ id, clause, comment, reason, organisation, decision = '', answer = '' }, index) => [
      String(index + 1),
      clause,
      reason ? `${comment}\n理由：${reason}` : comment,
      organisation ?? person,
      decision,
      answer,
      id,
    ],
  );
}

/** How many comments came, from how many organisations, and what became of them. */
export interface CommentCounts {
  readonly all: number;
  readonly organisations: number;
  readonly decisions: Readonly<Record<Decision, number>>;
  readonly open: number;
}

/** Returns the counts that stand below 意见汇总处理表. */
export function countComments(comments: readonly KeptComment[]): CommentCounts {
  const count = (decision: Decision) =>
    comments.filter((comment) => comment.decision === decision).length;
  return {
    all: comments.length,
    organisations: new Set(comments.flatMap(({ organisation }) => organisation ?? [])).size,
    decisions: { 采纳: count('采纳'), 部分采纳: count('部分采纳'), 不采纳: count('不采纳') },
    open: comments.filter(({ decision }) => decision === undefined).length,
  };
}

/** Returns the sentence that sums the comments up. */
export function sumUp({ all, organisations, decisions, open }: CommentCounts): Bilingual {
  const rest = { zh: open > 0 ? `，待处理 ${open} 条` : '', en: open > 0 ? `, ${open} open` : '' };
  return {
    zh: `共收到意见 ${all} 条，来自 ${organisations} 个单位；采纳 ${decisions.采纳} 条，部分采纳 ${decisions.部分采纳} 条，不采纳 ${decisions.不采纳} 条${rest.zh}`,
    en: `${all} comments from ${organisations} organisations; ${decisions.采纳} accepted, ${decisions.部分采纳} in part, ${decisions.不采纳} not${rest.en}`,
  };
}

const spellings: Readonly<Record<string, Decision>> = {
  ...Object.fromEntries(decisionTerms.map(({ value }) => [value, value])),
  已采纳: '采纳',
  未采纳: '不采纳',
  不予采纳: '不采纳',
  部分: '部分采纳',
};

/** A decided table with the comments it decides; or what is wrong with it, row by row. */
export type Decided =
  | { readonly comments: readonly KeptComment[]; readonly decided: number }
  | { readonly problems: readonly Bilingual[] };

const mostProblems = 20;

/** Returns which of the first 20 rows names the columns of 意见汇总处理表; -1 where none does. */
export function findDecisionHead(rows: readonly (readonly string[])[]): number {
  return rows
    .slice(0, 20)
    .findIndex((row) =>
      ['处理意见', '标识'].every((head) => row.some((cell) => cell.trim() === head)),
    );
}

/**
 * Returns comments with what a table decides of them, found by 标识. Refused as a whole, with a sentence for each row: an unknown
 * or repeated 标识, a word that is no decision, and a decision against a comment without its reason.
 */
export function decideComments(
  comments: readonly KeptComment[],
  rows: readonly (readonly string[])[],
): Decided {
  const at = findDecisionHead(rows);
  const head = (rows[at] ?? []).map((cell) => cell.trim());
  if (at === -1) {
    return {
      problems: [
        {
          zh: '没有“处理意见”和“标识”两栏：请在下载的（或 std comments 写出的）意见汇总处理表里填',
          en: 'It has no columns 处理意见 and 标识: fill in the table of comments that was downloaded (or written by std comments)',
        },
      ],
    };
  }
  const column = (name: string) => head.findIndex((cell) => cell.startsWith(name));
  const [idAt, decisionAt, answerAt] = [column('标识'), column('处理意见'), column('备注')];
  const problems: Bilingual[] = [];
  const known = new Set(comments.map(({ id }) => id));
  const decisions = new Map<string, Pick<KeptComment, 'decision' | 'answer'>>();
  for (const [index, row] of rows.entries()) {
    if (index <= at) continue;
    const [id = '', written = '', answer = ''] = [idAt, decisionAt, answerAt].map((each) =>
      (row[each] ?? '').replace(/^'/, '').trim(),
    );
    const line = index + 1;
    const decision = lookUp(spellings, written.replaceAll(/\s/g, ''));
    // Rows of sums and signatures have none; a decision that is for no comment would be lost.
    if (!id) {
      if (decision) problems.push(withoutId(line));
      continue;
    }
    const problem = findProblem({
      line,
      isKnown: known.has(id),
      isTwice: decisions.has(id),
      written,
      decision,
      answer,
    });
    if (problem) problems.push(problem);
    decisions.set(id, { ...(decision && { decision }), ...(answer && { answer }) });
  }
  if (problems.length > 0) return { problems: problems.slice(0, mostProblems) };
  return {
    comments: comments.map((comment) => {
      const made = decisions.get(comment.id);
      if (!made) return comment;
      const { decision: _decision, answer: _answer, ...said } = comment;
      return { ...said, ...made };
    }),
    decided: [...decisions.values()].filter(({ decision }) => decision !== undefined).length,
  };
}

const withoutId = (line: number): Bilingual => ({
  zh: `第 ${line} 行：有处理意见，没有标识，不知道是哪一条：从下载的意见汇总处理表里把标识抄回来`,
  en: `Row ${line}: there is a decision and no 标识, so its comment is not known: copy it back from the table of comments that was downloaded`,
});

interface DecidedRow {
  readonly line: number;
  readonly isKnown: boolean;
  readonly isTwice: boolean;
  readonly written: string;
  readonly decision: Decision | undefined;
  readonly answer: string;
}

function findProblem({
  line,
  isKnown,
  isTwice,
  written,
  decision,
  answer,
}: DecidedRow): Bilingual | undefined {
  const shown = written.slice(0, 20);
  if (!isKnown)
    return {
      zh: `第 ${line} 行：标识不是这个项目的意见`,
      en: `Row ${line}: its 标识 is no comment of this project`,
    };
  if (isTwice)
    return {
      zh: `第 ${line} 行：标识重复`,
      en: `Row ${line}: its 标识 stands in another row, too`,
    };
  if (written && !decision)
    return {
      zh: `第 ${line} 行：处理意见“${shown}”应为采纳、部分采纳或不采纳`,
      en: `Row ${line}: "${shown}" is none of 采纳, 部分采纳 and 不采纳`,
    };
  if (decision && decision !== '采纳' && !answer)
    return {
      zh: `第 ${line} 行：${decision}要在“备注/理由”里写明理由`,
      en: `Row ${line}: ${decision} needs its reason in 备注/理由`,
    };
  if (answer.length > 5000)
    return { zh: `第 ${line} 行：备注超过 5000 字`, en: `Row ${line}: more than 5000 characters` };
  return undefined;
}
