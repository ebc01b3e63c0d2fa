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

/**
 * HTML of a title in which 「第1部分」 stays in one line, and in a Chinese one each element of the name (GB/T 1.1—2020, 6.1),
 * as long as it is no longer than a line.
 */
export function keepParts(title: string): string {
  const elements = /\p{Script=Han}/u.test(title) ? title.split(/(?<=：)|(?<=\S)(?=\s)/u) : [title];
  return elements
    .map((element) =>
      escapeHtml(element).replace(/第\s?\d+\s?部分/gu, '<span class="nb">$&</span>'),
    )
    .map((html) =>
      elements.length > 1 ? html.replace(/\S.*$/u, '<span class="element">$&</span>') : html,
    )
    .join('');
}
