import { hasHan } from '#core/characters/chinese.ts';
import { splitChinese } from '#core/characters/index.ts';
import { html } from '#core/base/html.ts';
import { markBreaks } from '#core/render/index.ts';

/** HTML of a number of a standard, for elements of the class `number`, which end no line elsewhere. */
export function breakNumber(number: string): string {
  const pieces = splitChinese(number).map(({ text, chinese }) => {
    const piece = markBreaks(html`${text}`);
    return chinese ? html`<span lang="zh-CN">${piece}</span>` : piece;
  });
  return html`${pieces}`.markup;
}

/**
 * HTML of a title in which 「第1部分」 stays in one line, and in a Chinese one each element of the name (GB/T 1.1—2020, 6.1),
 * as long as it is no longer than a line.
 */
export function keepParts(title: string): string {
  const elements = hasHan(title) ? title.split(/(?<=：)|(?<=\S)(?=\s)/u) : [title];
  return elements
    .map((element) =>
      html`${element}`.markup.replace(/第\s?\d+\s?部分/gu, '<span class="nb">$&</span>'),
    )
    .map((markup) =>
      elements.length > 1 ? markup.replace(/\S.*$/u, '<span class="element">$&</span>') : markup,
    )
    .join('');
}
