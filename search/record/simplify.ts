import { SIMPLIFIED, TRADITIONAL } from './traditional.ts';

const FIRST = 0x4e00;

let twins: Uint16Array | undefined;

/** Code of the simplified twin by code of the character from U+4E00 on; 0 where there is none. */
function getTwins(): Uint16Array {
  if (twins) return twins;
  twins = new Uint16Array(0xa000 - FIRST);
  for (let at = 0; at < TRADITIONAL.length; at += 1) {
    twins[TRADITIONAL.charCodeAt(at) - FIRST] = SIMPLIFIED.charCodeAt(at);
  }
  return twins;
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
