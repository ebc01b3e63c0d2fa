import type { Bilingual } from '#core/base/bilingual.ts';
import type { Language } from '#core/model/standard.ts';
import type { ChangeKind, LimitChange, Subject } from './model.ts';

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
};

/** What a kind of change is called. */
export const nameChange = (kind: ChangeKind, language: Language): string => kinds[kind][language];

/** What stands at a change, in a word. */
export const nameSubject = (subject: Subject, language: Language): string =>
  subjects[subject][language];

/** Which way a verb or limit went, in a word. */
export const nameDirection = (direction: LimitChange['direction'], language: Language): string =>
  directions[direction][language];
