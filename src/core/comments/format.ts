import { writeCsv } from '../render/csv.ts';

/**
 * Comments on a draft as their author sends them: an open format (docs/comments.md, docs/schema/comments.json).
 * It loads nothing that a browser has no use for.
 */
export interface CommentLetter {
  readonly format: typeof commentFormat;
  readonly version: 1;
  /** Id of the project that the draft belongs to. */
  readonly project: string;
  /** Title of the draft, for people. */
  readonly title?: string | undefined;
  /** The day it was written, `YYYY-MM-DD`. */
  readonly made?: string | undefined;
  readonly organisation?: string | undefined;
  readonly name?: string | undefined;
  readonly contact?: string | undefined;
  /** Whether the organisation may be named where the outcome is published. */
  readonly publishOrganisation: boolean;
  readonly comments: readonly WrittenComment[];
}

export interface WrittenComment {
  /** Number of the clause as it is printed, or 「全文」. */
  readonly clause: string;
  /** Anchor of the clause in the text. */
  readonly anchor?: string | undefined;
  /** 修改意见 */
  readonly comment: string;
  /** 理由 */
  readonly reason?: string | undefined;
}

export const commentFormat = 'biaolian-comments';

/** What a letter holds at most: beyond it nobody typed it. */
export const commentLimits = { text: 5000, short: 200, comments: 500 } as const;

/** The heads of the columns of comments as a table, and the row of each. */
const columns = [
  '项目',
  '章条编号',
  '修改意见',
  '理由',
  '提出单位',
  '同意公开单位',
  '姓名',
  '联系方式',
  '日期',
] as const;

/** Returns a letter as a table for people who use spreadsheets. */
export function writeLetterCsv(letter: CommentLetter): string {
  const { project, organisation = '', publishOrganisation, name = '', contact = '' } = letter;
  const rows = letter.comments.map(({ clause, comment, reason = '' }) => [
    project,
    clause,
    comment,
    reason,
    organisation,
    publishOrganisation ? '是' : '否',
    name,
    contact,
    letter.made ?? '',
  ]);
  return writeCsv([columns, ...rows]);
}

/** Returns a letter as the text of a file. */
export function writeLetter(letter: CommentLetter): string {
  return `${JSON.stringify(letter, null, 2)}\n`;
}

/** Addresses beyond it are cut off by programs for mail on Windows. */
export const longestMail = 1900;

/**
 * Returns the address that opens a mail with the comments of a letter; null where it is too long for programs for mail, so
 * that nothing is cut off unseen.
 */
export function writeMail(
  letter: CommentLetter,
  to: string,
  words: { readonly subject: string; readonly lines: readonly string[] },
): string | null {
  const body = words.lines.join('\r\n');
  const address = `mailto:${encodeURIComponent(to).replace('%40', '@')}?subject=${encodeURIComponent(words.subject)}&body=${encodeURIComponent(body)}`;
  return address.length <= longestMail && letter.comments.length > 0 ? address : null;
}
