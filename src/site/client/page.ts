import './reader-day.ts';
import { afterFirstPaint } from './first-paint.ts';
import { markPrint } from './print-marks.ts';
import { shownDay } from './shown-day.ts';

markPrint(shownDay().today);
// Statuses that a day changes are seen at once; what answers to the reader can wait until the page is there.
if (document.querySelector('.status[data-facts], [data-countdown]'))
  void import('./status-now.ts').then(({ showStatusNow }) => showStatusNow());
afterFirstPaint(() => {
  void import('./page-tools.ts').then(({ startPageTools }) => startPageTools());
});
