import './reader-day.ts';
import { startSearch } from './search/start.ts';
import { startLanguageSwitch } from './language.ts';
import { startThemeSwitch } from './theme.ts';
import { pick, statusTerms } from '#core/terms/index.ts';
import { markPrint } from './print-marks.ts';
import { startDayPicker } from './day-picker.ts';
import { shownDay, startKeepingDay } from './shown-day.ts';
import { refreshBanners, refreshCountdowns, refreshStatuses } from './status.ts';

startThemeSwitch();
startLanguageSwitch();
startSearch();
startKeepingDay();
startDayPicker();
const shown = shownDay();
const { day, today, fault } = shown;
refreshStatuses(day, pick(statusTerms, document.documentElement.lang === 'en' ? 'en' : 'zh'));
refreshCountdowns(day);
refreshBanners(day);
markPrint(today);
// The page of a list to check has a field for its day.
const isOther = day !== today && !document.querySelector('[data-validity]');
if (isOther || fault !== undefined)
  void import('./on-day/start.ts').then(({ startOnDay }) => startOnDay(shown));
// What is put into baskets can wait until the page is there.
window.addEventListener('load', () => {
  void import('./basket/collect.ts').then(({ startCollecting }) => startCollecting());
});
