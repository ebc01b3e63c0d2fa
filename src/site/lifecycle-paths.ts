/** The making of standards: projects, what is due and by when; without language and base. */
export const lifecyclePath = '/lifecycle/';

/** The page of a project: `/lifecycle/sf2026-014/`. */
export const projectPath = (id: string): string => `${lifecyclePath}${id}/`;

/** The plan (立项计划) of a year: `/lifecycle/plan/2026/`. */
export const planPath = (year: number): string => `${lifecyclePath}plan/${year}/`;
