import type { Profile } from '../../terms/index.ts';
import type { ProvisionType } from '#core/model/standard.ts';
import { isFalseModal } from './false-modals.ts';
import { isIdle } from './idle-modals.ts';

export type { Profile };

/** A modal verb in a sentence: `index` and the length of `verb` in UTF-16 code units. */
export interface Modal {
  readonly index: number;
  readonly verb: string;
  readonly type: ProvisionType;
  readonly negative: boolean;
}

export interface SentenceClass {
  readonly type: ProvisionType;
  readonly negative: boolean;
  readonly verb: string;
}

/**
 * GB/T 1.1—2020, tables C.1 to C.5, with the words that drafting rules refuse but people write
 * (必须, 应当, 不得 …). Longest first: the pattern is built in this order.
 */
const verbs: Readonly<Record<string, readonly [ProvisionType, negative: boolean]>> = {
  不可能: ['possibility', true],
  不能够: ['capability', true],
  不应当: ['requirement', true],
  不应该: ['requirement', true],
  不可以: ['requirement', true],
  不允许: ['requirement', true],
  不应: ['requirement', true],
  应当: ['requirement', false],
  应该: ['requirement', false],
  必须: ['requirement', false],
  不得: ['requirement', true],
  严禁: ['requirement', true],
  禁止: ['requirement', true],
  不准: ['requirement', true],
  不许: ['requirement', true],
  切勿: ['requirement', true],
  不须: ['permission', true],
  不宜: ['recommendation', true],
  不必: ['permission', true],
  无须: ['permission', true],
  不可: ['requirement', true],
  可以: ['permission', false],
  可能: ['possibility', false],
  不能: ['capability', true],
  能够: ['capability', false],
  应: ['requirement', false],
  宜: ['recommendation', false],
  可: ['permission', false],
  能: ['capability', false],
  须: ['requirement', false],
};

const firsts = new Set(Object.keys(verbs).map((verb) => verb.charAt(0)));
const verbBegins = new RegExp(`[${[...firsts].join('')}]`);

/** Whether a text has a character that a modal verb begins with: most without one need not be read by the sentence. */
export const mayHoldModal = (text: string): boolean => verbBegins.test(text);

/** What no verb begins with is passed over at once. */
const verbPattern = new RegExp(`(?=${verbBegins.source})(?:${Object.keys(verbs).join('|')})`, 'g');

/** What parts a verb without being a word: blanks, the sign of a lost character, combining marks, stray markup. */
const parting = /不[\s\uFFFD\p{M}*_~^`\\|]+$/u;

/** 「不 应」: what stands inside makes no requirement of a prohibition. */
function isNegated(text: string, index: number): boolean {
  return parting.test(text.slice(Math.max(0, index - 8), index));
}

/**
 * All modal verbs of a text in order that set a type of provision: words that only look like one are left out, and those
 * that stand in quotes, attributes, conditions and purposes.
 */
export function findModals(sentence: string): readonly Modal[] {
  const found: Modal[] = [];
  verbPattern.lastIndex = 0;
  for (let match = verbPattern.exec(sentence); match; match = verbPattern.exec(sentence)) {
    const [verb] = match;
    const { index } = match;
    const kind = verbs[verb];
    if (!kind) continue;
    if (isFalseModal(sentence, index, verb) || isIdle(sentence, index, verb)) continue;
    const [type, negative] = (isNegated(sentence, index) && verbs[`不${verb}`]) || kind;
    found.push({ index, verb, type, negative });
  }
  return found;
}

/** The types of a sentence are told in this order. */
const strength: readonly ProvisionType[] = [
  'requirement',
  'recommendation',
  'permission',
  'possibility',
  'capability',
];

/**
 * The types of provision a sentence is by its modal verbs, the strongest first, each with its first verb; empty when it holds
 * none: instructions (imperatives) and plain statements are for the author to mark. The wording rules of engineering
 * construction know 必须/严禁, 应/不应/不得, 宜/不宜 and 可 only, so 能 and 可能 say nothing there.
 */
export function classifySentence(sentence: string, profile: Profile): readonly SentenceClass[] {
  return classifyModals(findModals(sentence), profile);
}

/**
 * The types of a sentence's modal verbs, the strongest first, each with negation and verb; empty where it has none.
 * Regulations of construction know no possibility and no capability.
 */
export function classifyModals(
  modals: readonly Modal[],
  profile: Profile,
): readonly SentenceClass[] {
  if (modals.length === 0) return [];
  return strength.flatMap((type) => {
    if (profile === 'construction' && (type === 'possibility' || type === 'capability')) return [];
    const modal = modals.find((each) => each.type === type);
    return modal ? [{ type, negative: modal.negative, verb: modal.verb }] : [];
  });
}
