import { lookUp } from '#core/base/look-up.ts';
import { isDay } from '#core/base/day.ts';
import { formatNumber, parseNumber } from '#core/number/index.ts';
import type { StsContext } from './context.ts';
import { printedAgain, unknownFact } from './reasons.ts';
import { childOf, childrenOf, elementsOf, findAll, settle, wordsOf } from './tree.ts';
import type { StsElement } from './tree.ts';

/** Front matter as an export wrote it down, keys as the library has them. */
export interface StsMeta {
  readonly facts: Record<string, unknown>;
  /** Kind of the standard as its export called it. */
  readonly kind: string | undefined;
}

type Lists = Record<string, unknown[]>;

/** Facts of the head of a file (`std-meta`, `iso-meta`, `nat-meta`, `reg-meta`): ours and those of ISO. */
export function readStsMeta(front: StsElement | undefined, context: StsContext): StsMeta {
  const facts: Record<string, unknown> = {};
  const lists: Lists = {};
  let kind: string | undefined;
  const set = (key: string, value: unknown): void => {
    facts[key] ??= value;
  };
  const add = (key: string, value: unknown): void => {
    (lists[key] ??= []).push(value);
  };
  const heads = front
    ? elementsOf(front).filter(({ name }) => /^(?:std|iso|nat|reg)-meta$/.test(name))
    : [];
  for (const head of heads) {
    for (const element of elementsOf(head)) {
      if (element.name === 'custom-meta-group') {
        for (const each of childrenOf(element, 'custom-meta'))
          kind = readCustom(each, set, add, context) ?? kind;
      } else if (readFact(element, set, add, head)) settle([element], 'front');
      else leaveFact(element, context);
    }
  }
  return { facts: { ...facts, ...lists }, kind };
}

function leaveFact(element: StsElement, context: StsContext): void {
  const text = wordsOf(element);
  settle([element], 'left');
  if (text !== '') context.leave('front', element, text, unknownFact(element.name), false);
}

const toDay = (text: string): string | undefined => (isDay(text) ? text : undefined);

const toNumber = (written: string): string => {
  const parsed = parseNumber(written);
  return parsed.ok ? formatNumber(parsed.number) : written;
};

type Set_ = (key: string, value: unknown) => void;

/** Whether an element of the head was understood; what it says is entered. */
function readFact(element: StsElement, set: Set_, add: Set_, head: StsElement): boolean {
  const { name, attributes } = element;
  const text = wordsOf(element);
  const language = attributes['xml:lang'] ?? '';
  switch (name) {
    case 'title-wrap':
      return readTitle(element, set);
    case 'std-ident':
      // Of its parts the number is made, which is written whole beside it.
      return true;
    case 'std-ref': {
      const isNumber = attributes['type'] === undefined || attributes['type'] === 'dated';
      if (isNumber && text !== '') set('number', toNumber(text));
      return true;
    }
    case 'std-org':
    case 'sdo':
      add('issuers', wordsOf(childOf(element, 'std-org-name')) || text);
      return true;
    case 'release-date':
    case 'pub-date': {
      const day = toDay(attributes['iso-8601-date'] ?? text);
      if (day) set('issued', day);
      return day !== undefined;
    }
    case 'meta-date':
      return readDay(attributes['type'] ?? '', text, set, add);
    case 'comm-ref':
      add('administeredBy', text);
      return true;
    case 'ics':
      for (const code of text.match(/\d{2}(?:\.\d{2,3}(?:\.\d{2})?)?/g) ?? []) add('ics', code);
      return true;
    case 'std-xref':
      return readRelation(attributes['type'] ?? '', wordsOf(childOf(element, 'std-ref')), add);
    case 'abstract':
      set(language.startsWith('en') ? 'abstractEn' : 'abstract', text);
      return true;
    case 'kwd-group':
      for (const word of childrenOf(element, 'kwd'))
        add(language.startsWith('en') ? 'keywordsEn' : 'keywords', wordsOf(word));
      return true;
    case 'content-language':
    case 'self-uri':
    case 'doc-ref':
    case 'page-count':
    case 'is-proof':
    case 'std-id':
      return head.name !== '';
    default:
      return false;
  }
}

function readTitle(element: StsElement, set: Set_): boolean {
  const isEnglish = (element.attributes['xml:lang'] ?? '').startsWith('en');
  const isChinese = (element.attributes['xml:lang'] ?? 'zh').startsWith('zh');
  if (!isEnglish && !isChinese) return false;
  const parts = ['intro', 'main', 'compl']
    .map((name) => wordsOf(childOf(element, name)))
    .filter((part) => part !== '');
  const full = wordsOf(childOf(element, 'full')) || parts.join(isEnglish ? ' — ' : '　');
  if (full === '') return false;
  set(isEnglish ? 'titleEn' : 'title', full);
  return true;
}

function readDay(type: string, text: string, set: Set_, add: Set_): boolean {
  const day = toDay(text);
  if (day === undefined) return false;
  const review = /^review-(.+)$/.exec(type)?.[1];
  if (review !== undefined) add('reviews', { date: day, result: review });
  else if (['issued', 'implemented', 'withdrawn', 'recorded'].includes(type)) set(type, day);
  else return false;
  return true;
}

function readRelation(type: string, written: string, add: Set_): boolean {
  const number = toNumber(written);
  const degree = /^adopts-(IDT|MOD|NEQ)$/.exec(type)?.[1] ?? lookUp(degrees, type);
  if (degree) add('adopts', { number, degree });
  else if (type === 'replaces' || type === 'revises') add('replaces', number);
  else if (type === 'revises-partially') add('replaces', { number, partial: '部分' });
  // Who replaced it is a fact of the other standard.
  else return type === 'replaced-by';
  return true;
}

/** Kinds of adoption of ISO/IEC Guide 21 as national files name them. */
const degrees: Readonly<Record<string, string>> = {
  adopts: 'IDT',
  'adopted-from': 'IDT',
  'identical-to': 'IDT',
  'modified-from': 'MOD',
  'not-equivalent-to': 'NEQ',
};

const single = new Set([
  'recordNumber',
  'planNumber',
  'profile',
  'functionType',
  'draftStage',
  'withdrawnReason',
  'bodyRestricted',
]);
const plural: Readonly<Record<string, string>> = {
  ccs: 'ccs',
  industry: 'industries',
  chain: 'chains',
  proposedBy: 'proposedBy',
  draftedBy: 'draftedBy',
  drafter: 'drafters',
  formerly: 'formerly',
};
const structured: Readonly<Record<string, string>> = {
  indicator: 'indicators',
  amendment: 'amendments',
  correction: 'corrections',
};
/** Facts of several parts that a file has once. */
const once = new Set(['translation']);

/** Enters a fact by the name that our export gave it; the kind of the standard, where it is that. */
function readCustom(
  element: StsElement,
  set: Set_,
  add: Set_,
  context: StsContext,
): string | undefined {
  const name = wordsOf(childOf(element, 'meta-name'));
  const value = wordsOf(childOf(element, 'meta-value'));
  settle([element], 'front');
  if (name === 'kind') return value;
  const [many, made] = [lookUp(plural, name), lookUp(structured, name)];
  if (single.has(name)) set(name, value);
  else if (many) add(many, many === 'ccs' ? value.replace(/^([A-Z])(?=\d)/, '$1 ') : value);
  else if (name === 'sample') set('sample', value === 'true');
  else if (made || once.has(name)) {
    const read = parseFact(value);
    if (read && made) add(made, read);
    else if (read) set(name, read);
    else context.leave('front', element, value, unknownFact(name), true);
  } else if (name === 'partial' || name === 'adoption') amend(name, value, add);
  else if (name === 'status') context.leave('front', element, value, printedAgain, false);
  else context.leave('front', element, `${name}: ${value}`, unknownFact(name), true);
  return undefined;
}

function amend(name: string, value: string, add: Set_): void {
  const read = parseFact(value);
  if (read) add(name, read);
}

function parseFact(value: string): Record<string, unknown> | undefined {
  try {
    const read: unknown = JSON.parse(value);
    return read !== null && typeof read === 'object' && !Array.isArray(read)
      ? { ...read }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Elements of a head that stand for the publisher where no `std-org` names one: `ISO`, `SAC`. */
export function findOriginator(front: StsElement | undefined): string | undefined {
  const [found] = front ? [...findAll(front, 'originator')] : [];
  const words = wordsOf(found);
  return words === '' ? undefined : words;
}
