import styles from '#site/styles/reading-tools.css?url';
import { startClauseReferences } from './clause-references.ts';
import { startContents } from './contents.ts';
import { markEditions } from './editions.ts';
import { startFigures } from './figures.ts';
import { startHoverCards } from './hover-card.ts';
import { measureFormulae } from './formula-widths.ts';
import { startReadingBar } from './reading-bar.ts';
import { followPlace } from './reading-place.ts';
import { startTables } from './tables.ts';
import { startVerbSwitch } from './verb-switch.ts';
import { loadSheet } from './load-sheet.ts';

/** Starts what answers to the reader of a standard: cards, contents, the bar, the place in the text. */
export function startReadingTools(): void {
  void loadSheet(styles);
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
  document.querySelector<HTMLElement>('.standard')?.setAttribute('data-ready', '');
}
