import type { Library } from '#library/open.ts';
import { findBridge } from '../data/abroad.ts';
import { findLearning } from '../data/learning.ts';
import { listPrinted, listWritten } from '../data/printed.ts';
import { listDataLanguages } from '../files/data-file-list.ts';
import { nameBodies, showEntry } from './entries.ts';
import { listTopics } from './practice.ts';
import type { ViewProps } from './props.ts';
import { listEarlier, showReferences } from './standard.ts';

/** The page that gathers what there is to learn of a standard. */
export function viewLearning(library: Library, { slug = '' }: ViewProps) {
  const { entry, row } = findLearning(library, slug);
  return {
    entry: showEntry(library, entry),
    provisions: row.provisions,
    hasEnglish: row.hasEnglish,
    isGuided: row.isGuided === true,
    hasQuestions: listTopics(library).includes(slug),
    printed: listPrinted(library, row),
    written: listWritten(library, row),
    /** Where the way abroad says what it adopts. */
    bridge: findBridge(library, entry),
    hasData: listDataLanguages(library, row, 'json-ld').length > 0,
  };
}

/** The text of a standard with explanations: all that its own page needs of others, and the words of the glossary. */
export function viewGuide(library: Library, { slug = '' }: ViewProps) {
  const { entry, row } = findLearning(library, slug);
  const { meta, digest } = row;
  const bodies = [meta.proposedBy, meta.administeredBy, meta.draftedBy].flatMap(
    (each) => each ?? [],
  );
  return {
    slug,
    digest,
    entry: showEntry(library, entry),
    bodies: nameBodies(library, bodies),
    text: {
      meta: { profile: meta.profile },
      references: showReferences(library, entry),
      earlier: listEarlier(library, entry),
    },
    entries: library.glossary.entries,
  };
}
