import type { ProvisionType } from '#core/terms/index.ts';
import type { Direction, VerbChange } from './model.ts';
import type { Unit } from './units.ts';

type Verb = VerbChange['from'];

/**
 * How much is left to who complies, after the order of GB/T 1.1—2020, table 1: a requirement or an instruction leaves
 * nothing, a recommendation a reason, a permission a choice; a statement asks nothing. What is asked and what is forbidden
 * stand on two sides.
 */
const demands: Readonly<Record<ProvisionType, number>> = {
  requirement: 3,
  instruction: 3,
  recommendation: 2,
  permission: 1,
  capability: 0,
  possibility: 0,
  statement: 0,
};

/** Whether it asks, forbids or leaves free. 「不必」 leaves free what 「可」 does. */
function sideOf({ type, negative }: Verb): 'asks' | 'forbids' | 'free' {
  if (demands[type] < 2) return 'free';
  return negative ? 'forbids' : 'asks';
}

/** Which way one verb turns into another; undefined where both make the same. */
export function judgeVerbs(from: Verb, to: Verb): Direction | undefined {
  if (from.type === to.type && from.negative === to.negative) return undefined;
  const [a, b] = [sideOf(from), sideOf(to)];
  // 宜 into 不应: something else is asked, not more of it. 应 into an imperative: the same demand in another form.
  if (a !== 'free' && b !== 'free' && a !== b) return 'changed';
  const difference = demands[to.type] - demands[from.type];
  if (difference === 0) return 'changed';
  return difference > 0 ? 'tightened' : 'loosened';
}

/** The verbs of a sentence, each once; of a lead, that of its items. */
function listVerbs({ provisions, isLead, leadsNegative, type }: Unit): readonly Verb[] {
  const verbs = provisions.map(({ type: own, negative }) => ({ type: own, negative }));
  if (verbs.length === 0 && isLead && type) verbs.push({ type, negative: leadsNegative });
  const seen = new Set<string>();
  return verbs.filter(({ type: own, negative }) => {
    const key = `${own} ${negative}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The verb that turned into another; undefined where none did, or where more than one changed and no two answer each other. */
export function findVerbChange(from: Unit, to: Unit): VerbChange | undefined {
  const [before, after] = [listVerbs(from), listVerbs(to)];
  const isIn = (list: readonly Verb[], verb: Verb) =>
    list.some(({ type, negative }) => type === verb.type && negative === verb.negative);
  const gone = before.filter((verb) => !isIn(after, verb));
  const come = after.filter((verb) => !isIn(before, verb));
  const [one, other] = [gone[0], come[0]];
  if (gone.length !== 1 || come.length !== 1 || !one || !other) return undefined;
  const direction = judgeVerbs(one, other);
  return direction && { from: one, to: other, direction };
}
