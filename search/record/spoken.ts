const NUMERAL = '[一二三四五六七八九十]{1,3}';
const PART = new RegExp(`\\s*第\\s*(${NUMERAL}|\\d{1,2})\\s*部分`, 'g');
const DIGITS = '零一二三四五六七八九';

/** Names of codes as they are spoken; the first that begins so counts. */
const SPOKEN_CODES: readonly (readonly [spoken: RegExp, code: string])[] = [
  [/(?:国家?军用?标准|国军标)\s*(?=\d)/g, 'GJB '],
  [
    /(?:国家推荐性标准|推荐性国家标准|推荐性国标|国推标|国标推荐|国标\s*\/?\s*[tT])\s*(?=\d)/g,
    'GB/T ',
  ],
  [/(?:国家强制性标准|强制性国家标准|强制性国标|国家标准|国标)\s*(?=\d)/g, 'GB '],
];

/** A question with spoken forms as they are written: 国标191 → GB 191, 第一部分 → 第1部分 between spaces. */
export function writeSpoken(text: string): string {
  let written = text;
  for (const [spoken, code] of SPOKEN_CODES) written = written.replace(spoken, code);
  return written
    .replace(PART, (_, part: string) => ` 第${/\d/.test(part) ? part : readNumeral(part)}部分 `)
    .replace(/\s+/g, ' ')
    .trim();
}

/** 一 to 九十九 as a number. */
function readNumeral(numeral: string): number {
  const [tens, ones = ''] = numeral.includes('十') ? numeral.split('十') : ['', numeral];
  const value = (digit: string) => Math.max(0, DIGITS.indexOf(digit || '零'));
  const ten = numeral.includes('十') ? (tens === '' ? 1 : value(tens ?? '')) : 0;
  return ten * 10 + value(ones);
}
