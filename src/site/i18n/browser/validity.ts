import type { Language } from '#core/model/standard.ts';

/** What the script of 查新 says. */
interface ValidityWords {
  readonly all: string;
  readonly reading: string;
  readonly progress: (done: string, total: string) => string;
  readonly stopped: string;
  readonly nothingGiven: string;
  readonly nothingFound: string;
  readonly refused: (reason: string) => string;
  readonly unreachable: string;
  readonly failed: string;
  /** How many numbers there are, and how many of them are not simply in force. */
  readonly summary: (total: string, work: string) => string;
  readonly allValid: (total: string) => string;
  readonly asOf: (day: string) => string;
  readonly facts: (day: string) => string;
  readonly against: (count: string) => string;
  readonly digest: (digest: string) => string;
  /** Printed where a filter leaves some of the rows only. */
  readonly only: (verdict: string, count: string, total: string) => string;
  readonly since: (day: string) => string;
  readonly until: (day: string) => string;
  /** After one that replaces another. */
  readonly step: (day: string) => string;
  readonly compare: string;
  readonly compareWith: (number: string) => string;
  readonly maybe: string;
  readonly near: string;
  readonly saved: (count: string) => string;
  readonly notSaved: string;
  readonly size: (kilobytes: string) => string;
  /** Of the exported file, before the day. */
  /** Heads of the day, the day of the facts and the digest of the data in a file to take away. */
  readonly sources: readonly [day: string, factsAsOf: string, digest: string];
  readonly fileName: string;
}

export const VALIDITY_WORDS: Readonly<Record<Language, ValidityWords>> = {
  zh: {
    all: '全部',
    reading: '正在读取清单…',
    progress: (done, total) => `正在查：${done} / ${total} 行`,
    stopped: '已停止。',
    nothingGiven: '请先贴上清单，或选一个文件。',
    nothingFound: '清单里没有文字。',
    refused: (reason) => `这份清单读不通：${reason}。`,
    unreachable: '没有取到本库的目录，请检查网络后再试。',
    failed: '没有查成，请再试一次。',
    summary: (total, work) => `共 ${total} 个编号，其中 ${work} 个需要处理。`,
    allValid: (total) => `共 ${total} 个编号，全部现行。`,
    asOf: (day) => `状态按 ${day}`,
    facts: (day) => `目录信息截至 ${day}`,
    against: (count) => `对照 ${count} 项标准`,
    digest: (digest) => `数据校验值 ${digest}`,
    only: (verdict, count, total) => `只列“${verdict}”的 ${count} 个，共 ${total} 个。`,
    since: (day) => `${day} 起`,
    until: (day) => `至 ${day}`,
    step: (day) => `（${day} 起）`,
    compare: '改了什么',
    compareWith: (number) => `${number} 改了什么`,
    maybe: '是不是',
    near: '相近',
    saved: (count) => `已下载 ${count} 行。`,
    notSaved: '没有生成文件，请再试一次，或改下 CSV。',
    size: (kilobytes) => `${kilobytes} KB`,
    sources: ['状态按', '目录信息截至', '数据校验值'],
    fileName: '查新',
  },
  en: {
    all: 'All',
    reading: 'Reading the list…',
    progress: (done, total) => `Checking: row ${done} of ${total}`,
    stopped: 'Stopped.',
    nothingGiven: 'Paste a list or choose a file first.',
    nothingFound: 'There is no text in the list.',
    refused: (reason) => `The list cannot be read: ${reason}.`,
    unreachable:
      'The catalogue of this library could not be loaded; check the network and try again.',
    failed: 'The list could not be checked; try again.',
    summary: (total, work) => `Numbers found: ${total}; needing attention: ${work}.`,
    allValid: (total) => `Numbers found: ${total}; all are in force.`,
    asOf: (day) => `Status on ${day}`,
    facts: (day) => `catalogue as of ${day}`,
    against: (count) => `checked against ${count} standards`,
    digest: (digest) => `digest of the data ${digest}`,
    only: (verdict, count, total) => `Only "${verdict}": ${count} of ${total}.`,
    since: (day) => `since ${day}`,
    until: (day) => `until ${day}`,
    step: (day) => ` (from ${day})`,
    compare: 'What changed',
    compareWith: (number) => `What changed in ${number}`,
    maybe: 'Is it',
    near: 'Near it',
    saved: (count) => `${count} rows downloaded.`,
    notSaved: 'The file could not be made: try again, or take the CSV.',
    size: (kilobytes) => `${kilobytes} KB`,
    sources: ['Status on', 'Facts as of', 'Digest of the data'],
    fileName: 'validity',
  },
};
