import type { Bilingual } from '../base/bilingual.ts';
import { provisionTerms } from '../terms/index.ts';
import type { ProvisionType } from '../terms/index.ts';
import type { ParsedDocument, TextRun } from '../text/document.ts';
import type { Modal } from '../text/meaning/modals.ts';

/** What a type of provision is called in the middle of a sentence. */
export const typeNames = Object.fromEntries(
  provisionTerms.map(({ value, zh, en }) => [value, { zh, en: en.toLowerCase() }]),
) as Readonly<Record<ProvisionType, Bilingual>>;

export interface FoundModal extends Modal {
  readonly run: TextRun;
}

/** Returns the modal verbs of a document in its order; headings, sources and generated text are left out. */
export function listModals({ runs, modals }: ParsedDocument): readonly FoundModal[] {
  return runs
    .filter(({ place }) => place !== 'heading' && place !== 'source')
    .flatMap((run) => (modals.get(run) ?? []).map((modal) => ({ ...modal, run })));
}

/** Modal verbs of the given types in the runs that `accept` takes. */
export function* modalsIn(
  { modals }: { readonly modals: readonly FoundModal[] },
  types: readonly ProvisionType[],
  accept: (run: TextRun) => boolean,
): Iterable<FoundModal> {
  for (const modal of modals) {
    if (types.includes(modal.type) && accept(modal.run)) yield modal;
  }
}

/** 「可参见」「扫码即可」: 可 that points somewhere or ends a way of doing permits nobody anything. */
export function permitsNothing(text: string, { index, verb }: Modal): boolean {
  if (verb !== '可' && verb !== '可以') return false;
  return (
    text.charAt(index - 1) === '即' ||
    /^(?:参见|参阅|参看|参照|参考|见)/.test(text.slice(index + verb.length))
  );
}
