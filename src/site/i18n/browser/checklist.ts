import type { Language } from '#core/model/standard.ts';

/** What the script of the checklist says. */
interface ChecklistWords {
  readonly loading: (done: string, total: string) => string;
  readonly stopped: (done: string, total: string) => string;
  readonly failed: (number: string) => string;
  readonly notHosted: (numbers: string) => string;
  readonly unknownBasket: string;
  readonly unknownPlace: string;
  readonly badAddress: string;
  readonly notFound: (number: string) => string;
  readonly none: string;
  readonly nothingLeft: string;
  readonly summary: (total: string, done: string) => string;
  readonly shown: (count: string) => string;
  readonly only: (count: string, total: string) => string;
  readonly tick: (label: string, text: string) => string;
  readonly record: string;
  readonly recordOf: (label: string) => string;
  readonly note: string;
  readonly person: string;
  readonly date: string;
  readonly close: string;
  readonly condition: string;
  readonly proposed: string;
  readonly edition: (number: string) => string;
  readonly heads: Readonly<
    Record<'tick' | 'type' | 'clause' | 'text' | 'object' | 'limit' | 'verify' | 'record', string>
  >;
  readonly lostReason: Readonly<Record<'changed' | 'gone' | 'not-listed' | 'differs', string>>;
  readonly lostNow: string;
  readonly take: string;
  readonly remove: string;
  readonly ticked: string;
  readonly unticked: string;
  readonly fault: Readonly<Record<'refused' | 'full' | 'other-version' | 'damaged', string>>;
  readonly fileVersion: (version: string) => string;
  readonly fileDamaged: string;
  readonly fileUnreadable: string;
  readonly fileRead: (placed: string, lost: string) => string;
  readonly fileLeft: (count: string) => string;
  readonly savedFile: string;
  readonly exported: (count: string) => string;
  readonly notSaved: string;
  readonly sheet: string;
  readonly fileName: string;
  readonly several: (first: string, count: string) => string;
  readonly countOf: (count: string) => string;
}

export const CHECKLIST_WORDS: Readonly<Record<Language, ChecklistWords>> = {
  zh: {
    loading: (done, total) => `正在取标准正文：${done} / ${total} 项`,
    stopped: (done, total) => `已停止，取到 ${done} / ${total} 项。`,
    failed: (number) => `没有取到 ${number}`,
    notHosted: (numbers) => `本库没有正文，列不出条款：${numbers}。`,
    unknownBasket: '这个浏览器里没有网址所指的标准篮。',
    unknownPlace: '没有取到网址所指的体系位置。',
    badAddress: '网址不完整，读不出要列哪些标准。',
    notFound: (number) => `本库没有“${number}”的正文。`,
    none: '这些标准里没有识别出条款。',
    nothingLeft: '没有符合筛选的条款。',
    summary: (total, done) => `共 ${total} 条，已勾 ${done} 条`,
    shown: (count) => `筛选后 ${count} 条`,
    only: (count, total) => `筛选后 ${count} 条，共 ${total} 条`,
    tick: (label, text) => `完成：${label} ${text}`,
    record: '记录',
    recordOf: (label) => `记录：${label}`,
    note: '备注',
    person: '责任人',
    date: '日期',
    close: '收起',
    condition: '条件',
    proposed: '建议',
    edition: (number) => `沿用 ${number} 的记录`,
    heads: {
      tick: '完成',
      type: '类型',
      clause: '条',
      text: '内容',
      object: '对象',
      limit: '限值',
      verify: '验证',
      record: '记录',
    },
    lostReason: {
      changed: '条文已变',
      gone: '条文已没有',
      'not-listed': '标准不在这份清单里',
      differs: '与现有记录不同',
    },
    lostNow: '现在的条文',
    take: '记到现在的条文上',
    remove: '移除',
    ticked: '已勾',
    unticked: '未勾',
    fault: {
      refused: '这个浏览器不让本站保存内容：勾选和记录只在这一页打开期间有效，离开前请“存为文件”。',
      full: '浏览器的存储空间已满：刚才的改动没有存下，离开前请“存为文件”。',
      'other-version':
        '浏览器里这份清单的记录由本站的更新版本保存，这一版读不了。原内容已另存一份，没有丢。',
      damaged: '浏览器里这份清单的记录读不通。原内容已另存一份，没有丢。',
    },
    fileVersion: (version) =>
      `这份文件是清单格式第 ${version} 版，这一版的站只认第 1 版。清单没有变，文件请留好。`,
    fileDamaged: '这不是本站存下的清单文件，或者文件已损坏。清单没有变。',
    fileUnreadable: '读不了这个文件，请再选一次。',
    fileRead: (placed, lost) =>
      `读入 ${placed} 条记录${lost === '0' ? '' : `，另有 ${lost} 条对不上，列在下面`}。`,
    fileLeft: (count) => `文件里有 ${count} 条不成记录，没有读入。`,
    savedFile: '已存为文件。',
    exported: (count) => `已下载 ${count} 条。`,
    notSaved: '没有生成文件，请再试一次，或改下 CSV。',
    sheet: '条款清单',
    fileName: '条款清单',
    several: (first, count) => `${first} 等 ${count} 项标准`,
    countOf: (count) => `（${count}）`,
  },
  en: {
    loading: (done, total) => `Loading texts: ${done} of ${total}`,
    stopped: (done, total) => `Stopped at ${done} of ${total}.`,
    failed: (number) => `${number} could not be loaded`,
    notHosted: (numbers) => `Their texts are not here, so nothing can be listed: ${numbers}.`,
    unknownBasket: 'This browser does not have the basket of the address.',
    unknownPlace: 'The place of the address could not be loaded.',
    badAddress: 'The address is incomplete: which standards to list cannot be read from it.',
    notFound: (number) => `The text of "${number}" is not here.`,
    none: 'No provision was found in these standards.',
    nothingLeft: 'No provision is left by the filter.',
    summary: (total, done) => `Provisions: ${total}, ticked: ${done}`,
    shown: (count) => `Left by the filter: ${count}`,
    only: (count, total) => `Left by the filter: ${count} of ${total}`,
    tick: (label, text) => `Done: ${label} ${text}`,
    record: 'Record',
    recordOf: (label) => `Record: ${label}`,
    note: 'Note',
    person: 'Responsible',
    date: 'Date',
    close: 'Close',
    condition: 'Condition',
    proposed: 'proposed',
    edition: (number) => `Record of ${number}`,
    heads: {
      tick: 'Done',
      type: 'Type',
      clause: 'Clause',
      text: 'Text',
      object: 'Object',
      limit: 'Limit',
      verify: 'Verified by',
      record: 'Record',
    },
    lostReason: {
      changed: 'The text has changed',
      gone: 'The provision is gone',
      'not-listed': 'The standard is not in this list',
      differs: 'There is another record',
    },
    lostNow: 'What stands there now',
    take: 'Put it there',
    remove: 'Remove',
    ticked: 'ticked',
    unticked: 'not ticked',
    fault: {
      refused:
        'This browser lets the site keep nothing: ticks and records last as long as this page. Save them to a file before you leave.',
      full: 'The storage of this browser is full: the last change was not kept. Save to a file before you leave.',
      'other-version':
        'The records of this list were kept by a later version of the site, which this one cannot read. They have been put aside and are not lost.',
      damaged:
        'The records of this list cannot be read. They have been put aside and are not lost.',
    },
    fileVersion: (version) =>
      `This file is version ${version} of the format; this site reads version 1. The list is unchanged; keep the file.`,
    fileDamaged: 'This is no checklist saved here, or the file is damaged. The list is unchanged.',
    fileUnreadable: 'The file cannot be read; choose it again.',
    fileRead: (placed, lost) =>
      `Records placed: ${placed}${lost === '0' ? '' : `; without a place, listed below: ${lost}`}.`,
    fileLeft: (count) => `Entries of the file that are no records: ${count}.`,
    savedFile: 'Saved to a file.',
    exported: (count) => `Provisions downloaded: ${count}.`,
    notSaved: 'The file could not be made: try again, or take the CSV.',
    sheet: 'Checklist',
    fileName: 'checklist',
    several: (first, count) => `${first} and others, standards: ${count}`,
    countOf: (count) => ` (${count})`,
  },
};
