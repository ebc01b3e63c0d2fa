export { compareInSteps, compareTexts } from './compare.ts';
export { changeKinds } from './model.ts';
export type * from './model.ts';
export { readExport } from './read-export.ts';
export type { CompareProgress } from './section-context.ts';
export { listRecords, tabulateChanges } from './table.ts';
export type { ChangeRecord } from './table.ts';
export { nameChange, nameDirection } from './words.ts';
