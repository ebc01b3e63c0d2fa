import './reader-day.ts';
import { startClauseReferences } from './clause-references.ts';
import { startContents } from './contents.ts';
import { markEditions } from './editions.ts';
import { startFigures } from './figures.ts';
import { startHoverCards } from './hover-card.ts';
import { measureFormulae } from './print-marks.ts';
import { startReadingBar } from './reading-bar.ts';
import { followPlace } from './reading-place.ts';
import { startTables } from './tables.ts';
import { startVerbSwitch } from './verb-switch.ts';

const body = document.querySelector<HTMLElement>('.document');
if (body) {
  startHoverCards(body);
  startFigures(body);
  startTables(body);
  startVerbSwitch(body);
}
markEditions();
const tellers = [startContents(), startReadingBar(), startClauseReferences()];
followPlace((place) => {
  for (const tell of tellers) tell(place);
});
document.querySelector('.print-button')?.addEventListener('click', () => window.print());
window.addEventListener('beforeprint', measureFormulae);
