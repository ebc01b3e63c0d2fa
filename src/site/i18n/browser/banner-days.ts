import type { Language } from '#core/model/standard.ts';

const count = (days: number): string => `${days} ${days === 1 ? 'day' : 'days'}`;

/** How long until the day of a banner, or since, by the state it is about. */
export const BANNER_DAYS: Readonly<
  Record<Language, Readonly<Record<string, ((days: number) => string) | undefined>>>
> = {
  zh: {
    被代替: (days) => `已被代替 ${days} 天。`,
    废止: (days) => `已废止 ${days} 天。`,
    即将实施: (days) => `离实施还有 ${days} 天。`,
    'newer-edition-issued': (days) => `离新版实施还有 ${days} 天。`,
  },
  en: {
    被代替: (days) => `Superseded for ${count(days)}.`,
    废止: (days) => `Withdrawn for ${count(days)}.`,
    即将实施: (days) => `In force in ${count(days)}.`,
    'newer-edition-issued': (days) => `The newer edition is in force in ${count(days)}.`,
  },
};
