import type { Comparator, Quantity } from '#core/limits/index.ts';

const signs: Readonly<Record<Comparator, string>> = {
  '<': '<',
  '<=': '≤',
  '>': '>',
  '>=': '≥',
  '=': '',
};

/** At most six digits that count, with a minus sign. */
function writeNumber(value: number): string {
  return String(Number(value.toPrecision(6))).replace('-', '−');
}

/** A value in the unit of its indicator, without the unit: `≤ 0.5`, `85～95`, `23 ± 2`; empty where it cannot be said in it. */
export function writeShown({
  comparator,
  shown,
}: {
  readonly comparator: Comparator;
  readonly shown: Quantity | null;
}): string {
  if (!shown) return '';
  switch (shown.kind) {
    case 'value':
      return `${signs[comparator]} ${writeNumber(shown.value)}`.trim();
    case 'range':
      return `${writeNumber(shown.min)}～${writeNumber(shown.max)}`;
    case 'tolerance': {
      const { nominal, minus, plus, toleranceUnit = '' } = shown;
      const spread =
        minus === plus
          ? `±${writeNumber(plus)}${toleranceUnit}`
          : `+${writeNumber(plus)}${toleranceUnit}/−${writeNumber(minus)}${toleranceUnit}`;
      return nominal === undefined ? spread : `${writeNumber(nominal)} ${spread}`;
    }
    case 'size':
      return shown.values.map(writeNumber).join('×');
    case 'ratio':
      return `${signs[comparator]} ${shown.ratio}`.trim();
    case 'grade':
      return `${signs[comparator]} ${shown.grade}`.trim();
  }
}
