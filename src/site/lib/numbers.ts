import { splitChinese } from '#core/characters/index.ts';
import { escapeHtml, markBreaks } from '#core/render/index.ts';

/** HTML of a number of a standard, for elements of the class `number`, which end no line elsewhere. */
export function breakNumber(number: string): string {
  return splitChinese(number)
    .map(({ text, chinese }) => {
      const html = markBreaks(escapeHtml(text));
      return chinese ? `<span lang="zh-CN">${html}</span>` : html;
    })
    .join('');
}

/** HTML of a title in which 「第1部分」 stays in one line. */
export function keepParts(title: string): string {
  return escapeHtml(title).replace(/第\s?\d+\s?部分/gu, '<span class="nb">$&</span>');
}
