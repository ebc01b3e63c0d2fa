import { provisionTerms } from '#core/terms/index.ts';
import type { ProvisionType } from '#core/terms/index.ts';

/** Types of provisions with the verb that tells them: 要求（应）, Requirement (shall). */
export function nameProvisions(language: 'zh' | 'en'): Readonly<Record<ProvisionType, string>> {
  return Object.fromEntries(
    provisionTerms.map(({ value, zh, en, verbZh, verbEn }) => {
      const [name, verb] =
        language === 'zh' ? [zh, verbZh && `（${verbZh}）`] : [en, verbEn && ` (${verbEn})`];
      return [value, name + verb];
    }),
  ) as Record<ProvisionType, string>;
}
