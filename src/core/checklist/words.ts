import type { Language } from '../model/standard.ts';
import { pick, provisionTerms } from '../terms/index.ts';
import type { ChecklistRow, RowSource } from './rows.ts';
import type { VerificationBasis } from './verification.ts';

interface ChecklistTerms {
  readonly source: Readonly<Record<RowSource, string>>;
  readonly basis: Readonly<Record<VerificationBasis, string>>;
  readonly limit: string;
  /** Heads of a file. */
  readonly columns: readonly string[];
  readonly done: string;
  readonly joint: string;
}

/** What is said of a row, on the page and in files alike. */
export const CHECKLIST_TERMS: Readonly<Record<Language, ChecklistTerms>> = {
  zh: {
    source: { author: '作者标注', detector: '自动识别', table: '表中限值' },
    basis: {
      author: '作者标注',
      sentence: '本条写明',
      table: '检验项目表',
      method: '方法章提到',
      title: '同名方法',
    },
    limit: '限值',
    columns: [
      '标准编号',
      '条',
      '条标题',
      '类型',
      '来源',
      '内容',
      '对象',
      '限值',
      '单位',
      '条件',
      '验证',
      '验证依据',
      '完成',
      '备注',
      '责任人',
      '日期',
      '网址',
    ],
    done: '是',
    joint: '；',
  },
  en: {
    source: {
      author: 'Tagged by the author',
      detector: 'Found by its verb',
      table: 'Limit in a table',
    },
    basis: {
      author: 'tagged by the author',
      sentence: 'said here',
      table: 'table of items',
      method: 'named by the method',
      title: 'method of that name',
    },
    limit: 'Limit',
    columns: [
      'Standard',
      'Clause',
      'Title of clause',
      'Type',
      'Found',
      'Text',
      'Object',
      'Limit',
      'Unit',
      'Condition',
      'Verified by',
      'How known',
      'Done',
      'Note',
      'Responsible',
      'Date',
      'Address',
    ],
    done: 'yes',
    joint: '; ',
  },
};

/** What the type of a row is called. */
export function nameType(type: ChecklistRow['type'], language: Language): string {
  return type === 'limit' ? CHECKLIST_TERMS[language].limit : pick(provisionTerms, language)[type];
}
