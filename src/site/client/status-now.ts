import './reader-day.ts';
import { once } from '#core/base/memo.ts';
import { pick, statusTerms } from '#core/terms/index.ts';
import { markPrint } from './print-marks.ts';
import { shownDay } from './shown-day.ts';
import { refreshBanners, refreshCountdowns, refreshStatuses } from './status.ts';

/** Brings statuses, and what is said of days, to the day that the page shows; once. */
export const showStatusNow = once(() => {
  const { day, today } = shownDay();
  refreshStatuses(day, pick(statusTerms, document.documentElement.lang === 'en' ? 'en' : 'zh'));
  refreshCountdowns(day);
  refreshBanners(day);
  markPrint(today);
});
