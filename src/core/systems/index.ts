export { buildSystem, buildSystems } from './build.ts';
export type {
  Branch,
  KnownSystems,
  Node,
  Place,
  Standing,
  System,
  SystemFacets,
  SystemFacts,
  Systems,
} from './build.ts';
export { codeSortKey, codesOfRows } from './codes.ts';
export type { Counts } from './counts.ts';
export { coverageByYear } from './coverage.ts';
export type { CoverageYear } from './coverage.ts';
export { drawable, findUndrawn, listDrawnEdges, mostDrawnEdges } from './drawable.ts';
export { gapsOf, isEmpty, oldRowsOf } from './gaps.ts';
export type { AdoptionCounts, Gaps, OldRow } from './gaps.ts';
export { issuePlans } from './issue.ts';
export { locate } from './model.ts';
export type {
  AdoptionFact,
  BranchModel,
  EdgeModel,
  NodeModel,
  Plan,
  RowModel,
  MaybeBilingual,
  SystemFrame,
  SystemModel,
} from './model.ts';
export { readSystem } from './read.ts';
export type { ReadSystem } from './read.ts';
export { adoptionOfEntry } from './row.ts';
export type { Adoption, RowState, RowSubject, SystemRow } from './row.ts';
export { chainStages, idPattern, roles, systemKinds } from './schema.ts';
export type { ChainStage, LevelWord, PlanStage, Role, SystemKind } from './schema.ts';
export { listKnownPlaces, suggestRows } from './suggest/list.ts';
export type { ProposedRow } from './suggest/list.ts';
export { buildSuggester } from './suggest/suggest.ts';
export type { Confidence, KnownPlace } from './suggest/suggest.ts';
export { writeProposals } from './suggest/write-proposals.ts';
export { detailOf, statisticsOf } from './statistics.ts';
export type { DetailLine, Statistics, StatisticsCell, StatisticsLine } from './statistics.ts';
