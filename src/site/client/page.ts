import './reader-day.ts';
import { startSearch } from './search/start.ts';
import { startLanguageSwitch } from './language.ts';
import { startThemeSwitch } from './theme.ts';
import { localDay } from '#search/shared/day.ts';
import { pick, statusTerms } from '#core/terms/index.ts';
import { markPrint } from './print-marks.ts';
import { refreshCountdowns, refreshStatuses } from './status.ts';

startThemeSwitch();
startLanguageSwitch();
startSearch();
const day = localDay();
refreshStatuses(day, pick(statusTerms, document.documentElement.lang === 'en' ? 'en' : 'zh'));
refreshCountdowns(day);
markPrint(day);
// What is put into baskets can wait until the page is there.
window.addEventListener('load', () => {
  void import('./basket/collect.ts').then(({ startCollecting }) => startCollecting());
});
