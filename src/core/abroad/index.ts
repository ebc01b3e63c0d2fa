export { buildBridges, findPath, listAdoptionGaps } from './bridge.ts';
export type { AdoptionGaps, Bridge, Path, Reliance } from './bridge.ts';
export { judgeEdition, listCrossings } from './crossings.ts';
export type { Crossing, Edition, NamedStandard } from './crossings.ts';
