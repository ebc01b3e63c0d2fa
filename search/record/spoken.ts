import { readNumeral } from '#core/number/numerals.ts';

const NUMERAL = '[一二三四五六七八九十]{1,3}';
const PART = new RegExp(`\\s*第\\s*(${NUMERAL}|\\d{1,2})\\s*部分`, 'g');

/** What is counted or dated behind digits: 国家标准100项, 国家标准2024年计划. 国标191条文 and 国标2760 2014年版 count nothing. */
const COUNTED =
  '年(?!版)|月|[余多]?(?:万|项(?!目)|个(?!人|体)|条(?!文|款|码)|部(?!分|件|位)|种(?!子|植|类)|份(?!额)|件|册|套(?!管)|批(?!次|准)|类(?!似|别)|张|%|％)';
const YEAR = String.raw`(?:19|20)\d\d`;
/** `5～10项` and `2020—2024年` are counts and dates from one to another; 2760-2014年 is a number with its year. */
const COUNT = String.raw`(?:${YEAR}\s*[-—]\s*(?=${YEAR}))?\d[\d,.]*(?:\s*[~～至到]\s*\d+|\s*[-—]\s*\d{1,3}(?!\d|\s*年))?\s*(?:${COUNTED})`;
const NUMBER = String.raw`\s*(?=\d)(?!${COUNT})`;
const speak = (names: string): RegExp => new RegExp(`(?:${names})${NUMBER}`, 'g');

/** Names of codes as they are spoken; the first that begins so counts. */
const SPOKEN_CODES: readonly (readonly [spoken: RegExp, code: string])[] = [
  [speak('国家?军用?标准|国军标'), 'GJB '],
  [
    speak(String.raw`国家推荐性标准|推荐性国家标准|推荐性国标|国推标|国标推荐|国标\s*\/?\s*[tT]`),
    'GB/T ',
  ],
  [speak('国家强制性标准|强制性国家标准|强制性国标|国家标准|国标'), 'GB '],
];

/** A question with spoken forms as they are written: 国标191 → GB 191 (but not of a year or a count), 第一部分 → 第1部分 between spaces. */
export function writeSpoken(text: string): string {
  let written = text;
  for (const [spoken, code] of SPOKEN_CODES) written = written.replace(spoken, code);
  return written
    .replace(PART, (_, part: string) => ` 第${/\d/.test(part) ? part : readNumeral(part)}部分 `)
    .replace(/\s+/g, ' ')
    .trim();
}
