import type { Bilingual } from '#core/base/bilingual.ts';
import { parseNumber } from '#core/number/index.ts';
import { functionTypeTerms } from '#core/terms/index.ts';
import type { FunctionType, Profile } from '#core/terms/index.ts';

/** What a draft does not say of itself in so many words, and by what it was guessed; a person looks at what is unsure. */
export interface Guess {
  readonly said: string;
  readonly why: Bilingual;
  readonly isSure: boolean;
}

/**
 * By which rules a draft is written: those of engineering construction where its number or its cover says so, or where it has
 * their chapters and words (总则, 本标准用词说明, 严禁). Undefined, with a question, where only its words are theirs.
 */
export function guessProfile(draft: {
  readonly number: string | undefined;
  readonly cover: string;
  readonly text: string;
  /** The rules of drafting that its foreword names. */
  readonly basis: string | undefined;
}): { readonly profile?: Profile; readonly guess?: Guess } {
  const { number = '', cover, text, basis } = draft;
  const parsed = parseNumber(number);
  const isByNumber = /^(?:DBJ|DGJ)|\(J\)|\/JT?\s?\d|\/TJ/.test(number) && parsed.ok;
  const isByCover = /工程建设(?:地方|团体|企业|行业|国家)?标准|\bJ\s?\d{4,6}-\d{4}\b/u.test(cover);
  if (isByNumber || isByCover)
    return {
      profile: 'construction',
      guess: { said: isByNumber ? number : '工程建设', why: byRules, isSure: true },
    };
  if (basis !== undefined) return {};
  const chapters = text.match(/^# (?:总\s*则|本(?:标准|规范|规程|文件)用词说明)(?: \{.*)?$/gmu);
  if (chapters)
    return {
      profile: 'construction',
      guess: { said: chapters[0].slice(2), why: byRules, isSure: false },
    };
  const word = /必须|严禁/u.exec(text)?.[0];
  return word === undefined ? {} : { guess: { said: word, why: askRules, isSure: false } };
}

/** What a standard is for, by the last words of its title (GB/T 1.1—2020, 6.1.4: 规范, 规程, 指南 …). */
export function guessFunction(title: string | undefined): {
  readonly functionType?: FunctionType;
  readonly guess?: Guess;
} {
  const last = title?.trim().replace(/[（(][^）)]*[）)]$/u, '') ?? '';
  const found = functionTypeTerms.find(
    ({ value }) => value !== '产品' && value !== '评价' && last.endsWith(value),
  );
  if (!found) return {};
  return {
    functionType: found.value,
    guess: { said: last, why: byTitle(found), isSure: true },
  };
}

const byTitle = ({ zh, en }: Bilingual): Bilingual => ({
  zh: `由名称推断是${zh}标准，写了 functionType: ${zh}`,
  en: `by its title this is a standard of type "${en}": functionType was written`,
});

const byRules: Bilingual = {
  zh: '推断按工程建设标准的规则编写（必须、严禁可用），写了 profile: construction；不是的话请删去',
  en: 'it seems to be written by the rules of engineering construction (必须, 严禁): profile: construction was written; remove it if not',
};

const askRules: Bilingual = {
  zh: 'GB/T 1.1 不用这个词。是工程建设标准吗？是的话在文件头写 profile: construction',
  en: 'GB/T 1.1 does not use this word. Is this a standard of engineering construction? Then write profile: construction in the front matter',
};
