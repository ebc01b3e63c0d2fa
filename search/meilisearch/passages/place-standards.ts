import { hashText } from '#core/base/hash-text.ts';

/** So many slots for one that is taken, or up to twice as many: a standard that comes seldom moves another. */
const ROOM = 4;

/** Where the passages of standards begin, in slots, and of how many slots these are chosen. */
export interface PlacedStandards {
  readonly room: number;
  /** By slug, in the order of the slots. */
  readonly slots: ReadonlyMap<string, number>;
}

/**
 * A place for each standard by its slug alone, unless others stand there: one that comes or goes leaves nearly all where they
 * are. `span`: slots that it takes.
 */
export function placeStandards(
  standards: readonly { readonly slug: string; readonly span: number }[],
): PlacedStandards {
  const taken = standards.reduce((sum, { span }) => sum + span, 0);
  const room = ROOM * 2 ** Math.ceil(Math.log2(Math.max(1, taken)));
  const homeOf = (slug: string): number => Math.floor(((hashText(slug) >>> 0) / 2 ** 32) * room);
  const ordered = standards
    .map(({ slug, span }) => ({ slug, span, home: homeOf(slug) }))
    .sort((a, b) => a.home - b.home || (a.slug < b.slug ? -1 : 1));
  let free = 0;
  const slots = ordered.map(({ slug, span, home }): [string, number] => {
    const slot = Math.max(home, free);
    free = slot + span;
    return [slug, slot];
  });
  return { room, slots: new Map(slots) };
}
