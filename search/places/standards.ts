import { effectiveStatus } from '#core/catalog/status.ts';
import type { EffectiveStatus } from '#core/catalog/status.ts';
import type { Role } from '#core/systems/index.ts';
import { groupOf } from '../record/group.ts';
import type { PlaceMatch } from './find-places.ts';
import type { PlaceStandard, StandardsOfPlaces } from './place.ts';

/** What a standard says of a product or service itself, before how it is done and measured, before what holds for all. */
const ROLE_ORDER: Readonly<Record<Role, number>> = {
  产品: 0,
  服务: 0,
  过程: 1,
  安全: 2,
  卫生: 2,
  环保: 2,
  管理: 3,
  方法: 4,
  基础: 5,
  其他: 6,
};

/** A standard of a place with its status on a day. */
export interface DatedStandard {
  readonly standard: PlaceStandard;
  readonly status: EffectiveStatus;
}

/**
 * The standards of a place, best first: what is in force or to come before what is not, those of the place before others that apply
 * there, mandatory ones first, then by role (product and service, process, safety, management, method, general), those with a text
 * before records; else as its list has them. Of a whole system those of all its places, each once. Empty for a place that is
 * not known.
 */
export function orderStandards(
  { system, place }: Pick<PlaceMatch, 'system' | 'place'>,
  standards: StandardsOfPlaces,
  day: string,
): readonly DatedStandard[] {
  const listed = place ? (standards[place.key] ?? []) : listOwn(standards, system);
  return listed
    .map((standard) => ({ standard, status: effectiveStatus(standard.facts, day) }))
    .sort((a, b) => compare(orderOf(a), orderOf(b)));
}

const listOwn = (standards: StandardsOfPlaces, { places }: PlaceMatch['system']) =>
  places.flatMap(({ key }) => (standards[key] ?? []).filter(({ own }) => own));

function orderOf({ standard, status }: DatedStandard): readonly number[] {
  const { role, mandatory, own, hosted } = standard;
  return [
    groupOf(true, status.status),
    Number(!own),
    Number(!mandatory),
    ROLE_ORDER[role],
    Number(!hosted),
  ];
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [at, value] of a.entries()) {
    const difference = value - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
