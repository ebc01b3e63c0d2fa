import { foldSigns } from '../limits/fold-signs.ts';
import type { Task } from './question.ts';

/** What a reader answered. */
export type Given =
  /** Places of the options that were chosen. */
  | { readonly kind: 'choice'; readonly chosen: readonly number[] }
  /** Items in the order they were put. */
  | { readonly kind: 'order'; readonly items: readonly string[] }
  /** What was chosen for each item on the left. */
  | { readonly kind: 'match'; readonly chosen: readonly string[] }
  | { readonly kind: 'number'; readonly text: string }
  /** Ids of the clause that was pointed at and of those it lies in. */
  | { readonly kind: 'find'; readonly path: readonly string[] };

/** Whether an answer is right; one of another kind than the question's is not. */
export function isRight(task: Task, given: Given): boolean {
  switch (task.kind) {
    case 'single':
    case 'several':
      return (
        given.kind === 'choice' &&
        given.chosen.length === task.answer.length &&
        task.answer.every((at) => given.chosen.includes(at))
      );
    case 'order':
      return given.kind === 'order' && isSame(given.items, task.items);
    case 'match':
      return (
        given.kind === 'match' &&
        isSame(
          given.chosen,
          task.pairs.map(([, right]) => right),
        )
      );
    case 'number':
      return (
        given.kind === 'number' &&
        readAnswers(given.text, task.unit).some((value) => isNear(value, task))
      );
    case 'find':
      return given.kind === 'find' && task.answer.some((id) => given.path.includes(id));
  }
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((each, at) => each === other[at]);

/** Sums of decimal fractions are not exact in binary. */
const dust = 1e-9;

const isNear = (
  value: number,
  { value: wanted, tolerance }: { value: number; tolerance: number },
) => Math.abs(value - wanted) <= tolerance + Math.abs(wanted) * dust;

const written = /^([-+]?)(\d[\d ,.']*)(.*)$/;

/**
 * The numbers that a typed answer may mean: half- or full-width digits, point or comma as decimal sign, thousands set apart
 * by spaces or commas. Nothing where it is no number, or has another unit than the one asked for.
 */
export function readAnswers(text: string, unit: string): readonly number[] {
  const [, sign = '', digits = '', rest = ''] =
    written.exec(
      foldSigns(text)
        .replace(/[，、]/g, ',')
        .replace(/。/g, '.')
        .trim(),
    ) ?? [];
  if (digits === '' || (rest.trim() !== '' && foldUnit(rest) !== foldUnit(unit))) return [];
  const plain = digits.trim().replace(/[ ']/g, '');
  const readings = new Set<string>();
  if (/^\d+(?:\.\d+)?$/.test(plain)) readings.add(plain);
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(plain)) readings.add(plain.replaceAll(',', ''));
  else if (/^\d+,\d+$/.test(plain)) readings.add(plain.replace(',', '.'));
  return [...readings].map((each) => Number((sign === '-' ? '-' : '') + each));
}

const twins: Readonly<Record<string, string>> = {
  分钟: 'min',
  分: 'min',
  小时: 'h',
  时: 'h',
  天: 'd',
  日: 'd',
  秒: 's',
  毫米: 'mm',
  米: 'm',
  平方米: 'm2',
  摄氏度: '℃',
  度: '℃',
  '°c': '℃',
  c: '℃',
  百分之: '%',
};

/** A unit as it is compared: without spaces, signs that stand for one another as one. */
function foldUnit(unit: string): string {
  const plain = foldSigns(unit)
    .trim()
    .replace(/ /g, '')
    .replace(/²/g, '2')
    .replace(/[·•*×]/g, '·')
    .toLowerCase();
  return plain
    .split('·')
    .map((each) => twins[each] ?? each)
    .join('·');
}
