import type { ClauseKind, Language } from '#core/model/standard.ts';

/** The words a document prints of itself, by language (GB/T 1.1—2020, clauses 8 to 10). */
export interface Words {
  readonly chapter: (number: string) => string;
  readonly annex: (letter: string) => string;
  readonly table: (number: string) => string;
  readonly figure: (number: string) => string;
  readonly formula: (number: string) => string;
  readonly note: (number: number | null) => string;
  readonly example: (number: number | null) => string;
  readonly listItem: (clause: string, marker: string) => string;
  readonly keyItem: (figure: string, number: string) => string;
}

export const words: Readonly<Record<Language, Words>> = {
  zh: {
    chapter: (number) => `第${number}章`,
    annex: (letter) => `附录${letter}`,
    table: (number) => `表${number}`,
    figure: (number) => `图${number}`,
    formula: (number) => `公式(${number})`,
    note: (number) => `注${number ?? ''}：`,
    example: (number) => `示例${number ?? ''}：`,
    listItem: (clause, marker) => `${clause} ${marker}`,
    keyItem: (figure, number) => `${figure}中${number}`,
  },
  en: {
    chapter: (number) => `Clause ${number}`,
    annex: (letter) => `Annex ${letter}`,
    table: (number) => `Table ${number}`,
    figure: (number) => `Figure ${number}`,
    formula: (number) => `Formula (${number})`,
    note: (number) => `NOTE ${number ?? ''}: `.replace(' : ', ': '),
    example: (number) => `EXAMPLE ${number ?? ''}: `.replace(' : ', ': '),
    listItem: (clause, marker) => `${clause} ${marker}`,
    keyItem: (figure, number) => `${figure}, key ${number}`,
  },
};

export const notePrefix = /^(?:注|note)\s*[：:]\s*/i;
export const examplePrefix = /^(?:示例|example)\s*[：:]\s*/i;

const elements: readonly (readonly [ClauseKind, RegExp])[] = [
  ['foreword', /^(前言|foreword)$/i],
  ['introduction', /^(引言|introduction)$/i],
  ['scope', /^(范围|适用范围|scope)$/i],
  ['references', /^(规范性引用文件|normative references)$/i],
  ['terms', /^(术语和定义|术语、定义(和|、)(符号|缩略语).*|terms and definitions)$/i],
  ['bibliography', /^(参考文献|bibliography)$/i],
  ['index', /^(索引|index)$/i],
];

/** The element a first-level title names, `chapter` when it names none. Spaces inside do not count. */
export function classifyTitle(written: string): ClauseKind {
  // A typed number is a finding of its own; 「1 范围」 is the scope all the same.
  const title = written.replace(/^\d{1,2}(?:[\s　.、．]+|(?=[\u4e00-\u9fff]))/, '');
  const squeezed = /^[a-z ]+$/i.test(title) ? title.trim() : title.replaceAll(/[\s　]/g, '');
  return elements.find(([, pattern]) => pattern.test(squeezed))?.[0] ?? 'chapter';
}

/** Whether a line has the title but is no heading: a full-width ＃, no space behind it or a special one. */
export function hasMistypedHeading(source: string, title: string): boolean {
  if (title === '' || !source.includes(title)) return false;
  const literal = title.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(
    `^(?:#*＃[#＃]*[ \\t\\u3000\\u00a0]*|#+[\\u3000\\u00a0]+|#+)(?:\\d[\\d.]*[\\s　、]*)?${literal}\\s*(?:\\{.*)?$`,
    'm',
  ).test(source);
}

const annexTitle =
  /^(?:附\s*录|annex)\s*(?<typed>[A-Z](?![a-z]))?\s*[（(]?\s*(?<nature>规范性|资料性|normative|informative)(?:附录)?\s*[)）]?\s*(?<title>.*)$/i;

/** 「附录A 温度」「附录 温度」: an annex whose nature was forgotten; 「附录管理」 is a chapter. */
const bareAnnexTitle =
  /^(?:附\s*录|annex(?![a-z]))\s*(?:(?<typed>[A-Z])(?![a-z])|(?<=[\s　])|$)[\s　:：]*(?<title>.*)$/i;

/** `附录（规范性） 标题` → nature and title; `typed` when the author typed a letter. */
export function readAnnexTitle(title: string): {
  readonly normative: boolean;
  readonly title: string;
  readonly typed: boolean;
  readonly natureMissing: boolean;
} | null {
  const groups = annexTitle.exec(title.trim())?.groups;
  if (!groups) {
    const bare = bareAnnexTitle.exec(title.trim())?.groups;
    if (!bare) return null;
    const typed = bare.typed !== undefined;
    return { normative: true, title: (bare.title ?? '').trim(), typed, natureMissing: true };
  }
  return {
    normative: /^(规范性|normative)$/i.test(groups.nature ?? ''),
    title: (groups.title ?? '').trim(),
    typed: groups.typed !== undefined,
    natureMissing: false,
  };
}
