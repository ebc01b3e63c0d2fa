import { hideAll } from './hidden.ts';

/** 长*宽*高: sides and amounts that are multiplied. */
const side = '(?:长|宽|高|厚|深|直径|半径|底|边长|面积|体积|数量|单价|系数|[长宽高厚深]度)';
const product = new RegExp(`(?<=${side})\\*(?=${side})`, 'g');

/** 「带*号的」「标有**的项目」: a star that is spoken of. */
const spoken = /(?<=[带标注有打加用以为])\*{1,3}(?=号|的|者|表示|标)/g;

const isWord = /[\p{Script=Latin}\p{Script=Greek}\p{N})\]%℃°′″]/u;

/**
 * Stars that multiply are hidden: between digits (`100*50*20`), sides (长*宽*高), and behind a letter, digit or bracket
 * where no single star is open (`K*A*(t1-t2)`, `L*a*b*`).
 */
export function hideStars(text: string): string {
  const plain = text.replaceAll(product, hideAll).replaceAll(spoken, hideAll);
  let shown = '';
  let from = 0;
  let open = -1;
  for (const { 0: run, index } of plain.matchAll(/(?<!\\)\*+|\n[ \t]*\n/g)) {
    if (run.startsWith('\n')) open = -1;
    if (run !== '*') continue;
    const before = plain.charAt(index - 1);
    const after = plain.charAt(index + 1);
    const between = /[0-9]/.test(before) && /[0-9]/.test(after);
    if (between || (isWord.test(before) && open === -1 && after !== '')) {
      shown += plain.slice(from, index) + hideAll(run);
      from = index + 1;
    } else if (open !== -1 && !/\s/.test(before)) open = -1;
    else if (!/\s|^$/.test(after)) open = index;
  }
  return shown + plain.slice(from);
}
