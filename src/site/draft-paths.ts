import { projectPath } from './lifecycle-paths.ts';

/** The text of a project that is open to comments: `/lifecycle/sf2026-014/draft/`. */
export const draftPath = (project: string): string => `${projectPath(project)}draft/`;

/** What was said about a draft and what became of it: `/lifecycle/sf2026-014/comments/`. */
export const commentsPath = (project: string): string => `${projectPath(project)}comments/`;
