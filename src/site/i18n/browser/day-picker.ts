import type { Language } from '#core/model/standard.ts';

/** What every page with a status says of days. */
interface DayPickerWords {
  readonly pick: string;
  readonly day: string;
  readonly show: string;
  readonly today: string;
  readonly thatDay: string;
}

export const DAY_PICKER: Readonly<Record<Language, DayPickerWords>> = {
  zh: {
    pick: '看某一天的状态',
    day: '日期',
    show: '看这一天',
    today: '今天',
    thatDay: '所看的这一天',
  },
  en: {
    pick: 'Status on another day',
    day: 'Day',
    show: 'Show this day',
    today: 'today',
    thatDay: 'the day shown',
  },
};
