import type { DueState } from '#core/lifecycle/due-state.ts';
import type { Language } from '#core/model/standard.ts';

/** What the script of the board says: counts of days, totals and the month. */
interface DueWords {
  readonly state: Readonly<Record<DueState, (days: number) => string>>;
  readonly totals: (late: number, soon: number) => string;
  /** Of a group: only what is not nothing. */
  readonly near: (late: number, soon: number) => string;
  readonly shown: (projects: number, dues: number) => string;
  readonly none: string;
  readonly month: (year: number, month: number) => string;
  readonly weekdays: readonly string[];
}

/** What the head of a group says of its rows, on the page and by its script. */
interface GroupWords {
  readonly things: (count: number) => string;
  readonly counted: (count: number) => string;
}

export const GROUP_WORDS: Readonly<Record<Language, GroupWords>> = {
  zh: { things: (count) => `${count} 件`, counted: (count) => `${count} 个项目` },
  en: {
    things: (count) => `${count} ${count === 1 ? 'thing' : 'things'}`,
    counted: (count) => `${count} ${count === 1 ? 'project' : 'projects'}`,
  },
};

export const DUE_WORDS: Readonly<Record<Language, DueWords>> = {
  zh: {
    state: {
      late: (days) => `超期 ${days} 天`,
      soon: (days) => (days === 0 ? '今天到期' : `还有 ${days} 天`),
      later: (days) => (days > 730 ? `约 ${Math.round(days / 365.25)} 年后` : `还有 ${days} 天`),
      waits: (days) => `再过 ${days} 天可以结束`,
      open: () => '可以结束',
    },
    totals: (late, soon) => `超期 ${late} 件，30 天内到期 ${soon} 件`,
    near: (late, soon) =>
      [late > 0 && `超期 ${late} 件`, soon > 0 && `30 天内 ${soon} 件`].filter(Boolean).join('，'),
    shown: (projects, dues) => `${projects} 个项目，${dues} 件待办`,
    none: '没有符合条件的项目和待办。',
    month: (year, month) => `${year} 年 ${month} 月`,
    weekdays: ['一', '二', '三', '四', '五', '六', '日'],
  },
  en: {
    state: {
      late: (days) => `${days} ${days === 1 ? 'day' : 'days'} late`,
      soon: (days) => (days === 0 ? 'due today' : `${days} ${days === 1 ? 'day' : 'days'} left`),
      later: (days) =>
        days > 730 ? `in about ${Math.round(days / 365.25)} years` : `${days} days left`,
      waits: (days) => `may end in ${days} ${days === 1 ? 'day' : 'days'}`,
      open: () => 'may end',
    },
    totals: (late, soon) => `${late} late, ${soon} due within 30 days`,
    near: (late, soon) =>
      [late > 0 && `${late} late`, soon > 0 && `${soon} within 30 days`].filter(Boolean).join(', '),
    shown: (projects, dues) =>
      `${projects} ${projects === 1 ? 'project' : 'projects'}, ${dues} ${dues === 1 ? 'thing' : 'things'} to do`,
    none: 'No project and nothing due fits.',
    month: (year, month) =>
      `${['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'][month - 1] ?? ''} ${year}`,
    weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  },
};
