export { composeTypst } from './document.ts';
export type { PrintFacts } from './document.ts';
export { figureFolder } from './figures.ts';
export { translateMath } from './math.ts';
export { describeCover } from './describe.ts';
export type { PrintOptions } from './describe.ts';
export type { CoverFacts } from './cover.ts';
