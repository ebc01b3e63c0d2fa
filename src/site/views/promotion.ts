import type { Library } from '#library/open.ts';
import { pairsOf } from '../data/edition-pairs.ts';
import { findLearning } from '../data/learning.ts';
import { listNoticesOf } from '../data/notices.ts';
import { showEntry } from './entries.ts';
import { viewStandardFile } from './files.ts';
import type { ViewProps } from './props.ts';

/** What has to be told of a standard: its facts, and the digests of its text and of the edition before. */
export function viewPromotion(library: Library, { slug = '' }: ViewProps) {
  const { entry, row } = findLearning(library, slug);
  const before = pairsOf(library, entry).find(({ later }) => later === entry)?.earlier;
  const { meta, digest } = row;
  return {
    slug,
    digest,
    entry: showEntry(library, entry),
    issued: meta.issued,
    implemented: meta.implemented,
    issuers: meta.issuers,
    changes: meta.foreword?.changes ?? [],
    isPromoted: row.isPromoted === true,
    notices: listNoticesOf(library, entry),
    file: viewStandardFile(library, { slug }).status,
    earlier: before?.row && {
      slug: before.slug,
      digest: before.row.digest,
      number: before.number,
    },
  };
}

export type PromotionView = ReturnType<typeof viewPromotion>;
