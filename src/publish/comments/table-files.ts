import type { KeptComment } from '#core/comments/index.ts';
import type { ProjectModel } from '#core/lifecycle/index.ts';
import { writeCommentsTable } from './table-file.ts';
import { writeCommentsWord } from './word-file.ts';

/** What files of 意见汇总处理表 end in: the first is filled in and read back, the other is filed. */
export const tableEndings = ['xlsx', 'docx'] as const;
export type TableEnding = (typeof tableEndings)[number];

const writers = { xlsx: writeCommentsTable, docx: writeCommentsWord } as const;

/** Returns 意见汇总处理表 of a project as a file with an ending. */
export function writeProjectTable(
  ending: TableEnding,
  { title, plan, contact }: Pick<ProjectModel, 'title' | 'plan' | 'contact'>,
  comments: readonly KeptComment[],
): Promise<Uint8Array> {
  return writers[ending](comments, { title: title.zh, plan, office: contact?.office });
}
