import type { EventKind } from '#core/catalog/index.ts';
import type { Language } from '#core/model/standard.ts';

interface FeedWords {
  readonly title: string;
  readonly lead: string;
  readonly how: string;
  readonly all: string;
  /** The name of a feed, of a site: `标链：冷链物流`. */
  readonly name: (site: string, list: string) => string;
  readonly atom: string;
  readonly json: string;
  readonly calendar: string;
  /** Links of a list to its feed and its calendar. */
  readonly subscribe: string;
  readonly subscribeCalendar: string;
  /** What a link to a format is called when it is read aloud. */
  readonly of: (format: string, list: string) => string;
  readonly event: Readonly<Record<EventKind, string>>;
  /** A sentence: what happened to which standard on which day. */
  readonly sentence: Readonly<Record<EventKind, (standard: string, day: string) => string>>;
  /** Behind the sentence of an issue: the day from which the standard holds. */
  readonly from: (day: string) => string;
  readonly sample: string;
  /** The feed of drafts that are open to comments, and what it tells. */
  readonly comments: string;
  /** The feed of TBT notifications. */
  readonly tbt: string;
  readonly commentsOpen: (draft: string) => string;
  readonly commentsEnd: (draft: string) => string;
  readonly commentsSentence: (draft: string, began: string, until: string | undefined) => string;
}

export const FEED_WORDS: Readonly<Record<Language, FeedWords>> = {
  zh: {
    title: '订阅',
    lead: '不必每天来看：把下面的地址加进阅读器或日历，标准发布、实施、被代替、废止时自己会知道。',
    how: 'Atom 和 JSON Feed 供阅读器使用；日历（iCalendar）供手机和办公软件的日历按网址订阅，列出实施、复审和废止的日子。同一份名单三种格式，不需要账号，也不留下个人信息。',
    all: '全部标准',
    name: (site, list) => `${site}：${list}`,
    atom: 'Atom',
    json: 'JSON',
    calendar: '日历',
    subscribe: '订阅（Atom）',
    subscribeCalendar: '订阅日历',
    of: (format, list) => `${list}，${format}`,
    event: {
      issued: '发布',
      implemented: '实施',
      confirmed: '复审继续有效',
      superseded: '被代替',
      withdrawn: '废止',
      'review-due': '复审到期',
    },
    sentence: {
      issued: (standard, day) => `${standard}于 ${day} 发布。`,
      implemented: (standard, day) => `${standard}自 ${day} 起实施。`,
      confirmed: (standard, day) => `${standard}经复审，于 ${day} 确认继续有效。`,
      superseded: (standard, day) => `${standard}自 ${day} 起被新版代替。`,
      withdrawn: (standard, day) => `${standard}自 ${day} 起废止。`,
      'review-due': (standard, day) => `${standard}的下一次复审应在 ${day} 前完成。`,
    },
    from: (day) => `自 ${day} 起实施。`,
    sample: '样例',
    comments: '征求意见',
    tbt: 'WTO/TBT 通报',
    commentsOpen: (draft) => `征求意见：《${draft}》`,
    commentsEnd: (draft) => `意见截止：《${draft}》`,
    commentsSentence: (draft, began, until) =>
      `《${draft}》自 ${began} 起征求意见${until ? `，${until} 截止` : ''}。`,
  },
  en: {
    title: 'Subscribe',
    lead: 'No need to look every day: add one of these addresses to a feed reader or a calendar and hear when a standard is issued, comes into force, is superseded or withdrawn.',
    how: 'Atom and JSON Feed are for feed readers; the calendar (iCalendar) is for calendars of phones and offices that subscribe to an address, and lists days of implementation, review and withdrawal. No account is needed, and nothing personal is kept.',
    all: 'All standards',
    name: (site, list) => `${site}: ${list}`,
    atom: 'Atom',
    json: 'JSON',
    calendar: 'Calendar',
    subscribe: 'Subscribe (Atom)',
    subscribeCalendar: 'Subscribe to the calendar',
    of: (format, list) => `${list}, ${format}`,
    event: {
      issued: 'Issued',
      implemented: 'In force',
      confirmed: 'Reaffirmed',
      superseded: 'Superseded',
      withdrawn: 'Withdrawn',
      'review-due': 'Review due',
    },
    sentence: {
      issued: (standard, day) => `${standard} was issued on ${day}.`,
      implemented: (standard, day) => `${standard} is in force from ${day}.`,
      confirmed: (standard, day) => `${standard} was reviewed and reaffirmed on ${day}.`,
      superseded: (standard, day) => `${standard} is superseded from ${day}.`,
      withdrawn: (standard, day) => `${standard} is withdrawn from ${day}.`,
      'review-due': (standard, day) => `The next review of ${standard} has to be done by ${day}.`,
    },
    from: (day) => ` It is in force from ${day}.`,
    sample: 'SAMPLE',
    comments: 'Open to comments',
    tbt: 'WTO/TBT notifications',
    commentsOpen: (draft) => `Open to comments: ${draft}`,
    commentsEnd: (draft) => `Comments end: ${draft}`,
    commentsSentence: (draft, began, until) =>
      `${draft} is open to comments from ${began}${until ? ` to ${until}` : ''}.`,
  },
};
