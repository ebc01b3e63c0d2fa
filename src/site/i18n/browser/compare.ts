import type { ChangeKind, Direction, Subject } from '#core/compare/index.ts';
import type { Language } from '#core/model/standard.ts';

/** What a comparison says, drawn at build or in the browser. */
export interface CompareWords {
  readonly kinds: Readonly<Record<ChangeKind | 'unchanged', string>>;
  readonly subjects: Readonly<Record<Subject, string>>;
  readonly groups: Readonly<
    Record<
      'requirement' | 'instruction' | 'recommendation' | 'permission' | 'other' | 'table',
      string
    >
  >;
  readonly directions: Readonly<Record<Direction | 'added' | 'removed', string>>;
  readonly identical: string;
  readonly summary: string;
  readonly type: string;
  readonly total: string;
  /** Before and after words that were taken out or put in, for those who hear the page. */
  readonly removedStart: string;
  readonly removedEnd: string;
  readonly addedStart: string;
  readonly addedEnd: string;
  readonly fromElsewhere: (place: string) => string;
  readonly toElsewhere: (place: string) => string;
  readonly partOf: (place: string) => string;
  readonly joinedTo: (place: string) => string;
  readonly movedFrom: (place: string) => string;
  readonly sameWords: string;
  readonly limit: string;
  readonly verb: string;
  readonly none: string;
  readonly condition: string;
  readonly negative: string;
  readonly figureNotCompared: string;
  readonly sameFiles: string;
  readonly otherFiles: string;
  readonly onlyIn: (number: string) => string;
  readonly clauses: string;
  readonly result: string;
  readonly linkTo: (kind: string) => string;
  readonly columnAdded: string;
  readonly columnRemoved: string;
  readonly rowAdded: string;
  readonly rowRemoved: string;
}

export const COMPARE_WORDS: Readonly<Record<Language, CompareWords>> = {
  zh: {
    kinds: {
      added: '增加',
      removed: '删除',
      tightened: '加严',
      loosened: '放宽',
      changed: '改变',
      moved: '移位',
      editorial: '编辑性',
      unchanged: '未变',
    },
    subjects: {
      title: '标题',
      sentence: '条文',
      formula: '公式',
      clause: '条',
      cell: '表格单元',
      row: '表格行',
      column: '表格列',
      table: '表',
      figure: '图',
    },
    groups: {
      requirement: '要求',
      instruction: '指示',
      recommendation: '推荐',
      permission: '允许',
      other: '其他文字',
      table: '表格',
    },
    directions: {
      tightened: '加严',
      loosened: '放宽',
      changed: '改变',
      added: '新增',
      removed: '取消',
    },
    identical: '两份文本完全相同。',
    summary: '变化概览',
    type: '条款类型',
    total: '合计',
    removedStart: '［删去：',
    removedEnd: '］',
    addedStart: '［加入：',
    addedEnd: '］',
    fromElsewhere: (place) => `移自 ${place}`,
    toElsewhere: (place) => `移至 ${place}`,
    partOf: (place) => `拆自 ${place} 的一句`,
    joinedTo: (place) => `并入 ${place} 的一句`,
    movedFrom: (place) => `原 ${place}`,
    sameWords: '文字未变',
    limit: '限值',
    verb: '条款类型',
    none: '无',
    condition: '条件',
    negative: '否定',
    figureNotCompared: '图形本身没有比较',
    sameFiles: '图名相同',
    otherFiles: '图的文件不同',
    onlyIn: (number) => `只在 ${number}`,
    clauses: '条号对照',
    result: '变化',
    linkTo: (kind) => `${kind}：这一处的网址`,
    columnAdded: '增加的列',
    columnRemoved: '删除的列',
    rowAdded: '增加的行',
    rowRemoved: '删除的行',
  },
  en: {
    kinds: {
      added: 'Added',
      removed: 'Removed',
      tightened: 'Tightened',
      loosened: 'Loosened',
      changed: 'Changed',
      moved: 'Moved',
      editorial: 'Editorial',
      unchanged: 'Unchanged',
    },
    subjects: {
      title: 'Title',
      sentence: 'Text',
      formula: 'Formula',
      clause: 'Clause',
      cell: 'Table cell',
      row: 'Table row',
      column: 'Table column',
      table: 'Table',
      figure: 'Figure',
    },
    groups: {
      requirement: 'Requirements',
      instruction: 'Instructions',
      recommendation: 'Recommendations',
      permission: 'Permissions',
      other: 'Other text',
      table: 'Tables',
    },
    directions: {
      tightened: 'tightened',
      loosened: 'loosened',
      changed: 'changed',
      added: 'new',
      removed: 'gone',
    },
    identical: 'The two texts are the same.',
    summary: 'Changes at a glance',
    type: 'Type of provision',
    total: 'Total',
    removedStart: '[removed: ',
    removedEnd: ']',
    addedStart: '[added: ',
    addedEnd: ']',
    fromElsewhere: (place) => `moved from ${place}`,
    toElsewhere: (place) => `moved to ${place}`,
    partOf: (place) => `part of a sentence of ${place}`,
    joinedTo: (place) => `joined to a sentence of ${place}`,
    movedFrom: (place) => `was ${place}`,
    sameWords: 'same words',
    limit: 'Limit',
    verb: 'Type of provision',
    none: 'none',
    condition: 'condition',
    negative: 'negative',
    figureNotCompared: 'the drawing itself is not compared',
    sameFiles: 'same name',
    otherFiles: 'other files',
    onlyIn: (number) => `only in ${number}`,
    clauses: 'Numbers of clauses, old and new',
    result: 'Change',
    linkTo: (kind) => `${kind}: address of this change`,
    columnAdded: 'column added',
    columnRemoved: 'column removed',
    rowAdded: 'row added',
    rowRemoved: 'row removed',
  },
};
