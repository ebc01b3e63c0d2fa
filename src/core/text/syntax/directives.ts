import { provisionDirectives } from '../../terms/index.ts';

/** Text directives of the dialect: types of provisions, and text below or above the line. */
export const inlineDirectives: readonly string[] = [
  ...Object.values(provisionDirectives),
  'sub',
  'sup',
];
