const han = /\p{Script=Han}/u;

/** Whether a text has a Chinese character. */
export const hasHan = (text: string): boolean => han.test(text);

const chinese =
  /[《（]?\p{Script=Han}(?:[\p{Script=Han}\d，、；：（）《》]*[\p{Script=Han}）》])?/gu;

/** The stretches of a text that are Chinese, with the marks and digits between its characters. */
export function findChinese(
  text: string,
): readonly { readonly start: number; readonly end: number }[] {
  return Array.from(text.matchAll(chinese), ({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
}

/** A text in pieces, those that are Chinese apart from the others; none is empty. */
export function splitChinese(
  text: string,
): readonly { readonly text: string; readonly chinese: boolean }[] {
  let at = 0;
  const pieces = findChinese(text).flatMap(({ start, end }) => {
    const before = text.slice(at, start);
    at = end;
    return [
      { text: before, chinese: false },
      { text: text.slice(start, end), chinese: true },
    ];
  });
  return [...pieces, { text: text.slice(at), chinese: false }].filter((piece) => piece.text !== '');
}
