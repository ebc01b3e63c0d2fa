import type { Library } from '#library/open.ts';
import { showEntry } from './entries.ts';
import type { ViewProps } from './props.ts';

/** The old address of a standard that was renumbered or taken down. */
export function viewMoved(library: Library, { slug = '' }: ViewProps) {
  const moved = library.moved.find((each) => each.slug === slug);
  if (!moved) throw new Error(`nothing moved from ${slug}`);
  const target = moved.to === undefined ? undefined : library.catalog.bySlug(moved.to);
  return {
    slug,
    /** The number it had there. */
    was: moved.number,
    target: target && showEntry(library, target),
    removed: moved.removed && {
      day: moved.removed.day,
      reason: moved.removed.reason,
      reasonEn: moved.removed.reasonEn,
    },
  };
}
