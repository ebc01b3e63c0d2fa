/**
 * What the first hits do without: it finds what stands above the list, and draws the whole answer, its filters and its tools. Loaded
 * while the texts of a question are asked.
 */
export { createAnswerView } from './answer-view.ts';
export { findCards, renderCard } from './cards.ts';
export { createFilterView } from './filter-view.ts';
export { warmPlaceCard } from './place-card.ts';
export { createToolView } from './tool-view.ts';
