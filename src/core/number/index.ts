export type {
  Amendment,
  Degree,
  Family,
  Form,
  Nature,
  ParseResult,
  Reason,
  StandardNumber,
} from './types.ts';
export { families } from './types.ts';
export { parseNumber } from './parse.ts';
export { listWrongMarks } from './wrong-marks.ts';
export type { WrongMark } from './wrong-marks.ts';
export { classifyNature, statedNatures } from './nature.ts';
export type { StatedNature } from './nature.ts';
export {
  amendedKey,
  formatNumber,
  writeKey,
  numberKey,
  numberSlug,
  undatedKey,
  sameUndated,
} from './format.ts';
export { compareNumbers } from './compare.ts';
export { findNumbers } from './find.ts';
export { listMembers } from './members.ts';
export { stemsOf, stemsOfNumber } from './stems.ts';
export { readNumberLine, readNumberLines } from './lines.ts';
export type { LineNumber, NumberLine } from './lines.ts';
export type { FoundNumber } from './find.ts';
export { buildNumberIndex, nearestNumbers } from './nearest.ts';
export type { MatchLevel, NumberIndex, NumberMatch } from './nearest.ts';
export { rankPlatforms } from './platforms.ts';
