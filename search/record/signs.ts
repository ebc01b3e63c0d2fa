/** Signs with a twin that standards print; one for one. */
const SIGNS: Readonly<Record<string, string>> = {
  '*': '×',
  '✕': '×',
  '✖': '×',
  '⨯': '×',
  '≦': '≤',
  '⩽': '≤',
  '≧': '≥',
  '⩾': '≥',
  '⋅': '·',
  '•': '·',
  '∙': '·',
};
const SIGN = /[*✕✖⨯≦⩽≧⩾⋅•∙]/;
const ALL_SIGNS = new RegExp(SIGN, 'g');

/** How units and formulas are typed, and how standards print them (folded): the first is found only in questions. */
const TYPED: readonly (readonly [typed: RegExp, printed: string])[] = [
  [/<=/g, '≤'],
  [/>=/g, '≥'],
  [/\+\/?-/g, '±'],
  [/([a-z])\^([-\d])/g, '$1$2'],
  [/(\d ?)摄氏度/g, '$1°c'],
  // A bare `WH` may be the code of a standard (WH/T); behind a number it is a unit.
  [/(^|[^a-z])([kmg]w|ma)h(?![a-z])/g, '$1$2·h'],
  [/(\d ?)([wa])h(?![a-z])/g, '$1$2·h'],
  [/(^|[^a-z])u(?=g\/)/g, '$1μ'],
  [/(\d ?)u(?=[gmlsavwf](?:$|[^a-z]))/g, '$1μ'],
];

/** Most text has none of what `TYPED` looks for. */
const MAYBE_TYPED = /[<>+^度]|[wa]h|u[gmlsavwf]/;

/** Two numbers with an `x` between them, perhaps with a unit; but for `0x…`. */
const CROSS = /((?:[1-9]\d*|[\d.]*\.\d+|[1-9]\d*\.\d+) ?(?:[cdmμ]?m)? ?)x(?= ?\d)/g;

/** Signs as standards print them, one for one: places stay. */
export function foldSigns(lower: string): string {
  const text = SIGN.test(lower) ? lower.replace(ALL_SIGNS, (sign) => SIGNS[sign] ?? sign) : lower;
  return text.includes('x') ? text.replace(CROSS, '$1×') : text;
}

/** Units and formulas as they are typed become what standards print: `ug/kg`, `kWh`, `m^3`, `25x80`, `<=5`. */
export function foldTyped(lower: string): string {
  if (!MAYBE_TYPED.test(lower)) return lower;
  let text = lower;
  for (const [typed, printed] of TYPED) text = text.replace(typed, printed);
  return text;
}
