import type { Language } from '#core/model/standard.ts';

/** What the scripts of baskets say, on any page and on their own. */
interface BasketWords {
  readonly add: (number: string) => string;
  readonly addShort: string;
  readonly inShort: string;
  readonly addAll: string;
  readonly firstName: string;
  readonly newName: (at: string) => string;
  readonly added: (name: string, count: string) => string;
  readonly addedAll: (name: string, added: string, count: string) => string;
  /** Rows of a checked list that name no standard for certain. */
  readonly leftOut: (count: string) => string;
  readonly removed: (number: string, name: string) => string;
  readonly open: string;
  readonly openCount: (name: string, count: string) => string;
  readonly undo: string;
  readonly undone: string;
  readonly fault: Readonly<Record<'refused' | 'full' | 'other-version' | 'damaged', string>>;
  readonly count: (count: string) => string;
  readonly empty: string;
  readonly none: string;
  readonly unknown: string;
  readonly unreachable: string;
  readonly up: (number: string) => string;
  readonly down: (number: string) => string;
  readonly remove: (number: string) => string;
  readonly moved: (number: string, place: string) => string;
  readonly deleted: (name: string) => string;
  readonly renamed: (name: string) => string;
  readonly created: (name: string) => string;
  readonly tooMany: (most: string) => string;
  readonly sharedUnnamed: string;
  readonly shared: (name: string, count: string) => string;
  readonly sharedSame: (name: string) => string;
  readonly sharedKept: (name: string) => string;
  readonly sharedFault: Readonly<Record<'other-version' | 'damaged', string>>;
  readonly tooLong: (count: string) => string;
  readonly linkCopied: string;
  readonly linkByHand: string;
  readonly saved: (count: string) => string;
  readonly notSaved: string;
  readonly sheet: string;
  readonly columns: readonly string[];
  readonly asOf: (day: string) => string;
}

export const BASKET_WORDS: Readonly<Record<Language, BasketWords>> = {
  zh: {
    add: (number) => `放入标准篮：${number}`,
    addShort: '放入标准篮',
    inShort: '已在标准篮',
    addAll: '全部放入标准篮',
    firstName: '我的标准篮',
    newName: (at) => `标准篮 ${at}`,
    added: (name, count) => `已放入“${name}”，共 ${count} 项。`,
    addedAll: (name, added, count) => `“${name}”新增 ${added} 项，共 ${count} 项。`,
    leftOut: (count) => `${count} 行没有放入：还不能确定是哪一项标准。`,
    removed: (number, name) => `已从“${name}”取出 ${number}。`,
    open: '打开标准篮',
    openCount: (name, count) => `标准篮“${name}”，${count} 项`,
    undo: '撤销',
    undone: '已恢复。',
    fault: {
      refused:
        '这个浏览器不让本站保存内容：标准篮只在这一页打开期间有效。要留下它，请复制分享网址，或下载 JSON。',
      full: '浏览器的存储空间已满：刚才的改动没有存下，只在这一页打开期间有效。请复制分享网址，或下载 JSON。',
      'other-version':
        '浏览器里的标准篮由本站的更新版本保存，这一版读不了。原内容留着没动；下次改动前会另存一份。',
      damaged: '浏览器里的标准篮读不通。原内容留着没动；下次改动前会另存一份。',
    },
    count: (count) => `${count} 项`,
    empty: '这个标准篮还是空的。在标准页、列表、检索结果、查新结果和体系的位置上，点 ＋ 放入标准。',
    none: '还没有标准篮。在标准页、列表、检索结果、查新结果和体系的位置上，点 ＋ 放入标准，会自动建一个。',
    unknown: '本库现在没有这一项',
    unreachable: '没有取到本库的目录，暂时显示不了名称和状态，标准篮本身没有变。',
    up: (number) => `上移 ${number}`,
    down: (number) => `下移 ${number}`,
    remove: (number) => `取出 ${number}`,
    moved: (number, place) => `${number} 移到第 ${place} 位。`,
    deleted: (name) => `已删除“${name}”。`,
    renamed: (name) => `已改名为“${name}”。`,
    created: (name) => `已新建“${name}”，现在放入的标准都进这个篮。`,
    tooMany: (most) => `标准篮最多 ${most} 个，请先删去不用的。`,
    sharedUnnamed: '分享的标准篮',
    shared: (name, count) =>
      `这是别人分享的“${name}”，共 ${count} 项。它在网址里，还没有存到你的浏览器。`,
    sharedSame: (name) => `网址里的标准与你的“${name}”相同。`,
    sharedKept: (name) => `已存为“${name}”，你原有的标准篮没有变。`,
    sharedFault: {
      'other-version': '这个分享网址由本站的更新版本生成，这一版读不了。你的标准篮没有变。',
      damaged: '这个分享网址不完整，可能在转发时被截断了。你的标准篮没有变。',
    },
    tooLong: (count) =>
      `${count} 项放不进一个网址。请下载 JSON 或 XLSX 发给对方，或分成几个标准篮。`,
    linkCopied: '分享网址已复制。',
    linkByHand: '请复制这个网址：',
    saved: (count) => `已下载 ${count} 项。`,
    notSaved: '没有生成文件，请再试一次，或改下 CSV。',
    sheet: '标准篮',
    columns: [
      '序号',
      '编号',
      '名称',
      '状态',
      '状态起始日',
      '将变动日',
      '代替它的标准',
      '网址',
      '状态按',
    ],
    asOf: (day) => `状态按 ${day}`,
  },
  en: {
    add: (number) => `Put into basket: ${number}`,
    addShort: 'Put into basket',
    inShort: 'In the basket',
    addAll: 'Put all into the basket',
    firstName: 'My basket',
    newName: (at) => `Basket ${at}`,
    added: (name, count) => `Put into "${name}", which holds ${count}.`,
    addedAll: (name, added, count) => `"${name}": ${added} added, ${count} in all.`,
    leftOut: (count) => `Rows left out, whose standard is not certain: ${count}.`,
    removed: (number, name) => `${number} taken out of "${name}".`,
    open: 'Open the basket',
    openCount: (name, count) => `Basket "${name}", standards: ${count}`,
    undo: 'Undo',
    undone: 'Restored.',
    fault: {
      refused:
        'This browser lets the site keep nothing: the basket lasts as long as this page. To keep it, copy its address or download the JSON.',
      full: 'The storage of this browser is full: the last change was not kept and lasts as long as this page. Copy the address or download the JSON.',
      'other-version':
        'The baskets in this browser were kept by a later version of the site, which this one cannot read. They are untouched, and will be put aside before the next change.',
      damaged:
        'The baskets in this browser cannot be read. They are untouched, and will be put aside before the next change.',
    },
    count: (count) => `Standards: ${count}`,
    empty:
      'This basket is empty. Press + on a standard, in lists, search results, checked lists and places of systems.',
    none: 'There is no basket yet. Press + on a standard, in lists, search results, checked lists and places of systems: the first one makes a basket.',
    unknown: 'Not in this library now',
    unreachable:
      'The catalogue of this library could not be loaded, so titles and statuses are missing; the basket is unchanged.',
    up: (number) => `Move ${number} up`,
    down: (number) => `Move ${number} down`,
    remove: (number) => `Take out ${number}`,
    moved: (number, place) => `${number} is now number ${place}.`,
    deleted: (name) => `"${name}" is deleted.`,
    renamed: (name) => `Renamed "${name}".`,
    created: (name) => `"${name}" is there; what you collect now goes into it.`,
    tooMany: (most) => `There can be ${most} baskets at most: delete one first.`,
    sharedUnnamed: 'Shared basket',
    shared: (name, count) =>
      `This is "${name}", shared with you, standards: ${count}. It is in the address and not yet kept in your browser.`,
    sharedSame: (name) => `The address holds the same standards as your "${name}".`,
    sharedKept: (name) => `Kept as "${name}"; your other baskets are unchanged.`,
    sharedFault: {
      'other-version':
        'This address was made by a later version of the site, which this one cannot read. Your baskets are unchanged.',
      damaged:
        'This address is incomplete; it may have been cut when it was passed on. Your baskets are unchanged.',
    },
    tooLong: (count) =>
      `An address has no room for ${count} standards. Send the JSON or XLSX instead, or make several baskets.`,
    linkCopied: 'Address copied.',
    linkByHand: 'Copy this address: ',
    saved: (count) => `Standards downloaded: ${count}.`,
    notSaved: 'The file could not be made: try again, or take the CSV.',
    sheet: 'Basket',
    columns: [
      'No.',
      'Number',
      'Title',
      'Status',
      'Since',
      'Until',
      'Replaced by',
      'Address',
      'Status on',
    ],
    asOf: (day) => `Status on ${day}`,
  },
};
