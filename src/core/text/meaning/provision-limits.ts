import { findLimits } from '#core/limits/index.ts';
import type { Limit } from '#core/limits/index.ts';
import type { ProvisionType } from '#core/terms/index.ts';
import { findModals } from './modals.ts';
import type { Modal } from './modals.ts';

/** 「发生下列情况时，应……：」: what follows are the cases, and not what is asked. */
const leadsToCases =
  /(?:下列|以下|下述|如下)[^：:，]{0,8}(?:情况|情形|条件|故障|现象|状况|事件)(?:之一)?(?:时|后|的|之一)/;

/**
 * Returns the limits and conditions in the text of provisions, by their type. Of a sentence of several types each limit belongs
 * to the verb in front of it (「不应大于10 min，宜为5 min」), and a condition to all. Offsets are those of the text.
 */
export function readLimits(text: string): (type: ProvisionType) => readonly Limit[] {
  if (!/[\d０-９零一二两三四五六七八九十百半]/.test(text)) return () => [];
  const colon = text.search(/[：:]./);
  const underCases = colon > 0 && leadsToCases.test(text.slice(0, colon));
  const limits = findLimits(text, { underLead: colon > 0 }).map((limit) =>
    underCases && limit.start > colon ? { ...limit, isCondition: true } : limit,
  );
  let modals: readonly Modal[] | undefined;
  return (type) =>
    limits.filter(({ isCondition, end }) => {
      if (isCondition) return true;
      modals ??= findModals(text);
      const verb = modals.findLast(({ index }) => index < end);
      return verb === undefined || verb.type === type;
    });
}
