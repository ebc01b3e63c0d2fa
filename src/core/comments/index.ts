export { readKeptComments, writeKeptComments } from './file.ts';
export { gatherComments, refuseLetter } from './gather.ts';
export type { DraftClause } from './gather.ts';
export { findCommentHead, readCommentTable, readLetter } from './read-letter.ts';
export type { KeptComment } from './schema.ts';
export {
  countComments,
  decideComments,
  findDecisionHead,
  sumUp,
  tableHeads,
  tabulateComments,
} from './table.ts';
export type { CommentCounts } from './table.ts';
export type { CommentLetter } from './format.ts';
