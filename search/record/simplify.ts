import { SIMPLIFIED_PACKED, TRADITIONAL_PACKED } from './traditional.ts';

const FIRST = 0x4e00;

let twins: Uint16Array | undefined;

/** Code of the simplified twin by code of the character from U+4E00 on; 0 where there is none. */
function getTwins(): Uint16Array {
  if (twins) return twins;
  twins = new Uint16Array(0xa000 - FIRST);
  const { traditional, simplified } = listTwins();
  for (let at = 0; at < traditional.length; at += 1) {
    twins[traditional.charCodeAt(at) - FIRST] = simplified.charCodeAt(at);
  }
  return twins;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Codes by the way from each to the next: five bits a digit, the lowest first, 32 where more follow; odd ways lead back. */
function unpackCodes(packed: string): readonly number[] {
  const codes: number[] = [];
  let code = FIRST;
  let way = 0;
  let bits = 0;
  for (const digit of packed) {
    const value = DIGITS.indexOf(digit);
    way += (value & 31) << bits;
    bits += 5;
    if (value >= 32) continue;
    code += way % 2 === 0 ? way / 2 : -(way + 1) / 2;
    codes.push(code);
    way = 0;
    bits = 0;
  }
  return codes;
}

/** The traditional characters that are folded and, at the same place, their twins. */
export function listTwins(): { readonly traditional: string; readonly simplified: string } {
  const read = (packed: string) => String.fromCharCode(...unpackCodes(packed));
  return { traditional: read(TRADITIONAL_PACKED), simplified: read(SIMPLIFIED_PACKED) };
}

/**
 * Characters that simplified text has too, and the neighbours that tell them: 附著 is 附着 but 著作 is not, 乾燥 is 干燥 but
 * 乾隆 is not, 瞭解 is 了解 but 瞭望 is not.
 */
const BY_NEIGHBOURS: readonly (readonly [rule: RegExp, twin: string])[] = [
  [/乾(?![隆坤县安陵])/g, '干'],
  [/([附粘黏沉吸执沿随接跟])著/g, '$1着'],
  [/著(?=[色火陆落力地床重手眼装])/g, '着'],
  [/瞭(?=解)/g, '了'],
];

const TOLD_BY_NEIGHBOURS = /[乾著瞭]/;

/** Traditional characters to simplified ones, one for one: places stay. Text without any is given back as it is. */
export function simplify(text: string): string {
  const table = getTwins();
  let simple = '';
  let done = 0;
  for (let at = 0; at < text.length; at += 1) {
    const twin = table[text.charCodeAt(at) - FIRST];
    if (!twin) continue;
    simple += text.slice(done, at) + String.fromCharCode(twin);
    done = at + 1;
  }
  simple = done === 0 ? text : simple + text.slice(done);
  if (!TOLD_BY_NEIGHBOURS.test(simple)) return simple;
  for (const [rule, twin] of BY_NEIGHBOURS) simple = simple.replace(rule, twin);
  return simple;
}
