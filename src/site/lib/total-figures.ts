import { mapTimed } from '#core/model/timed.ts';
import type { Timed } from '#core/model/timed.ts';
import type { Counts } from '#core/systems/index.ts';
import type { Language } from '#core/model/standard.ts';
import { SYSTEM_WORDS } from '../i18n/system.ts';
import { gapsPath, systemGapsPath, systemListPath } from '../system-paths.ts';
import { linkTo } from './urls.ts';

/** A count with the list it leads to. */
export interface CountLink {
  readonly count: number;
  readonly href: string;
}

export interface Figure {
  readonly kind: 'expected' | 'inForce' | 'underway' | 'unverified' | 'missing';
  readonly head: string;
  readonly of: Timed<CountLink>;
}

/** The counts of a system as they move with the day, each with the list it leads to. */
export function listFigures(
  language: Language,
  id: string,
  counts: Timed<Counts>,
): readonly Figure[] {
  const list = linkTo(language, systemListPath(id));
  const underway = ({ coming, preparing }: Counts) =>
    coming === 0 ? 'preparing' : preparing === 0 ? 'coming' : 'underway';
  return toFigures(language, counts, {
    expected: () => list,
    inForce: () => `${list}?state=in-force`,
    underway: (now) => `${list}?state=${underway(now)}`,
    unverified: () => `${list}?state=unverified`,
    missing: () => `${linkTo(language, systemGapsPath(id))}#${id}-missing`,
  });
}

/**
 * The counts of all systems together with the lists they lead to: what is expected and in force to the board, where each
 * system has its share, all others to the lists of rows.
 */
export function listTotalFigures(language: Language, counts: Timed<Counts>): readonly Figure[] {
  const ofKind = (kind: string) => `${linkTo(language, gapsPath)}?kind=${kind}`;
  return toFigures(language, counts, {
    expected: () => '#chains',
    inForce: () => '#chains',
    underway: () => ofKind('underway'),
    unverified: () => ofKind('unverified'),
    missing: () => ofKind('missing'),
  });
}

function toFigures(
  language: Language,
  counts: Timed<Counts>,
  lists: Readonly<Record<Figure['kind'], (now: Counts) => string>>,
): readonly Figure[] {
  const own = SYSTEM_WORDS[language];
  const kinds: readonly Figure['kind'][] = [
    'expected',
    'inForce',
    'underway',
    'unverified',
    'missing',
  ];
  return kinds.map((kind) => ({
    kind,
    head: own[kind],
    of: mapTimed(counts, (now) => ({ count: now[kind], href: lists[kind](now) })),
  }));
}
