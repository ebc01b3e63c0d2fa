import type { Language } from '#core/model/standard.ts';

/** What the part of 查新 that keeps lists says. */
interface WatchWords {
  readonly kept: (name: string) => string;
  readonly about: (count: string, day: string) => string;
  readonly checking: string;
  readonly same: (day: string) => string;
  readonly changed: (count: string, day: string) => string;
  readonly unreachable: string;
  readonly heads: readonly [written: string, before: string, now: string, successors: string];
  readonly open: string;
  readonly renew: string;
  readonly remove: string;
  /** The name of a button of one list among several. */
  readonly of: (act: string, name: string) => string;
  readonly removed: (name: string) => string;
  readonly undo: string;
  readonly faults: Readonly<Record<'refused' | 'full' | 'other-version' | 'damaged', string>>;
}

export const WATCH_WORDS: Readonly<Record<Language, WatchWords>> = {
  zh: {
    kept: (name) => `已把“${name}”记在这个浏览器里。下次打开本页，会看到它变了什么。`,
    about: (count, day) => `${count} 个编号，上次看是 ${day}`,
    checking: '正在看有没有变化…',
    same: (day) => `${day} 以来没有变化。`,
    changed: (count, day) => `${day} 以来有 ${count} 个编号变了：`,
    unreachable: '没有取到本库的目录，暂时不知道有没有变化。',
    heads: ['编号', '那时', '现在', '代替它的标准'],
    open: '查看全部',
    renew: '知道了',
    remove: '删除',
    of: (act, name) => `${act}：${name}`,
    removed: (name) => `已删除“${name}”。`,
    undo: '撤销',
    faults: {
      refused: '浏览器不让本站保存东西，清单没有记下。',
      full: '浏览器给本站的空间不够，清单没有记下；原来记住的还在。',
      'other-version': '这里有另一版本站记下的清单，现在读不了；它原样放着，没有改动。',
      damaged: '这里记下的清单已经损坏，读不出来；它原样放着，没有改动。',
    },
  },
  en: {
    kept: (name) =>
      `"${name}" is kept in this browser. When you open this page again, it shows what has changed.`,
    about: (count, day) => `${count} numbers, last looked at on ${day}`,
    checking: 'Looking for changes…',
    same: (day) => `Nothing has changed since ${day}.`,
    changed: (count, day) => `Numbers that have changed since ${day}: ${count}`,
    unreachable:
      'The catalogue of this library could not be loaded, so changes are not known for now.',
    heads: ['Number', 'Then', 'Now', 'Replaced by'],
    open: 'Show all',
    renew: 'Noted',
    remove: 'Delete',
    of: (act, name) => `${act}: ${name}`,
    removed: (name) => `"${name}" is deleted.`,
    undo: 'Undo',
    faults: {
      refused: 'The browser lets this site keep nothing; the list was not kept.',
      full: 'The browser has no room left for this site; the list was not kept, and those kept before are still here.',
      'other-version':
        'There are lists here that another version of this site has kept and this one cannot read; they are left as they are.',
      damaged: 'The lists kept here are damaged and cannot be read; they are left as they are.',
    },
  },
};
