/** A kind of characters that rules look for. */
export type Sign =
  | 'asterisk'
  | 'backslash'
  | 'bar'
  | 'blank'
  | 'brace'
  | 'bracket'
  | 'bullet'
  | 'caret'
  | 'colon'
  | 'comma'
  | 'digit'
  | 'dollar'
  | 'equals'
  | 'hash'
  | 'hyphen'
  | 'lookalike'
  | 'lenticular'
  | 'page'
  | 'pause'
  | 'parenthesis'
  | 'plus-minus'
  | 'quote'
  | 'stop'
  | 'tilde'
  | 'times';

/** Cyrillic and Greek capitals that are drawn like Latin ones. */
export const drawnAlike = 'АВСЕНІЈКМОРЅТХУԚԜΑΒΕΖΗΙΚΜΝΟΡΤΥΧ';

const characters: Readonly<Record<Sign, string>> = {
  asterisk: '*',
  backslash: '\\',
  blank: ' \t\u00A0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u3000',
  bracket: '[［',
  bar: '|｜',
  brace: '{｛',
  bullet: '●•◆■▪➢▶◇‧∙①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳·—',
  caret: '^',
  colon: ':：',
  comma: ',',
  digit: '0123456789０１２３４５６７８９',
  dollar: '$',
  equals: '=',
  hash: '#＃',
  hyphen: '-',
  lookalike: drawnAlike,
  lenticular: '【',
  page: '页pP',
  pause: '、',
  parenthesis: '()（）',
  'plus-minus': '±',
  quote: '《》“”',
  stop: ',;:?!.(',
  tilde: '~～',
  times: '×',
};

const bits = Object.fromEntries(
  Object.keys(characters).map((sign, index) => [sign, 1 << index]),
) as Readonly<Record<Sign, number>>;

const bitsOf = new Uint32Array(0x10000);
for (const sign of Object.keys(characters) as readonly Sign[]) {
  for (const character of characters[sign]) {
    const code = character.charCodeAt(0);
    bitsOf[code] = (bitsOf[code] ?? 0) | bits[sign];
  }
}

/** The kinds of characters a text holds, a bit each as in `joinSigns`. */
export function readSigns(text: string): number {
  let signs = 0;
  for (let at = 0; at < text.length; at++) signs |= bitsOf[text.charCodeAt(at)] ?? 0;
  return signs;
}

/** Kinds of signs as one number, a bit for each; 0 for none. */
export function joinSigns(signs: readonly Sign[]): number {
  return signs.reduce((joined, sign) => joined | bits[sign], 0);
}
