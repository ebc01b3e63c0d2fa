import { memo } from '#core/base/memo.ts';
import { listKnown } from '#core/validity/index.ts';
import { shortDigest } from '#library/digest.ts';
import type { Library } from '#library/open.ts';
import { getSummary } from '../data/library.ts';

/** The page that checks a list: how much it is checked against. */
export function viewValidity(library: Library) {
  const { hosted, records } = getSummary(library);
  return { standards: hosted + records };
}

const fileOf = memo((library: Library) => {
  const standards = listKnown(library.catalog);
  const { factsAsOf } = getSummary(library);
  return {
    ...(factsAsOf && { factsAsOf }),
    digest: shortDigest(JSON.stringify(standards)),
    standards,
  };
});

/** What a list is checked against, of what day, and the digest by which a report names it. */
export function viewValidityFile(library: Library) {
  return fileOf(library);
}
