import { areLike, convertQuantity } from '../limits/convert.ts';
import type { Comparator, Limit, Quantity } from '../limits/index.ts';
import { foldSigns } from '../limits/fold-signs.ts';
import { findQuantities } from '../limits/quantities.ts';
import type { Clause, CompiledStandard, CompiledText } from '../model/standard.ts';
import type { ProvisionType } from '../terms/index.ts';
import { findMethod } from './find-method.ts';
import type { FoundMethod } from './find-method.ts';
import type { Indicator, IndicatorPlace } from './schema.ts';

/** A value that a standard asks for, as an indicator needs it. */
export interface FoundValue {
  readonly comparator: Comparator;
  /** As written. */
  readonly quantity: Quantity;
  /** Comparing words and value as written; the unit of a head is added. */
  readonly written: string;
  /** What it is about, where the same place has several. */
  readonly object: string;
  /** In the unit of the indicator; null where it cannot be said in it. */
  readonly shown: Quantity | null;
  /** HTML anchor and printed address: of the clause, or of the table. */
  readonly anchor: string;
  readonly label: string;
  /** What the sentence is; a table asks by the clause that names it. */
  readonly type: ProvisionType;
  /** Under what it is asked. */
  readonly conditions: readonly string[];
  readonly method: FoundMethod | null;
}

/** A limit of a text with its surroundings. */
interface Candidate {
  readonly limit: Limit;
  readonly clause: number;
  /** Index of a table among the exhibits. */
  readonly table?: number;
  readonly row?: number;
  /** Ids by which it can be addressed, its clause's apart. */
  readonly ids: readonly string[];
  /** The words it stands in, and those with the title and the lead of its clause. */
  readonly near: string;
  readonly wide: string;
  readonly type: ProvisionType;
  readonly verify?: string;
  readonly conditions: readonly string[];
}

/** The id behind `#` in an address; empty where a whole standard is meant. */
export const idOf = (address: string): string => address.split('#')[1] ?? '';

/**
 * Returns what a standard states of an indicator: at a place its author names, else wherever a requirement or a table names
 * it. Values whose unit measures something else are left out unless no others are there.
 */
export function findValues(
  indicator: Indicator,
  place: IndicatorPlace | null,
  { text, meta }: Pick<CompiledStandard, 'text' | 'meta'>,
): readonly FoundValue[] {
  const id = place ? idOf(place.in) : '';
  const all = listCandidates(text).filter((each) => id === '' || standsIn(each, id, text.clauses));
  const named = choose(all, indicator, place);
  const like = named.filter(({ limit }) => areLike(limit.quantity.unit, indicator.unit));
  const found = (like.length > 0 ? like : named).map((each): FoundValue => {
    const { limit } = each;
    const clause = text.clauses[each.clause];
    const exhibit = each.table === undefined ? undefined : text.exhibits[each.table];
    return {
      comparator: limit.comparator,
      quantity: limit.quantity,
      written: writeLimit(limit),
      object: limit.object,
      shown: convertQuantity(limit.quantity, indicator.unit, indicator.difference),
      anchor: exhibit?.id ?? clause?.id ?? '',
      label: exhibit?.label ?? clause?.label ?? '',
      type: each.type,
      conditions: each.conditions,
      method: findMethod({ ...each, asked: place?.method }, text, meta, [
        indicator.name.zh,
        ...indicator.synonyms,
      ]),
    };
  });
  const seen = new Set<string>();
  return found.filter(({ anchor, written, object }) => {
    const key = `${anchor} ${written} ${object}`;
    return !seen.has(key) && seen.add(key);
  });
}

function choose(
  all: readonly Candidate[],
  { name, synonyms }: Indicator,
  place: IndicatorPlace | null,
): readonly Candidate[] {
  const words = place?.words ?? [];
  if (words.length > 0) {
    const holds = (text: string): boolean => words.every((word) => text.includes(word));
    const near = all.filter((each) => holds(each.near));
    return near.length > 0 ? near : all.filter((each) => holds(each.wide));
  }
  const names = [name.zh, ...synonyms];
  const isNamed = (text: string): boolean => names.some((each) => text.includes(each));
  const near = all.filter((each) => isNamed(each.near));
  if (near.length > 0) return near;
  const wide = all.filter((each) => isNamed(each.wide));
  // A place of the author's may say it in words that are no name of it.
  return wide.length > 0 || place === null || idOf(place.in) === '' ? wide : all;
}

function listCandidates(text: CompiledText): readonly Candidate[] {
  const provisions = text.provisions.flatMap((provision): readonly Candidate[] => {
    const clause = text.clauses[provision.clause];
    const limits = provision.limits ?? [];
    if (!clause?.normative) return [];
    const conditions = limits.filter(({ isCondition }) => isCondition);
    let from = 0;
    return limits
      .filter(({ isCondition }) => !isCondition)
      .map((limit) => {
        const stop = Math.max(
          ...['。', '；'].map((mark) => provision.text.lastIndexOf(mark, limit.start)),
        );
        const near = provision.text.slice(Math.max(from, stop + 1), limit.end);
        from = limit.end;
        const lead = /^[^：:]*(?=[：:])/.exec(provision.text)?.[0] ?? '';
        return {
          limit,
          clause: provision.clause,
          ids: [provision.id],
          near,
          wide: `${clause.title} ${lead} ${near}`,
          type: provision.type,
          ...(provision.verify !== undefined && { verify: provision.verify }),
          conditions: conditions
            .filter(({ start }) => start < limit.start)
            .map((each) => `${each.object}${each.text}`),
        };
      });
  });
  const cells = text.cellLimits.flatMap((limit): readonly Candidate[] => {
    const exhibit = text.exhibits[limit.table];
    const clause = exhibit && text.clauses[exhibit.clause];
    if (!exhibit || !clause) return [];
    const naming = text.provisions.find(
      (each) => each.clause === exhibit.clause && each.text.includes(exhibit.label),
    );
    return [
      {
        limit,
        clause: exhibit.clause,
        table: limit.table,
        row: limit.row,
        ids: [exhibit.id],
        near: limit.object,
        wide: `${clause.title} ${exhibit.title} ${limit.object}`,
        type: naming?.type ?? 'requirement',
        ...(naming?.verify !== undefined && { verify: naming.verify }),
        conditions: [],
      },
    ];
  });
  return [...provisions, ...cells];
}

/** Whether a limit stands in a place: in the clause or below it, in the table, in the provision. */
function standsIn({ ids, clause }: Candidate, id: string, clauses: readonly Clause[]): boolean {
  if (ids.includes(id)) return true;
  for (let at: number | null = clause; at !== null; at = clauses[at]?.parent ?? null) {
    const each = clauses[at];
    if (each?.id === id || each?.aliases.includes(id)) return true;
  }
  return false;
}

/** `≤ 0.5 ℃` of a cell `≤ 0.5` below a head with the unit. */
function writeLimit({ text, quantity: { unit } }: Limit): string {
  const hasUnit = findQuantities(foldSigns(text)).some((each) => each.unit !== '');
  return unit === '' || hasUnit ? text : `${text} ${unit}`;
}
