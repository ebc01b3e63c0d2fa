import type { Language } from '#core/model/standard.ts';

/** What the scripts of reading off-line say. */
interface OfflineWords {
  readonly take: (pages: number) => string;
  readonly taking: (done: number, pages: number, size: string) => string;
  readonly taken: (pages: number, size: string, day: string) => string;
  readonly missing: (pages: number) => string;
  readonly renew: string;
  readonly remove: string;
  readonly removed: string;
  /** The button of one of several. */
  readonly removeOf: (title: string) => string;
  readonly list: string;
  readonly nothingTaken: string;
  readonly nothingRead: string;
  readonly readOn: (day: string) => string;
  readonly clear: string;
  readonly cleared: string;
  readonly halved: string;
  readonly fault: Readonly<Record<'insecure' | 'refused' | 'full' | 'unreached', string>>;
}

const count = (pages: number): string => `${pages} ${pages === 1 ? 'page' : 'pages'}`;

export const OFFLINE_WORDS: Readonly<Record<Language, OfflineWords>> = {
  zh: {
    take: (pages) => `带走离线读（${pages} 页）`,
    taking: (done, pages, size) => `正在存：${done}/${pages} 页，${size}`,
    taken: (pages, size, day) =>
      `已存在这台设备上：${pages} 页，${size}，${day} 的样子。没有网络也能打开。`,
    missing: (pages) => `有 ${pages} 页网站上没有，没存。`,
    renew: '存成今天的',
    remove: '删除',
    removed: '已从这台设备上删除。',
    removeOf: (title) => `删除：${title}`,
    list: '存下的网页',
    nothingTaken: '还没有。在课程页、标准篮页上按“带走离线读”。',
    nothingRead: '还没有。',
    readOn: (day) => `${day} 读过`,
    clear: '清除读过的',
    cleared: '读过的网页已从这台设备上清除。',
    halved: '这台设备上的存储空间满了：较早读过的网页已清除一半。带走的都还在。',
    fault: {
      insecure: '这个地址不是 https，浏览器不让网页离线保存。照样可以在线阅读。',
      refused: '这个浏览器不让网站保存网页（无痕窗口里常是这样）。照样可以在线阅读。',
      full: '存储空间不够，没有存下。删掉一些存下的网页，或清理设备后再试。照样可以在线阅读。',
      unreached: '连不上网站，没有取全。原来存下的没有动；有网络时再试。',
    },
  },
  en: {
    take: (pages) => `Take along to read off-line (${count(pages)})`,
    taking: (done, pages, size) => `Keeping: ${done} of ${count(pages)}, ${size}`,
    taken: (pages, size, day) =>
      `Kept on this device: ${count(pages)}, ${size}, as of ${day}. It opens without a network.`,
    missing: (pages) => `${count(pages)} not kept: not on the site.`,
    renew: 'Keep as of today',
    remove: 'Remove',
    removed: 'Removed from this device.',
    removeOf: (title) => `Remove: ${title}`,
    list: 'What is kept',
    nothingTaken: 'Nothing yet. Press “Take along” on the page of a course or of a basket.',
    nothingRead: 'Nothing yet.',
    readOn: (day) => `read on ${day}`,
    clear: 'Clear what was read',
    cleared: 'The pages that were read are cleared from this device.',
    halved:
      'This device has no room left: half of the pages that were read, the older ones, are cleared. What you took along is still here.',
    fault: {
      insecure:
        'This address is not https, so browsers keep no pages for reading off-line. Reading on-line works as ever.',
      refused:
        'This browser does not let sites keep pages (private windows often do not). Reading on-line works as ever.',
      full: 'There is not enough room, and nothing was kept. Remove something that is kept, or free space on the device, and try again. Reading on-line works as ever.',
      unreached:
        'The site could not be reached, and not everything was fetched. What was kept before is as it was; try again with a network.',
    },
  },
};
