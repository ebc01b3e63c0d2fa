import type { Bilingual } from '#core/base/bilingual.ts';
import type { DraftReport } from './draft.ts';

/** A sum of characters of a file and what became of them. */
export interface Total {
  readonly name: Bilingual;
  readonly characters: number;
}

/** Where the characters of a file went: the sums add up to those of the file, or `isBalanced` is false. */
export function listTotals({ characters }: DraftReport): {
  readonly file: number;
  readonly totals: readonly Total[];
  readonly isBalanced: boolean;
} {
  const { file, text, front, left, besides, printed, contents, index, number } = characters;
  const totals: readonly Total[] = [
    { name: { zh: '正文', en: 'in the text' }, characters: text },
    { name: { zh: '文件头', en: 'in the front matter' }, characters: front },
    {
      name: {
        zh: '自动印出（编号、目次、固定的句子）',
        en: 'printed by itself (numbers, contents, fixed sentences)',
      },
      characters: printed + contents + index + number,
    },
    { name: { zh: '没有导入', en: 'not taken' }, characters: left },
    {
      name: {
        zh: '修订删去的、隐藏的、域的结果',
        en: 'deleted, hidden, results of fields',
      },
      characters: besides,
    },
  ];
  const sum = totals.reduce((all, total) => all + total.characters, 0);
  return { file, totals, isBalanced: sum === file };
}
