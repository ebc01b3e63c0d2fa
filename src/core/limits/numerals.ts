/**
 * Numbers as standards write them (GB/T 15835—2011, GB 3101—1993): groups of three parted by spaces on either side of the
 * point, powers of ten, vulgar fractions, Chinese numerals. One is read whole or not at all.
 */

/** A decimal in groups of three (`10 000`, `0.000 1`) or in one piece. */
export const GROUPED = String.raw`(?:\d{1,3}(?: \d{3})+(?!\d)|\d+)(?:\.\d{3}(?: \d{3})*(?: \d{1,3})(?![\d.])(?! ?[年月日])|\.\d+)?`;
/** A power as authors write it (`10⁻⁶`, `10^-6^`, `10^{-6}`), and as it stands in plain text where it is negative (`10-6`). */
const POWER = String.raw`(?: ?× ?10(?:\^-?\d{1,2}\^|\^\{ ?-?\d{1,2} ?\}|\^-?\d{1,2}|-\d{1,2}(?!\d)|⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}))?`;
/** A number with its sign and its power of ten. */
export const NUMBER = String.raw`[-+]?(?:${GROUPED})${POWER}`;

const numberAt = new RegExp(NUMBER, 'y');
const hanNumber = '[零一二两三四五六七八九十百千]{1,5}';
const hanAt = new RegExp(`(?:百分之)?(?:${hanNumber}|半)`, 'y');
const hanFractionAt = new RegExp(`(${hanNumber})分之(${hanNumber})`, 'y');
const fraction = /^ ?\/ ?(\d{1,4})(?![\d.A-Za-z])/;
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** The value of a number as written, by `NUMBER`. */
export function toNumber(written: string): number {
  const [mantissa = '', power] = written.replaceAll(' ', '').split('×10');
  if (power === undefined) return Number(mantissa);
  const exponent = power
    .replaceAll(/[\^{}]/g, '')
    .replace('⁻', '-')
    .replaceAll(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => String(superscripts.indexOf(digit)));
  return Number(`${mantissa}e${exponent}`);
}

const hanDigits = '零一二三四五六七八九';

/** A Chinese numeral up to 9 999, 半 as one half; NaN where it is none. */
function readHan(written: string): number {
  if (written === '半') return 0.5;
  let total = 0;
  let digit = -1;
  for (const sign of written.replaceAll('两', '二')) {
    const scale = { 十: 10, 百: 100, 千: 1000 }[sign];
    if (scale === undefined) {
      if (digit > 0) return Number.NaN;
      digit = hanDigits.indexOf(sign);
    } else {
      total += (digit < 0 ? 1 : digit) * scale;
      digit = -1;
    }
  }
  return total + Math.max(0, digit);
}

export interface Numeral {
  readonly value: number;
  readonly end: number;
  /** `%` where the words say 百分之. */
  readonly percent: boolean;
}

/** The number that begins at an offset of a folded text; null where none does. */
export function readNumeral(text: string, at: number): Numeral | null {
  numberAt.lastIndex = at;
  const [digits] = numberAt.exec(text) ?? [];
  return digits === undefined ? readHanNumeral(text, at) : readDigits(text, at, digits);
}

function readDigits(text: string, at: number, digits: string): Numeral {
  const end = at + digits.length;
  const sign = text.charAt(end);
  const value = toNumber(digits);
  if (sign === '/' || sign === ' ') {
    const [over, divisor = ''] = fraction.exec(text.slice(end, end + 8)) ?? [];
    if (over !== undefined)
      return { value: value / Number(divisor), end: end + over.length, percent: false };
  }
  const isScaled = sign === ' ' || sign === '万' || sign === '亿';
  const [whole = '', scale = ''] =
    (isScaled && /^ ?([万亿])(?!向|能|用)/.exec(text.slice(end, end + 3))) || [];
  const times = { 万: 1e4, 亿: 1e8 }[scale] ?? 1;
  return { value: value * times, end: end + whole.length, percent: false };
}

function readHanNumeral(text: string, at: number): Numeral | null {
  hanFractionAt.lastIndex = at;
  const [share, below = '', above = ''] = hanFractionAt.exec(text) ?? [];
  if (share !== undefined && !below.startsWith('百')) {
    const value = readHan(above) / readHan(below);
    return Number.isFinite(value) ? { value, end: at + share.length, percent: false } : null;
  }
  hanAt.lastIndex = at;
  const [han] = hanAt.exec(text) ?? [];
  if (han === undefined) return null;
  const percent = han.startsWith('百分之');
  const value = readHan(percent ? han.slice(3) : han);
  return Number.isNaN(value) ? null : { value, end: at + han.length, percent };
}

/**
 * Numbers that cannot be read whole: a power of ten whose exponent lost its height (`5×106`), a pair as 7/6 ℃ or 2/1, a range of
 * ratios (1:5~1:20). A value above one in front of a stroke is no fraction.
 */
const lostPower =
  /(^|[^\d.])([1-9](?:\.\d+)? ?× ?10[1-9]\d?(?!\d| ?(?:[a-zA-Zμ℃%]|像素)| ?×|\.\d))/g;
const ratioRange = /\d[\d.]* ?: ?\d[\d.]* ?(?:~|至|到|—) ?(?:\d[\d.]* ?: ?\d[\d.]*|\ufffc+)/g;
const stroke = /(^|[^\d.:/A-Za-z\ufffc×])(([-+]?\d[\d.]*) ?\/ ?([-+]?\d[\d.]*)(?:\/[\d.]+)*)/g;

/** A text in which numbers that cannot be read whole are blank (U+FFFC); of the same length. The text is folded (`foldSigns`). */
export function blankUnread(text: string): string {
  let blanked = text;
  const blank = (found: string): string => '\ufffc'.repeat(found.length);
  if (text.includes('×'))
    blanked = blanked.replace(
      lostPower,
      (_, before: string, power: string) => before + blank(power),
    );
  if (text.includes(':')) blanked = blanked.replace(ratioRange, blank);
  if (text.includes('/'))
    blanked = blanked.replace(
      stroke,
      (
        found,
        before: string,
        pair: string,
        above: string,
        below: string,
        at: number,
        whole: string,
      ) => {
        const isFraction =
          Number(above) > 0 && Number(above) < Number(below) && /^\d+ ?\/ ?\d+$/.test(pair);
        const rest = whole.slice(at + found.length, at + found.length + 3);
        return isFraction && !/^ ?[A-Za-zμ℃%°]/.test(rest) ? found : before + blank(pair);
      },
    );
  return blanked;
}

const wholeNumber = new RegExp(
  String.raw`(?:${GROUPED})${POWER}(?: ?\/ ?\d{1,4}(?![\d.])| ?[万亿])?`,
  'g',
);

/** The numbers in digits that stand in a text, each as written and with its value; signs are left out. The text is folded. */
export function listNumbers(
  text: string,
): readonly { readonly written: string; readonly value: number }[] {
  return Array.from(text.matchAll(wholeNumber), ([written]) => {
    const [above = '', below] = written.replace(/ ?[万亿]$/, '').split('/');
    const times = { 万: 1e4, 亿: 1e8 }[written.slice(-1)] ?? 1;
    return { written, value: (toNumber(above) * times) / Number(below ?? 1) };
  });
}
