export {
  locateInProject,
  noDeadlines,
  readDeadlines,
  readProject,
  readProjectKinds,
} from './read.ts';
export type { ProjectModel } from './read.ts';
export type { DeadlinesFile, Limit, Paper, ProjectKind, ProjectStep, Span } from './schema.ts';
