const digits = '零一二三四五六七八九';

/** 一 to 九十九 as a number; 0 for anything else. */
export function readNumeral(text: string): number {
  const [, ten = '', ones = ''] =
    /^([一二三四五六七八九]?十)?([一二三四五六七八九])?$/.exec(text) ?? [];
  const tens = ten === '' ? 0 : Math.max(1, digits.indexOf(ten.charAt(0)));
  return tens * 10 + (ones === '' ? 0 : digits.indexOf(ones));
}
