import './reader-day.ts';
import { afterFirstPaint } from './first-paint.ts';
import { markPrint } from './print-marks.ts';
import { shownDay } from './shown-day.ts';

markPrint(shownDay().today);
// What answers to the reader can wait until the page is there.
afterFirstPaint(() => {
  void import('./page-tools.ts').then(({ startPageTools }) => startPageTools());
});
