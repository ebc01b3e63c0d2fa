import type { Bilingual } from '#core/base/bilingual.ts';
import type { Language } from '#core/model/standard.ts';
import type { ChangeKind, LimitChange, LimitPart, Subject } from './model.ts';

const kinds: Readonly<Record<ChangeKind, Bilingual>> = {
  added: { zh: '增加', en: 'Added' },
  removed: { zh: '删除', en: 'Removed' },
  tightened: { zh: '加严', en: 'Tightened' },
  loosened: { zh: '放宽', en: 'Loosened' },
  changed: { zh: '改变', en: 'Changed' },
  moved: { zh: '移位', en: 'Moved' },
  editorial: { zh: '编辑性', en: 'Editorial' },
};

const subjects: Readonly<Record<Subject, Bilingual>> = {
  title: { zh: '标题', en: 'Title' },
  sentence: { zh: '条文', en: 'Text' },
  formula: { zh: '公式', en: 'Formula' },
  clause: { zh: '条', en: 'Clause' },
  cell: { zh: '表格单元', en: 'Table cell' },
  row: { zh: '表格行', en: 'Table row' },
  column: { zh: '表格列', en: 'Table column' },
  table: { zh: '表', en: 'Table' },
  figure: { zh: '图', en: 'Figure' },
};

const directions: Readonly<Record<LimitChange['direction'], Bilingual>> = {
  tightened: { zh: '加严', en: 'tightened' },
  loosened: { zh: '放宽', en: 'loosened' },
  changed: { zh: '改变', en: 'changed' },
  added: { zh: '新增', en: 'new' },
  removed: { zh: '取消', en: 'gone' },
  unsure: { zh: '待核对', en: 'to be checked' },
};

/** What a kind of change is called. */
export const nameChange = (kind: ChangeKind, language: Language): string => kinds[kind][language];

/** What stands at a change, in a word. */
export const nameSubject = (subject: Subject, language: Language): string =>
  subjects[subject][language];

/** Which way a verb or limit went, in a word. */
export const nameDirection = (direction: LimitChange['direction'], language: Language): string =>
  directions[direction][language];

const says = {
  zh: {
    none: '无',
    comma: '、',
    byCases: '（按情形）',
    clause: (words: string) => `本条另有“${words}”`,
  },
  en: {
    none: 'none',
    comma: ', ',
    byCases: ' (by cases)',
    clause: (words: string) => `the clause also has “${words}”`,
  },
} as const;

/** What the later text has in the place of a limit, in words: one limit, several by cases, a table, or other words of its clause. */
export function sayAnswer(
  { to, cases = [], where }: LimitChange,
  language: Language,
  say: (limit: LimitPart) => string = ({ text }) => text,
): string {
  const words = says[language];
  if (to) return say(to);
  const values = [...new Set(cases.map(say))].join(words.comma);
  if (where && 'words' in where) return words.clause(where.words);
  if (where)
    return values === ''
      ? where.table
      : `${where.table}${language === 'zh' ? '：' : ': '}${values}`;
  if (values === '') return words.none;
  return cases.length > 1 ? `${values}${words.byCases}` : values;
}
