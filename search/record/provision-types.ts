import type { ProvisionType } from '#core/model/standard.ts';

/** All types of provisions, in the order a reader sees them and the index keeps them. */
export const provisionTypes = [
  'requirement',
  'instruction',
  'recommendation',
  'permission',
  'capability',
  'possibility',
  'statement',
] as const satisfies readonly ProvisionType[];
