import type { Catalog, CatalogEntry } from '../catalog/index.ts';
import { findLimits } from '../limits/index.ts';
import { areLike, convertQuantity } from '../limits/convert.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { makeFinding, startOfLine } from '../model/finding.ts';
import type { ParseFinding } from '../model/finding.ts';
import type { CompiledStandard } from '../model/standard.ts';
import { numberKey, parseNumber } from '../number/index.ts';
import { findValues, idOf } from './find-values.ts';
import type { FoundValue } from './find-values.ts';
import { boundsOf, decisiveBound, levelOf } from './judge.ts';
import type { IndicatorGroup } from './read.ts';
import type { Indicator, IndicatorPlace } from './schema.ts';

/** A value with the grade it reaches. */
export interface StatedValue extends FoundValue {
  /** Place in the grades of the group, the best first; null where it reaches none or none are set. */
  readonly grade: number | null;
}

/** What one standard states of one indicator. */
export interface Statement {
  readonly entry: CatalogEntry;
  readonly values: readonly StatedValue[];
}

export interface BuiltIndicator extends Omit<Indicator, 'places'> {
  /** One for each standard of the group with a text here that states it, in the order of the group. */
  readonly statements: readonly Statement[];
}

/** A product group with what its standards state. */
export interface BuiltGroup extends Pick<IndicatorGroup, 'id' | 'name' | 'note' | 'grades'> {
  /** Of known standards; those without a text here state nothing. */
  readonly standards: readonly CatalogEntry[];
  readonly indicators: readonly BuiltIndicator[];
}

export interface BuiltIndicators {
  readonly groups: readonly BuiltGroup[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Groups of indicators with the values that the texts of their standards state, and findings where a file and a text disagree. */
export function buildIndicators(
  groups: readonly IndicatorGroup[],
  catalog: Catalog,
  body: (slug: string) => CompiledStandard,
): BuiltIndicators {
  const diagnostics: Diagnostic[] = [];
  const built = groups.map((group) => buildGroup(group, catalog, body, diagnostics));
  return { groups: built, diagnostics };
}

function buildGroup(
  group: IndicatorGroup,
  catalog: Catalog,
  body: (slug: string) => CompiledStandard,
  diagnostics: Diagnostic[],
): BuiltGroup {
  const add = (path: string, finding: Omit<ParseFinding, 'range'>): void => {
    const range = group.ranges.get(path) ?? startOfLine(1);
    diagnostics.push(makeFinding(group.file, { ...finding, range }));
  };
  const standards = group.standards.flatMap((number, at): readonly CatalogEntry[] => {
    const parsed = parseNumber(number);
    const entry = parsed.ok ? catalog.byKey(numberKey(parsed.number)) : undefined;
    if (entry) return [entry];
    add(`standards.${at}`, {
      rule: 'indicators-standard',
      message: {
        zh: `库里没有“${number}”，也没有它的目录信息`,
        en: `"${number}" is neither in the library nor in its catalogue`,
      },
      hint: {
        zh: '写完整的编号和年号；没有全文的先写进 catalogue/',
        en: 'Write the whole number with its year; what has no text needs a row in catalogue/',
      },
    });
    return [];
  });
  const hosted = standards.filter(({ row }) => row);
  const texts = new Map(hosted.map(({ slug }) => [slug, body(slug)]));
  const indicators = group.indicators.map(({ places, ...indicator }, at): BuiltIndicator => {
    const whole = { places, ...indicator };
    const path = `indicators.${at}`;
    const lost = checkPlaces(whole, path, texts, add);
    const statements = hosted.flatMap((entry): readonly Statement[] => {
      const standard = texts.get(entry.slug);
      if (!standard) return [];
      const own = [...places.entries()].filter(([, place]) => slugOf(place) === entry.slug);
      const asked = own.length > 0 ? own : [[-1, null] as const];
      const values = asked.flatMap(([index, place]) => {
        const found = findValues(whole, place, standard);
        if (place && !lost.has(index))
          checkFound(whole, place, found, `${path}.places.${index}`, add);
        else if (!place) checkUnplaced(whole, entry, found, path, add);
        return found;
      });
      const stated = values.map((value) => ({ ...value, grade: gradeOf(value, whole) }));
      return stated.length > 0 ? [{ entry, values: stated }] : [];
    });
    return { ...indicator, statements };
  });
  const { id, name, note, grades } = group;
  return { id, name, note, grades, standards, indicators };
}

const slugOf = (place: IndicatorPlace): string => place.in.split('#')[0] ?? '';

function gradeOf({ comparator, shown }: FoundValue, { levels, better }: Indicator): number | null {
  if (!shown || !levels) return null;
  const bound = decisiveBound({ comparator, quantity: shown }, better);
  return bound === null ? null : levelOf(bound, levels, better);
}

type Add = (path: string, finding: Omit<ParseFinding, 'range'>) => void;

/** Places that lead nowhere, to no standard of the group or to no id of its text: which of the list they are. */
function checkPlaces(
  { places }: Indicator,
  path: string,
  texts: ReadonlyMap<string, CompiledStandard>,
  add: Add,
): ReadonlySet<number> {
  const lost = new Set<number>();
  for (const [index, place] of places.entries()) {
    const standard = texts.get(slugOf(place));
    const id = idOf(place.in);
    if (standard && (id === '' || hasId(standard, id))) continue;
    lost.add(index);
    add(`${path}.places.${index}.in`, {
      rule: 'indicators-place',
      message: standard
        ? { zh: `${standard.number} 里没有标识“${id}”`, en: `${standard.number} has no id "${id}"` }
        : {
            zh: `“${slugOf(place)}”不是本组里有全文的标准`,
            en: `"${slugOf(place)}" is no standard of this group with a text`,
          },
      hint: {
        zh: '写标准的网址名，# 后写条、表或条款的标识',
        en: 'Write the address of a standard of the group, then # and the id of a clause, a table or a provision',
      },
    });
  }
  return lost;
}

function hasId({ text }: CompiledStandard, id: string): boolean {
  return (
    text.clauses.some((clause) => clause.id === id || clause.aliases.includes(id)) ||
    text.exhibits.some((exhibit) => exhibit.id === id) ||
    text.provisions.some((provision) => provision.id === id)
  );
}

function checkFound(
  indicator: Indicator,
  place: IndicatorPlace,
  found: readonly FoundValue[],
  path: string,
  add: Add,
): void {
  const { zh, en } = indicator.name;
  if (found.length === 0) {
    add(`${path}.in`, {
      rule: 'indicators-place',
      message: {
        zh: `“${zh}”：${place.in} 里没有找到数值`,
        en: `"${en}": no value was found at ${place.in}`,
      },
      hint: {
        zh: '核对 words，或者把条、表的标识写全',
        en: 'Look at words, or name the clause or the table',
      },
    });
    return;
  }
  checkSeveral(indicator, found, place.in, `${path}.in`, add);
  checkUnits(indicator, found, `${path}.in`, add);
  if (place.value === undefined) return;
  const agrees = found.some((each) => isSame(each, place.value ?? '', indicator));
  if (agrees) return;
  add(`${path}.value`, {
    rule: 'indicators-differs',
    message: {
      zh: `“${zh}”写的是 ${place.value}，正文是 ${found.map(({ written }) => written).join('、')}`,
      en: `"${en}" says ${place.value}, the text says ${found.map(({ written }) => written).join(', ')}`,
    },
    hint: { zh: '以正文为准，改这里', en: 'The text counts: change it here' },
  });
}

function checkUnplaced(
  indicator: Indicator,
  { number }: CatalogEntry,
  found: readonly FoundValue[],
  path: string,
  add: Add,
): void {
  checkSeveral(indicator, found, number, `${path}.id`, add);
  checkUnits(indicator, found, `${path}.unit`, add);
}

function checkSeveral(
  { name }: Indicator,
  found: readonly FoundValue[],
  where: string,
  path: string,
  add: Add,
): void {
  if (found.length < 2) return;
  add(path, {
    rule: 'indicators-several',
    message: {
      zh: `“${name.zh}”在 ${where} 里有 ${found.length} 个数值：${found.map(({ object, written }) => `${object} ${written}`).join('；')}`,
      en: `"${name.en}" has ${found.length} values in ${where}: ${found.map(({ object, written }) => `${object} ${written}`).join('; ')}`,
    },
    hint: {
      zh: '在 places 里写 in 和 words，只指一个',
      en: 'Name one in places, by in and words',
    },
  });
}

function checkUnits(
  { name, unit }: Indicator,
  found: readonly FoundValue[],
  path: string,
  add: Add,
): void {
  const odd = found.find(({ quantity }) => !areLike(quantity.unit, unit));
  if (!odd) return;
  add(path, {
    rule: 'indicators-unit',
    message: {
      zh: `“${name.zh}”：${odd.written} 不能换算成 ${unit || '无单位的数'}`,
      en: `"${name.en}": ${odd.written} cannot be said in ${unit || 'a number without a unit'}`,
    },
    hint: {
      zh: '量不同的不换算（如 dB 和 dB(A)）；核对位置或 unit',
      en: 'Quantities of other kinds are not converted (dB and dB(A)); look at the place or at unit',
    },
  });
}

/** Whether an author's value, read as the text is, bounds the same. */
function isSame(found: FoundValue, value: string, { unit, difference }: Indicator): boolean {
  const [limit] = findLimits(value, { underLead: true });
  const quantity = limit && convertQuantity(limit.quantity, unit, difference);
  if (!limit || !quantity || !found.shown) return false;
  const [a, b] = [
    boundsOf({ comparator: limit.comparator, quantity }),
    boundsOf({ comparator: found.comparator, quantity: found.shown }),
  ];
  return limit.comparator === found.comparator && a.min === b.min && a.max === b.max;
}
