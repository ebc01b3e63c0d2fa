import { findLimits, findTableLimits } from '#core/limits/index.ts';
import type { Limit } from '#core/limits/index.ts';
import { draw } from '../core/render/draw.ts';
import { readSet, Tallies } from './read.ts';
import type { Half, LabelledText } from './read.ts';

interface ProvisionText extends LabelledText {
  readonly types: readonly string[];
  readonly parts?: readonly { readonly text: string; readonly types: readonly string[] }[];
}

const silent: ReadonlySet<string> = new Set(['statement', 'instruction']);
const typesOf = (types: readonly string[]): readonly string[] =>
  types.filter((type) => !silent.has(type));

/** Words of a part without its mark of a list and the mark at its end. */
const coreOf = (text: string): string =>
  text
    .trim()
    .replace(/^(?:[-—]+|\d+\.|[a-z]\))\s*/, '')
    .replace(/[。；：！？]+$/, '');

/**
 * Types of provisions found in a half of the set, by class: `requirement` over all, `two-types` and the like by text, and
 * `parts:CLASS` by part. `exact`: the share of texts of classes whose types are all found and no other.
 */
export function measureProvisions(half: Half): {
  readonly tallies: Tallies;
  readonly exact: (...names: readonly string[]) => number;
} {
  const tallies = new Tallies();
  const counts = new Map<string, [right: number, all: number]>();
  const count = (name: string, isRight: boolean): void => {
    const [right, all] = counts.get(name) ?? [0, 0];
    counts.set(name, [right + Number(isRight), all + 1]);
  };
  for (const { class: name, text, types, parts = [] } of readSet(
    'provisions',
    half,
  ) as readonly ProvisionText[]) {
    const { provisions } = draw(`# 样例\n\n${text}`).text;
    const found = [...new Set<string>(provisions.map(({ type }) => type))];
    const wanted = typesOf(types);
    const only = (list: readonly string[]) => list.filter((type) => type === 'requirement');
    tallies.add(name, found, wanted);
    tallies.add('requirement', only(found), only(wanted));
    count(name, found.toSorted().join() === wanted.toSorted().join());
    for (const part of parts) {
      const said = provisions.filter((each) => each.text.includes(coreOf(part.text)));
      const ofPart = [...new Set<string>(said.map(({ type }) => type))];
      count(`parts:${name}`, ofPart.toSorted().join() === typesOf(part.types).toSorted().join());
    }
  }
  return {
    tallies,
    exact: (...names) => {
      const ofNames = names.map((name) => counts.get(name) ?? [0, 0]);
      const sum = (at: 0 | 1) => ofNames.reduce((total, each) => total + (each[at] ?? 0), 0);
      return sum(1) === 0 ? 1 : sum(0) / sum(1);
    },
  };
}

interface LabelledLimit {
  readonly comparator: string;
  readonly bound?: string;
  readonly value?: number | string;
  readonly min?: number;
  readonly max?: number;
  readonly nominal?: number;
  readonly minus?: number;
  readonly plus?: number;
  readonly unit: string;
  readonly toleranceUnit?: string;
  readonly condition?: boolean;
}

interface LimitText extends LabelledText {
  readonly limits: readonly LabelledLimit[];
}

/** A limit without its object, as the labels write it; dimensions are several. */
function spell({ comparator, quantity }: Limit): readonly string[] {
  switch (quantity.kind) {
    case 'value':
      return [`${comparator} ${quantity.value} ${quantity.unit}`];
    case 'size':
      return quantity.values.map((value) => `${comparator} ${value} ${quantity.unit}`);
    case 'range':
      return [`range ${quantity.min} ${quantity.max} ${quantity.unit}`];
    case 'tolerance': {
      const { nominal = '', minus, plus, unit, toleranceUnit = '' } = quantity;
      return [`tolerance ${nominal} -${minus} +${plus} ${unit} ${toleranceUnit}`];
    }
    case 'ratio':
      return [`ratio ${comparator} ${quantity.ratio}`];
    case 'grade':
      return [`grade ${comparator} ${quantity.grade}`];
  }
}

function spellLabel(limit: LabelledLimit): string {
  const { comparator, bound = '=', value = '', unit, min, max } = limit;
  switch (comparator) {
    case 'range':
      return `range ${min} ${max} ${unit}`;
    case 'tolerance': {
      const { nominal = '', minus, plus, toleranceUnit = '' } = limit;
      return `tolerance ${nominal} -${minus} +${plus} ${unit} ${toleranceUnit}`;
    }
    case 'ratio':
    case 'grade':
      return `${comparator} ${bound} ${String(value).replaceAll(' ', '')}`;
    default:
      return `${comparator} ${value} ${unit}`;
  }
}

/** Limits and conditions found in a half of the set, by class, without their objects; and how often the two are told apart. */
export function measureLimits(half: Half): { readonly tallies: Tallies; readonly told: number } {
  const tallies = new Tallies();
  let right = 0;
  let all = 0;
  for (const { class: name, text, limits } of readSet('limits', half) as readonly LimitText[]) {
    const found = findAll(text).flatMap((limit) =>
      spell(limit).map((words) => ({ words, isCondition: limit.isCondition })),
    );
    tallies.add(
      name,
      found.map(({ words }) => words),
      limits.map(spellLabel),
    );
    for (const limit of limits) {
      const words = spellLabel(limit);
      const same = found.filter((each) => each.words === words);
      if (same.length === 0) continue;
      all++;
      if (same.some(({ isCondition }) => isCondition === (limit.condition ?? false))) right++;
    }
  }
  return { tallies, told: right / all };
}

function findAll(text: string): readonly Limit[] {
  const lines = text.split('\n');
  const cells = lines.filter((line) => line.startsWith('|') && !/^\|[\s:|-]+\|$/.test(line));
  const rest = lines.filter((line) => !line.startsWith('|')).join('\n');
  if (cells.length === 0) return findLimits(text, { underLead: /[：:]\n/.test(text) });
  const rows = cells.map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
  const unitLine = /unit="([^"]*)"/.exec(rest)?.[1] ?? rest;
  return [...findTableLimits({ rows, headRows: 1, unitLine }), ...findLimits(rest)];
}
