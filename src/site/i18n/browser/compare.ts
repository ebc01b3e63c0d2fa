import type { Language } from '#core/model/standard.ts';

/** What a comparison says, drawn at build or in the browser. */
export interface CompareWords {
  readonly groups: Readonly<
    Record<
      'requirement' | 'instruction' | 'recommendation' | 'permission' | 'other' | 'table',
      string
    >
  >;
  readonly unchanged: string;
  readonly title: string;
  readonly identical: string;
  readonly summary: string;
  readonly noHighlights: string;
  readonly moreHighlights: (count: string) => string;
  readonly type: string;
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
  readonly otherFiles: string;
  readonly result: string;
  readonly linkTo: (kind: string) => string;
  readonly columnAdded: string;
  readonly columnRemoved: string;
  readonly rowAdded: string;
  readonly rowRemoved: string;
  readonly comparing: string;
  readonly stopped: string;
  readonly failed: string;
  readonly nothingGiven: string;
  readonly absent: (number: string) => string;
  readonly recordOnly: (number: string) => string;
  readonly unreachable: (number: string) => string;
  readonly refused: (number: string, reason: string) => string;
  readonly done: (count: string) => string;
  readonly preparing: string;
  readonly saved: (count: string) => string;
  readonly notSaved: string;
  readonly noChange: string;
  readonly position: (at: string, total: string) => string;
  /** Of an exported file, before the numbers. */
  readonly fileName: string;
}

export const COMPARE_WORDS: Readonly<Record<Language, CompareWords>> = {
  zh: {
    groups: {
      requirement: '要求',
      instruction: '指示',
      recommendation: '推荐',
      permission: '允许',
      other: '其他文字',
      table: '表格',
    },
    unchanged: '未变',
    title: '标题',
    identical: '两份文本完全相同。',
    summary: '变化概览',
    noHighlights: '没有能断定加严或放宽的地方。',
    moreHighlights: (count) => `还有 ${count} 处，见下文。`,
    type: '条款类型',
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
    otherFiles: '图的文件不同',
    result: '变化',
    linkTo: (kind) => `${kind}：这一处的网址`,
    columnAdded: '增加的列',
    columnRemoved: '删除的列',
    rowAdded: '增加的行',
    rowRemoved: '删除的行',
    comparing: '正在比较…',
    stopped: '已停止。',
    failed: '没有比成，请再试一次。',
    nothingGiven: '请先填两份标准的编号。',
    absent: (number) => `库中没有 ${number} 的正文。`,
    recordOnly: (number) => `${number} 只有目录信息，没有正文，不能比较。`,
    unreachable: (number) => `没有取到 ${number} 的正文，请检查网络后再试。`,
    refused: (number, reason) => `${number} 不能比较：${reason}。`,
    done: (count) => `比较完了，共 ${count} 处变化。`,
    preparing: '正在生成文件…',
    saved: (count) => `已下载 ${count} 处变化。`,
    notSaved: '没有生成文件，请再试一次。',
    noChange: '没有可以跳到的变化。',
    position: (at, total) => `第 ${at} 处，共 ${total} 处。`,
    fileName: '比较',
  },
  en: {
    groups: {
      requirement: 'Requirements',
      instruction: 'Instructions',
      recommendation: 'Recommendations',
      permission: 'Permissions',
      other: 'Other text',
      table: 'Tables',
    },
    unchanged: 'Unchanged',
    title: 'Title',
    identical: 'The two texts are the same.',
    summary: 'Changes at a glance',
    noHighlights: 'Nothing is certain to be tightened or loosened.',
    moreHighlights: (count) => `${count} more stand in the text below.`,
    type: 'Type of provision',
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
    otherFiles: 'other files',
    result: 'Change',
    linkTo: (kind) => `${kind}: address of this change`,
    columnAdded: 'column added',
    columnRemoved: 'column removed',
    rowAdded: 'row added',
    rowRemoved: 'row removed',
    comparing: 'Comparing…',
    stopped: 'Stopped.',
    failed: 'The texts could not be compared; try again.',
    nothingGiven: 'Give the numbers of two standards first.',
    absent: (number) => `This library has no text of ${number}.`,
    recordOnly: (number) =>
      `Of ${number} only facts are known here, no text: it cannot be compared.`,
    unreachable: (number) =>
      `The text of ${number} could not be loaded; check the network and try again.`,
    refused: (number, reason) => `${number} cannot be compared: ${reason}.`,
    done: (count) => `Compared; changes found: ${count}.`,
    preparing: 'Making the file…',
    saved: (count) => `${count} changes downloaded.`,
    notSaved: 'The file could not be made; try again.',
    noChange: 'There is no change to go to.',
    position: (at, total) => `Change ${at} of ${total}.`,
    fileName: 'comparison',
  },
};
