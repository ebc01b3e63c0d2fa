export { applyPlan } from './apply.ts';
export type { Applied, ApplyOptions } from './apply.ts';
export { diffPlan } from './diff.ts';
export { draftPlan } from './draft-plan.ts';
export type { PlanDraft } from './draft-plan.ts';
export { ActRefused } from './plan.ts';
export type { ActPlan, FileChange } from './plan.ts';
export { actStages } from './stages.ts';
export type { ActStage } from './stages.ts';
