import type { System } from '#core/systems/index.ts';
import type { Language } from '#core/model/standard.ts';
import type { Library } from '#library/open.ts';

/**
 * The short name of a system for tables and choices: that of its chain without what stands in brackets after it, else
 * the name of the system.
 */
export function nameShortly(
  { vocabulary }: Pick<Library, 'vocabulary'>,
  { model }: System,
  language: Language,
): string {
  const chain = vocabulary.chains.find(({ id }) => id === model.chain);
  const name = chain?.[language].replace(/\s*[（(][^（）()]*[）)]$/, '');
  return name || model.name[language];
}
