export { elementOf } from './elements.ts';
export type { ElementKind } from './elements.ts';
export { startGlossing } from './gloss.ts';
export { readGuide } from './read-guide.ts';
export { findRemarks } from './remarks.ts';
export type {
  BlockKind,
  BlockRemark,
  NamedStandard,
  OwnTarget,
  Remark,
  SentenceRemark,
} from './remarks.ts';
