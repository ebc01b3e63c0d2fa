/** Units as they are folded. */
const UNITS =
  '%|‰|°c|(?:k|m|g)?pa|(?:k|m|g)?hz|[kmg]?w|[km]?v|m?a|kva|k?n|[km]?j|[kmμ]?g|[cdkmμn]?m|[cdkm]?m[23]|m?l|μl|min|[mμ]?s|h|d|t|k|l[xm]|cd|db|mol|ppm|r|[km]?ω';
const APART = new RegExp(`(\\d) (?=(?:${UNITS})(?![\\p{Script=Latin}\\p{Script=Greek}\\d]))`, 'gu');

/** A number and its unit, behind which no letter of the same word follows, as one word: `200 mm` → `200mm`, `-18 °c` → `-18°c`, `85 %` → `85%`. */
export function joinValues(folded: string): string {
  return folded.replace(APART, '$1');
}

const GROUPS = /([1-9]\d{0,2})((?: \d{3})+)(?!\d)/g;
/** What stands before the serial of a number or inside a longer one. */
const IN_NUMBER = /(?:[\d.,\-/]|[a-z] ?)$/;
const UNIT_BEHIND = new RegExp(`^ ?(?:${UNITS})(?![\\p{Script=Latin}\\p{Script=Greek}\\d])`, 'u');

/**
 * Whether groups of digits are one number as standards print it (`1 200`, `120 500 m`, `1 000 000`, `12 345 678`) and no list
 * (`100 200`, `50 100 150 mm`, `101 102 103`): lists of three and more hold round values or go up in equal steps.
 */
function isOneNumber(first: string, groups: readonly string[], after: string): boolean {
  if (groups.includes('000')) return true;
  if (groups.length === 1) return first.length < 3 || UNIT_BEHIND.test(after);
  const values = [first, ...groups].map(Number);
  const step = (values[1] ?? 0) - (values[0] ?? 0);
  const isEven = values.every((value, at) => at === 0 || value - (values[at - 1] ?? 0) === step);
  return !isEven && !groups.every((group) => /[05]$/.test(group));
}

/** Digits of a folded text in groups of three as one number: `50 000` → `50000`; but for what stands behind letters: `t/sfcc 3 004`. */
export function joinGroups(text: string): string {
  return text.replace(GROUPS, (whole: string, first: string, rest: string, at: number) => {
    const groups = rest.trim().split(' ');
    const after = text.slice(at + whole.length, at + whole.length + 12);
    const isApart = IN_NUMBER.test(text.slice(Math.max(0, at - 3), at));
    return isApart || !isOneNumber(first, groups, after) ? whole : first + groups.join('');
  });
}

const VALUE = /^(\d[\d.]*)(\D+[23]?)$/;

/** What a word of number and unit is made of besides: `200mm` → `200`, `mm`; empty for other words. */
export function partsOfValue(word: string): readonly string[] {
  const [, number, unit = ''] = VALUE.exec(word) ?? [];
  const letters = unit.replace(/[^\p{L}\d]/gu, '');
  return number === undefined ? [] : letters === '' ? [number] : [number, letters];
}

/** The last word of a question, which may be unfinished; undefined when it is a value: those are typed to their end. */
export function unfinishedOf(words: readonly string[]): string | undefined {
  return words.slice(-1).find((word) => partsOfValue(word).length === 0);
}
