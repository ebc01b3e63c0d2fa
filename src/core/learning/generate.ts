import { digestText } from '../checklist/digest.ts';
import type { Limit } from '../limits/index.ts';
import type { Language } from '../model/standard.ts';
import { provisionTerms } from '../terms/index.ts';
import type { ProvisionType } from '../terms/index.ts';
import type { Question } from './question.ts';

/** What questions are made from: a text as its published file has it. */
export interface QuestionGround {
  readonly slug: string;
  readonly number: string;
  readonly text: {
    readonly clauses: readonly { readonly id: string; readonly label: string }[];
    readonly provisions: readonly {
      readonly id: string;
      readonly clause: string;
      readonly type: ProvisionType;
      readonly verb: string;
      readonly text: string;
      readonly limits?: readonly Limit[];
    }[];
    readonly terms: readonly {
      readonly clause: string;
      readonly term: string;
      readonly definition: string;
      readonly admitted?: readonly string[];
    }[];
  };
}

/** A question made by rule from a text; what it asks about is quoted in the language of the text. */
export type MadeQuestion = Extract<Question, { readonly kind: 'single' | 'several' }> & {
  readonly quote: string;
};

type Ground = QuestionGround['text'];
type Provision = Ground['provisions'][number];

/** Questions of each of the three sorts that a text gives at most. */
const mostOfSort = 5;
const optionCount = 4;
const gap = '＿＿';

const words = {
  zh: {
    type: '这句话是哪一种条款？',
    limit: '空格里是哪一个值？',
    term: '这是哪一个术语的定义？',
    typeWhy: (verb: string, type: string) => `句中的“${verb}”表示${type}。`,
    limitWhy: (value: string) => `条文写的是${value}。`,
    termWhy: (term: string) => `条文里这样定义“${term}”。`,
  },
  en: {
    type: 'Which type of provision is this sentence?',
    limit: 'Which value stands in the gap?',
    term: 'Which term is defined like this?',
    typeWhy: (verb: string, type: string) => `“${verb}” makes it: ${type}.`,
    limitWhy: (value: string) => `The clause says ${value}.`,
    termWhy: (term: string) => `The clause defines “${term}” like this.`,
  },
};

/**
 * Questions made by rule from a text: which type a provision is, which value a limit has, which term is defined. The same
 * text gives the same questions; one option of each is right, and none of the others means the same.
 */
export function generateQuestions(
  ground: QuestionGround,
  language: Language = 'zh',
): readonly MadeQuestion[] {
  const { provisions, terms } = ground.text;
  const sorts = [
    pickSome(provisions.filter(isPlain), ground.slug).map((each) =>
      askType(ground, each, language),
    ),
    pickSome(
      provisions.flatMap((provision) => findGaps(provision).slice(0, 1)),
      ground.slug,
    ).map((each) => askLimit(ground, each, language)),
    terms.length > 2
      ? pickSome(terms, ground.slug).flatMap((each) => askTerm(ground, each, language))
      : [],
  ];
  const seen = new Set<string>();
  return sorts.flat().filter(({ id }) => !seen.has(id) && seen.add(id));
}

/** Some of a list, spread over it by the digests of what they say. */
function pickSome<T extends object>(list: readonly T[], seed: string): readonly T[] {
  return list
    .map((each, at) => ({ each, key: digestText(`${seed} ${at}`) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .slice(0, mostOfSort)
    .map(({ each }) => each);
}

/** Whose type its own words tell: the verb stands in them, and they are short enough to read. */
const isPlain = ({ verb, text, type }: Provision): boolean =>
  verb !== '' && type !== 'statement' && text.includes(verb) && isReadable(text);

const isReadable = (text: string): boolean => text.length >= 8 && text.length <= 160;

function makeQuestion(
  { slug, number }: QuestionGround,
  sort: 'type' | 'limit' | 'term',
  language: Language,
  asked: {
    readonly clause: string;
    readonly quote: string;
    readonly right: string;
    readonly wrong: readonly string[];
    readonly why: string;
  },
): MadeQuestion {
  const { clause, quote, right, wrong, why } = asked;
  const seed = `${slug} ${sort} ${clause} ${quote}`;
  const options = [right, ...wrong]
    .map((option) => ({ option, key: digestText(`${seed} ${option}`) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ option }) => option);
  return {
    kind: 'single',
    id: `made-${digestText(seed)}`,
    topic: slug,
    language,
    ask: words[language][sort],
    quote,
    options,
    answer: [options.indexOf(right)],
    computed: false,
    why,
    level: 1,
    standard: number.replaceAll('—', '-'),
    clauses: [clause],
  };
}

function askType(ground: QuestionGround, provision: Provision, language: Language): MadeQuestion {
  const { clause, text, type, verb } = provision;
  const nameOf = (each: (typeof provisionTerms)[number]) => each[language];
  const right = provisionTerms.find(({ value }) => value === type) ?? provisionTerms[0];
  const others = pickSome(
    provisionTerms.filter(({ value }) => value !== type),
    `${ground.slug} ${text}`,
  );
  return makeQuestion(ground, 'type', language, {
    clause,
    quote: text,
    right: nameOf(right),
    wrong: others.slice(0, optionCount - 1).map(nameOf),
    why: words[language].typeWhy(verb, nameOf(right)),
  });
}

interface Gap {
  readonly provision: Provision;
  readonly quote: string;
  readonly value: number;
  readonly unit: string;
}

/** Single values that a sentence asks for, each with the sentence without it; none that the rest of the sentence tells. */
function findGaps(provision: Provision): readonly Gap[] {
  const { text, limits = [] } = provision;
  if (!isReadable(text)) return [];
  return limits.flatMap(({ quantity, isCondition }): readonly Gap[] => {
    if (isCondition || quantity.kind !== 'value' || quantity.value === 0) return [];
    const { value, unit, start, end } = quantity;
    const written = text.slice(start, end);
    const rest = text.slice(0, start) + gap + text.slice(end);
    const digits = String(Math.abs(value));
    if (!/\d/.test(written) || !written.includes(digits) || rest.includes(digits)) return [];
    return [{ provision, quote: rest, value, unit }];
  });
}

const factors = [0.5, 2, 1.5, 0.8, 1.2, 3, 5];

const writeValue = (value: number, unit: string): string =>
  unit === '' || /^[%‰°]/.test(unit) ? `${value}${unit}` : `${value} ${unit}`;

function askLimit(
  ground: QuestionGround,
  { provision, quote, value, unit }: Gap,
  language: Language,
): MadeQuestion {
  const isWhole = Number.isInteger(value);
  const candidates = factors.map((factor) => {
    const scaled = value * factor;
    return isWhole ? Math.round(scaled) : Number(scaled.toPrecision(3));
  });
  const near = isWhole ? [value + 1, value + 2, value + 5] : [];
  const wrong: number[] = [];
  for (const each of pickOrder([...candidates, ...near], quote)) {
    if (each !== value && each !== 0 && !wrong.includes(each)) wrong.push(each);
  }
  const right = writeValue(value, unit);
  return makeQuestion(ground, 'limit', language, {
    clause: provision.clause,
    quote,
    right,
    wrong: wrong.slice(0, optionCount - 1).map((each) => writeValue(each, unit)),
    why: words[language].limitWhy(right),
  });
}

const pickOrder = (list: readonly number[], seed: string): readonly number[] =>
  list
    .map((each) => ({ each, key: digestText(`${seed} ${each}`) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ each }) => each);

function askTerm(
  ground: QuestionGround,
  { clause, term, definition, admitted = [] }: Ground['terms'][number],
  language: Language,
): readonly MadeQuestion[] {
  if (definition.length < 8) return [];
  const names = [term, ...admitted];
  const isApart = (other: string) =>
    names.every((name) => other !== name && !other.includes(name) && !name.includes(other));
  const others = [
    ...new Set(
      ground.text.terms
        .filter((each) => each.definition !== definition)
        .map((each) => each.term)
        .filter(isApart),
    ),
  ];
  const wrong = pickSome(
    others.map((name) => ({ name })),
    definition,
  ).map(({ name }) => name);
  if (wrong.length < 2) return [];
  return [
    makeQuestion(ground, 'term', language, {
      clause,
      quote: names.reduce((text, name) => text.replaceAll(name, gap), definition).slice(0, 300),
      right: term,
      wrong: wrong.slice(0, optionCount - 1),
      why: words[language].termWhy(term),
    }),
  ];
}
