import type { Bilingual } from '#core/model/diagnostic.ts';
import { chineseKeys, innerKeys } from './front-matter-mend.ts';
import type { Report } from '../report.ts';

/** A way of typing that YAML reads as something else, found line by line. */
interface Slip {
  /** The groups `before` and `wrong` stand side by side; `wrong` is what is pointed at and replaced. */
  readonly pattern: RegExp;
  readonly instead: (wrong: string) => string;
  readonly say: (wrong: string, before: string) => Bilingual;
  readonly hint: Bilingual;
}

/** A key of the first level, of any letters: its name is judged later. */
const outer = `(?:[A-Za-z]{2,20}|${chineseKeys.join('|')})`;
/** Keys below the first level, in items and braces; a sentence of a list may hold a colon of its own. */
const inner = `(?:${innerKeys.join('|')})`;
const key = `(?:^${outer}|^\\s+(?:-\\s+)?${inner}|^\\s*-\\s+${inner}|^.*[{,]\\s*${inner})`;

const slips: readonly Slip[] = [
  {
    pattern: new RegExp(`(?<before>${key})(?<wrong>\\s*：[ \\t\u3000\u00a0]*)`),
    instead: () => ': ',
    say: (_, before) => ({
      zh: `“${before.trim()}”后面是全角冒号“：”，YAML 读不懂`,
      en: `A full-width colon "：" stands after "${before.trim()}"; YAML cannot read it`,
    }),
    hint: {
      zh: '改用半角冒号，后面空一格：implemented: 2027-01-01',
      en: 'Use a half-width colon and a space: implemented: 2027-01-01',
    },
  },
  {
    pattern: new RegExp(`(?<before>${key}:)(?<wrong>)(?=[^\\s:/])`),
    instead: () => ' ',
    say: (_, before) => ({
      zh: `“${before.trim()}”后面没有空格，YAML 读不懂`,
      en: `No space stands after "${before.trim()}"; YAML cannot read it`,
    }),
    hint: { zh: '冒号后面空一格', en: 'Put a space after the colon' },
  },
  {
    pattern: /^(?<before> *)(?<wrong>[ \t]*\t[ \t]*)(?=\S)/,
    instead: (wrong) => '  '.repeat(wrong.replaceAll(' ', '').length),
    say: () => ({
      zh: '文件头用制表符（Tab）缩进，YAML 不认',
      en: 'The front matter is indented by a tab, which YAML does not allow',
    }),
    hint: { zh: '改用空格缩进', en: 'Indent with spaces' },
  },
  {
    pattern: /^(?<before>.*?)(?<wrong>[\u00a0\u2000-\u200a\u202f\u000b\f]+)/,
    instead: () => ' ',
    say: (wrong) => ({
      zh: `文件头里有看不见的特殊空白（${nameCodes(wrong)}），YAML 不把它当作空格`,
      en: `The front matter holds an invisible special space (${nameCodes(wrong)}), which is no space to YAML`,
    }),
    hint: { zh: '换成普通空格', en: 'Replace it by a plain space' },
  },
  {
    pattern: /^(?<before>\s*|[^：#]*?:[ ]*|\s*-[ ]*)(?<wrong>\u3000+)/,
    instead: () => ' ',
    say: () => ({
      zh: '文件头的缩进或冒号后面用了全角空格',
      en: 'A full-width space stands in the indentation or after a colon',
    }),
    hint: { zh: '换成普通空格', en: 'Replace it by a plain space' },
  },
  {
    pattern: new RegExp(`(?<before>${key}:\\s+)(?<wrong>[［【][^［【\\]］】]*[\\]］】])(?=\\s*$)`),
    instead: (wrong) => `[${wrong.slice(1, -1)}]`,
    say: (wrong) => ({
      zh: `列表用了全角括号“${wrong.charAt(0)}${wrong.at(-1) ?? ''}”`,
      en: `The list stands in full-width brackets`,
    }),
    hint: {
      zh: '用半角方括号，各项之间用半角逗号：[甲局, 乙局]',
      en: 'Use half-width brackets and commas: [a, b]',
    },
  },
];

const nameCodes = (text: string): string =>
  [...new Set(text)]
    .map(
      (character) =>
        `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
    )
    .join('、');

/** A block of text (`abstract: |`) holds what it likes, as long as it is indented. */
const blockStart = /^(?<indent>\s*)(?:-\s*)?\S.*:\s*[|>][-+\d]*\s*$/;

/**
 * Findings, with fixes, about ways of typing that are no YAML: a full-width colon, no space after a
 * colon, tabs. True when there is one: what YAML itself would say of such a text is beside the point.
 */
export function reportSlips(yaml: string, start: number, report: Report): boolean {
  let found = false;
  let offset = start;
  let block: number | null = null;
  for (const line of yaml.split('\n')) {
    const indent = line.length - line.trimStart().length;
    if (block !== null && line.trim() !== '' && indent <= block) block = null;
    if (block === null && !/^\s*#/.test(line)) {
      for (const { pattern, instead, say, hint } of slips) {
        const match = pattern.exec(line);
        if (!match) continue;
        const { before = '', wrong = '' } = match.groups ?? {};
        const from = offset + before.length;
        report.add({
          rule: 'front-matter-yaml',
          range: report.rangeAt(from, from + wrong.length),
          message: say(wrong, before),
          hint,
          fix: { start: from, end: from + wrong.length, text: instead(wrong) },
        });
        found = true;
        break;
      }
      const opened = blockStart.exec(line);
      if (opened) block = opened.groups?.indent?.length ?? 0;
    }
    offset += line.length + 1;
  }
  return found;
}
