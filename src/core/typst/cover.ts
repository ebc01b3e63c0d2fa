import type { Language } from '../model/standard.ts';
import { toArray, typst } from './typst.ts';
import type { Typst } from './typst.ts';

/** What the cover of a standard says, and the head of its pages. */
export interface CoverFacts {
  readonly number: string;
  /** In the language of the text. */
  readonly title: string;
  /** In the other language; empty where there is none. */
  readonly titleOther: string;
  /** `地方标准`. */
  readonly kind: string;
  /** Letters of the kind, large: `DB9999`, `T/SFCC`. */
  readonly letters: string;
  readonly ics: readonly string[];
  readonly ccs: readonly string[];
  readonly recordNumber: string;
  /** Numbers of what it replaces as a whole, and in part. */
  readonly replaces: readonly string[];
  readonly replacesInPart: readonly string[];
  /** What it adopts, with the degree: `ISO 1:2022, MOD`. */
  readonly adopts: readonly string[];
  /** `征求意见稿`, in the language of the text; empty of what is no draft. */
  readonly draftStage: string;
  /** What the cover of a draft asks of those who comment on it; empty where it asks nothing. */
  readonly request: string;
  readonly issued: string;
  readonly implemented: string;
  readonly issuers: readonly string[];
  readonly keywords: readonly string[];
  readonly isSample: boolean;
  /** Paragraphs behind the cover: that it is a sample, that it holds no longer. */
  readonly notices: readonly string[];
  /** English names of bodies by their Chinese names, of an English text. */
  readonly bodies?: ReadonlyMap<string, string>;
}

const words = {
  zh: {
    replaces: '代替',
    inPart: '部分代替',
    issued: '发布',
    implemented: '实施',
    by: '发布',
    record: '备案号',
    comma: '、',
  },
  en: {
    replaces: 'Replaces',
    inPart: 'Replaces in part',
    issued: 'Issued',
    implemented: 'Implemented',
    by: 'Issued by',
    record: 'Record number',
    comma: ', ',
  },
} as const;

const inBrackets = (text: string, language: Language): string =>
  text === '' ? '' : language === 'zh' ? `（${text}）` : `(${text})`;

/** Returns the cover (GB/T 1.1—2020, 8.1 and annex E), and the notices behind it. */
export function renderCover(facts: CoverFacts, language: Language): Typst {
  const own = words[language];
  const say = (word: string, list: readonly string[]) =>
    list.length > 0 ? [`${word} ${list.join(own.comma)}`] : [];
  const replaced = [...say(own.replaces, facts.replaces), ...say(own.inPart, facts.replacesInPart)];
  const codes = [
    ...say('ICS', facts.ics),
    ...say('CCS', facts.ccs),
    ...say(own.record, facts.recordNumber ? [facts.recordNumber] : []),
  ];
  const date = (day: string, word: string) =>
    day === '' ? '' : language === 'zh' ? `${day} ${word}` : `${word} ${day}`;
  return typst`#cover(
  codes: ${toArray(codes)},
  letters: ${facts.letters},
  kind: ${facts.kind},
  number: ${facts.number},
  replaces: ${toArray(replaced)},
  title: ${facts.title},
  title-other: ${facts.titleOther},
  adopts: ${toArray(facts.adopts.map((each) => `(${each})`))},
  stage: ${inBrackets(facts.draftStage, language)},
  request: ${facts.request},
  issued: ${date(facts.issued, own.issued)},
  implemented: ${date(facts.implemented, own.implemented)},
  issuers: ${toArray(facts.issuers)},
  issuers-word: ${own.by},
  notices: ${toArray(facts.notices)},
)`;
}
