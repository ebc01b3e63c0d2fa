import { startDayPicker } from './day-picker.ts';
import { afterFirstResults } from './first-results.ts';
import { startKeepingDay } from './keep-day.ts';
import { startLanguageSwitch } from './language.ts';
import { startSearch } from './search/start.ts';
import { shownDay } from './shown-day.ts';
import { startOffline } from './offline/start.ts';
import { showStatusNow } from './status-now.ts';
import { startThemeSwitch } from './theme.ts';

/** Starts what answers to the reader, on every page. */
export function startPageTools(): void {
  startThemeSwitch();
  startLanguageSwitch();
  startSearch();
  startKeepingDay();
  startDayPicker();
  showStatusNow();
  if (document.querySelector('.reading-bar'))
    void import('./reading-tools.ts').then(({ startReadingTools }) => startReadingTools());
  const shown = shownDay();
  // The page of a list to check has a field for its day.
  const isOther = shown.day !== shown.today && !document.querySelector('[data-validity]');
  if (isOther || shown.fault !== undefined)
    void import('./on-day/start.ts').then(({ startOnDay }) => startOnDay(shown));
  startOffline();
  // It marks what is listed: on a slow network what lists comes first.
  afterFirstResults(() => {
    void import('./basket/collect.ts').then(({ startCollecting }) => startCollecting());
  });
}
