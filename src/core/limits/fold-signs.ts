const twins: ReadonlyMap<string, string> = new Map([
  ...Array.from('０１２３４５６７８９', (wide, digit) => [wide, String(digit)] as const),
  ...Array.from(
    'ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ',
    (wide, at) => [wide, String.fromCharCode(65 + at)] as const,
  ),
  ...Array.from(
    'ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ',
    (wide, at) => [wide, String.fromCharCode(97 + at)] as const,
  ),
  ['（', '('],
  ['）', ')'],
  ['．', '.'],
  ['－', '-'],
  ['−', '-'],
  ['＋', '+'],
  ['％', '%'],
  ['～', '~'],
  ['〜', '~'],
  ['∼', '~'],
  ['＜', '<'],
  ['＞', '>'],
  ['＝', '='],
  ['／', '/'],
  ['＊', '×'],
  ['✕', '×'],
  ['∶', ':'],
  ['\u00a0', ' '],
  ['\u3000', ' '],
  ['\u2009', ' '],
  ['\u202f', ' '],
  ['⩽', '≤'],
  ['≦', '≤'],
  ['⩾', '≥'],
  ['≧', '≥'],
  ['µ', 'μ'],
  ['•', '·'],
]);
const hasTwin = new RegExp(`[${[...twins.keys()].join('')}]`, 'g');

/** A text with full-width and look-alike signs as their usual twins; of the same length, so offsets hold. */
export function foldSigns(text: string): string {
  return text.replace(hasTwin, (sign) => twins.get(sign) ?? sign);
}
