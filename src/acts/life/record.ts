import { isEarly } from '#core/catalog/index.ts';
import type { CompiledText } from '#core/model/standard.ts';
import { formatNumber, numberSlug } from '#core/number/index.ts';
import type { StandardNumber } from '#core/number/index.ts';
import { extendLedger } from '#library/ledger.ts';
import type { Library } from '#library/open.ts';
import { extendPublished, publishedFile } from '#library/register.ts';
import type { PlanDraft } from '../draft-plan.ts';

/** Enters the anchors of texts into the ledger of a folder, in their order; the ledger as it will be. */
export function enterAnchors(
  draft: PlanDraft,
  folder: string,
  ...texts: readonly Pick<CompiledText, 'clauses' | 'exhibits'>[]
): string {
  const path = `${folder}/anchors.tsv`;
  const known = draft.read(path) ?? '';
  const ledger = texts.reduce((before, text) => {
    const { content, count } = extendLedger(before, path, text);
    return count > 0 ? content : before;
  }, known);
  if (ledger !== known)
    draft.write(path, ledger, { zh: '登记条的地址', en: 'The addresses of clauses are entered' });
  return ledger;
}

/**
 * Enters a number into `published.tsv`, as `std fix` does, so that its address leads somewhere from now on. What waits for
 * its day of issue is not published yet.
 */
export function enterPublished(
  draft: PlanDraft,
  { asOf, register }: Library,
  number: StandardNumber,
  issued: string | undefined,
): void {
  const slug = numberSlug(number);
  const isKnown = register.published.some((each) => each.slug === slug);
  if (isKnown || isEarly({ issued, status: undefined }, asOf)) return;
  const before = draft.readBytes(publishedFile);
  const entry = { slug, number: formatNumber(number), day: asOf };
  draft.write(publishedFile, extendPublished(before ?? new Uint8Array(), [entry]), {
    zh: '登记公布过的编号',
    en: 'The number is entered as published',
  });
}
