import type { Language } from '#core/model/standard.ts';

interface OfflinePageWords {
  readonly title: string;
  readonly lead: string;
  readonly noScript: string;
  readonly taken: string;
  readonly read: string;
  readonly readLead: string;
}

/** The page of what is kept on a device; it stands in for a page that is not, so it says what that means first. */
export const OFFLINE_PAGE: Readonly<Record<Language, OfflinePageWords>> = {
  zh: {
    title: '离线阅读',
    lead: '没有网络时，下面这些网页还能打开。别的网页要等连上网络。',
    noScript: '离线阅读要用脚本。有网络时，不用脚本也能读每一页。',
    taken: '带走的',
    read: '读过的',
    readLead: '最近读过的 120 页，自动存在这台设备上。打开时页首写明是哪一天存的。',
  },
  en: {
    title: 'Reading off-line',
    lead: 'Without a network these pages still open. Any other page has to wait for one.',
    noScript: 'Reading off-line needs scripts. With a network every page can be read without them.',
    taken: 'Taken along',
    read: 'Read before',
    readLead:
      'The last 120 pages that were read, kept on this device by themselves. Each says at its top on which day it was kept.',
  },
};
