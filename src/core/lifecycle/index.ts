export { buildLives, findIssued } from './build.ts';
export type { Life, LifecycleParts } from './build.ts';
export { lasts, listDues, stageNamesEn, stepOn } from './life.ts';
export type { Due, LifeStep } from './life.ts';
export {
  findReviewYears,
  isProjectId,
  locateInProject,
  noDeadlines,
  readDeadlines,
  readProject,
  readProjectKinds,
} from './read.ts';
export type { ProjectModel } from './read.ts';
export type { DeadlinesFile, Limit, ProjectKind } from './schema.ts';
