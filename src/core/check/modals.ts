import type { ProvisionType } from '../model/standard.ts';
import type { TextRun } from '../text/document.ts';
import type { Modal } from '../text/meaning/provisions.ts';
import type { DocumentView } from './view.ts';

export const typeNames: Readonly<
  Record<ProvisionType, { readonly zh: string; readonly en: string }>
> = {
  requirement: { zh: '要求', en: 'requirement' },
  instruction: { zh: '指示', en: 'instruction' },
  recommendation: { zh: '推荐', en: 'recommendation' },
  permission: { zh: '允许', en: 'permission' },
  capability: { zh: '能力', en: 'capability' },
  possibility: { zh: '可能性', en: 'possibility' },
  statement: { zh: '陈述', en: 'statement' },
};

export interface FoundModal extends Modal {
  readonly run: TextRun;
}

/** Modal verbs of the given types in the runs that `accept` takes. Quoted words are not the author's own. */
export function* modalsIn(
  view: DocumentView,
  types: readonly ProvisionType[],
  accept: (run: TextRun) => boolean,
): Iterable<FoundModal> {
  for (const run of view.doc.runs) {
    if (run.place === 'heading' || run.place === 'source' || !accept(run)) continue;
    for (const modal of view.modalsOf(run)) {
      if (types.includes(modal.type) && !isQuoted(run.text, modal.index)) yield { ...modal, run };
    }
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
