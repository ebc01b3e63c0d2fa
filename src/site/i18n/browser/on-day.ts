import type { Language } from '#core/model/standard.ts';

/** What a page says when it shows another day than today. */
interface DayWords {
  readonly shown: (day: string) => string;
  readonly back: string;
  readonly fault: (asked: string, today: string) => string;
  /** Of lists and counts, which know no days before those of the site. */
  readonly listsStay: string;
  /** Of systems, whose counts reach back to a day; said in place of the day. */
  readonly figuresStay: (day: string, since: string) => string;
  readonly figures: (day: string) => string;
  readonly unreachable: string;
  /** Printed beside the status. */
  readonly printed: (day: string) => string;
  /** After the day of a change, of one to come and of one that was past on the day shown. */
  readonly left: (days: number) => string;
  readonly past: (days: number) => string;
  readonly and: string;
  readonly notIssued: (day: string, issued?: string) => string;
  readonly upcoming: (day: string, from?: string) => string;
  readonly inForce: (day: string) => string;
  readonly usedThen: string;
  readonly announced: (from: string) => string;
  readonly afterwards: (from: string) => string;
  readonly endsOn: (until: string) => string;
  readonly superseded: (since?: string) => string;
  readonly withdrawn: (since?: string) => string;
  readonly unknown: (day: string) => string;
  readonly heard: (asOf: string, status: string, day: string) => string;
  readonly draft: string;
}

const count = (days: number): string => `${days} ${days === 1 ? 'day' : 'days'}`;

export const DAY_WORDS: Readonly<Record<Language, DayWords>> = {
  zh: {
    shown: (day) => `这里显示的是 ${day} 的状态。`,
    back: '回到今天',
    fault: (asked, today) => `网址里的“${asked}”不是一个日期，下面是今天（${today}）的状态。`,
    listsStay: '名单、数目和筛选仍按今天。',
    figuresStay: (day, since) =>
      `体系的数目、标志和清单只能回到 ${since}，没有 ${day} 的；下面是今天的。`,
    figures: (day) => `状态和数目按 ${day}。`,
    unreachable: '没有取到算这一天状态要用的数据，下面仍是今天的状态；请检查网络后刷新。',
    printed: (day) => `状态截至 ${day}`,
    left: (days) => `，离这一天还有 ${days} 天`,
    past: (days) => `，到这一天已有 ${days} 天`,
    and: '、',
    notIssued: (day, issued) => `${day} 这一天，本标准尚未发布${issued ? `；${issued} 发布` : ''}`,
    upcoming: (day, from) =>
      `${day} 这一天，本标准已经发布，${from ? `${from} 才实施` : '还没有实施'}`,
    inForce: (day) => `${day} 这一天，本标准现行`,
    usedThen: '当时现行的是：',
    announced: (from) => `代替它的标准已经发布，${from} 起实施`,
    afterwards: (from) => `后来自 ${from} 起被代替`,
    endsOn: (until) => `${until} 起废止`,
    superseded: (since) => `本标准${since ? `自 ${since} 起` : '已'}被代替`,
    withdrawn: (since) => `本标准${since ? `自 ${since} 起` : '已'}废止`,
    unknown: (day) => `没有 ${day} 这一天的状态信息`,
    heard: (asOf, status, day) =>
      `只知道 ${asOf} 时它的状态是“${status}”，不知道 ${day} 这一天是否有效`,
    draft: '本文件是草案，不是已发布的标准',
  },
  en: {
    shown: (day) => `Shown here: statuses on ${day}.`,
    back: 'Back to today',
    fault: (asked, today) =>
      `"${asked}" in the address is not a day; shown below are the statuses of today (${today}).`,
    listsStay: 'Which entries are listed, counts and filters are those of today.',
    figuresStay: (day, since) =>
      `Counts, marks and lists of systems reach back to ${since} only, not to ${day}; what follows is as of today.`,
    figures: (day) => `Statuses and counts as of ${day}.`,
    unreachable:
      'The data for that day could not be loaded; shown below are the statuses of today. Check the network and reload.',
    printed: (day) => `Status on ${day}`,
    left: (days) => `, ${count(days)} after this day`,
    past: (days) => `, ${count(days)} before this day`,
    and: ', ',
    notIssued: (day, issued) =>
      `On ${day} this standard had not been issued${issued ? `; it was issued on ${issued}` : ''}`,
    upcoming: (day, from) =>
      `On ${day} this standard had been issued and was not in force${from ? `; it is in force from ${from}` : ''}`,
    inForce: (day) => `On ${day} this standard was in force`,
    usedThen: 'In force then: ',
    announced: (from) => `its successor had been issued, in force from ${from}`,
    afterwards: (from) => `it was superseded later, from ${from}`,
    endsOn: (until) => `withdrawn from ${until}`,
    superseded: (since) => `This standard had been superseded${since ? ` since ${since}` : ''}`,
    withdrawn: (since) => `This standard had been withdrawn${since ? ` since ${since}` : ''}`,
    unknown: (day) => `Nothing is known of the status on ${day}`,
    heard: (asOf, status, day) =>
      `Known only as of ${asOf} ("${status}"); whether it was in force on ${day} is not known`,
    draft: 'This document is a draft, not a published standard',
  },
};
