import './reader-day.ts';
import { startSearch } from './search/start.ts';
import { startLanguageSwitch } from './language.ts';
import { startThemeSwitch } from './theme.ts';
import { localDay } from '#search/shared/day.ts';
import { markPrint } from './print-marks.ts';
import { refreshCountdowns, refreshStatuses } from './status.ts';

const words = {
  zh: {},
  en: {
    草案: 'Draft',
    即将实施: 'Not yet in force',
    现行: 'In force',
    被代替: 'Superseded',
    废止: 'Withdrawn',
    未知: 'Status unknown',
  },
};

startThemeSwitch();
startLanguageSwitch();
startSearch();
const day = localDay();
refreshStatuses(day, document.documentElement.lang === 'en' ? words.en : words.zh);
refreshCountdowns(day);
markPrint(day);
