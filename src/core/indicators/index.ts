export { buildIndicators } from './build.ts';
export type {
  BuiltGroup,
  BuiltIndicator,
  BuiltIndicators,
  StatedValue,
  Statement,
} from './build.ts';
export { boundsOf, decisiveBound, levelOf, meets } from './judge.ts';
export type { AskedValue, Better } from './judge.ts';
export { readOwnValue } from './read-own.ts';
export type { OwnValue } from './read-own.ts';
export { readIndicatorGroup } from './read.ts';
export type { IndicatorGroup } from './read.ts';
export type { IndicatorKind } from './schema.ts';
