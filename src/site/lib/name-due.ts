import type { Language } from '#core/model/standard.ts';
import type { LifeStage } from '#core/terms/index.ts';
import { LIFECYCLE_WORDS } from '../i18n/lifecycle.ts';

interface NamedDue {
  readonly limit: string;
  /** The stage that is waited for. */
  readonly awaited: LifeStage;
  readonly bound: '至多' | '至少';
}

/** What is due, in a few words: by the name of its limit, or by the stage whose day was announced. */
export function nameDue(
  language: Language,
  { limit, awaited, bound }: NamedDue,
  limits: ReadonlyMap<string, string>,
): string {
  const words = LIFECYCLE_WORDS[language];
  const stage = words.stage[awaited];
  if (limit === 'until') return words.until(stage);
  if (limit === 'begins') return words.begins(stage);
  const name = limits.get(limit) ?? stage;
  return bound === '至少' ? words.least(name) : name;
}
