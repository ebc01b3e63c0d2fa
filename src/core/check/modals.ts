import { provisionTerms } from '../terms/index.ts';
import type { ProvisionType } from '../terms/index.ts';
import type { TextRun } from '../text/document.ts';
import { findModals } from '../text/meaning/provisions.ts';
import type { Modal } from '../text/meaning/provisions.ts';

/** What a type of provision is called in the middle of a sentence. */
export const typeNames = Object.fromEntries(
  provisionTerms.map(({ value, zh, en }) => [value, { zh, en: en.toLowerCase() }]),
) as Readonly<Record<ProvisionType, { readonly zh: string; readonly en: string }>>;

export interface FoundModal extends Modal {
  readonly run: TextRun;
  /** Quoted words are not the author's own. */
  readonly isQuoted: boolean;
}

/** Modal verbs in the prose of runs, headings and sources left out, in order. */
export function listModals(
  runs: readonly TextRun[],
  proseOf: (run: TextRun) => string,
): readonly FoundModal[] {
  const found: FoundModal[] = [];
  for (const run of runs) {
    if (run.place === 'heading' || run.place === 'source') continue;
    for (const modal of findModals(proseOf(run)))
      found.push({ ...modal, run, isQuoted: isQuoted(run.text, modal.index) });
  }
  return found;
}

/** Modal verbs of the given types in the runs that `accept` takes, quoted ones left out. */
export function* modalsIn(
  { modals }: { readonly modals: readonly FoundModal[] },
  types: readonly ProvisionType[],
  accept: (run: TextRun) => boolean,
): Iterable<FoundModal> {
  for (const modal of modals) {
    if (types.includes(modal.type) && !modal.isQuoted && accept(modal.run)) yield modal;
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

/** Whether an offset stands inside quotation marks opened not far before it. */
export function isQuoted(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 200), index);
  return (
    before.lastIndexOf('“') > before.lastIndexOf('”') ||
    before.lastIndexOf('「') > before.lastIndexOf('」')
  );
}
