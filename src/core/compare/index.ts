export { compareInSteps, compareTexts } from './compare.ts';
export type * from './model.ts';
export { changeKinds } from './model.ts';
