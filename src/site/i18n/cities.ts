import type { Language } from '#core/model/standard.ts';

interface CityWords {
  readonly title: string;
  /** On the page of a standard of another city. */
  readonly origin: (city: string) => string;
  readonly originFacts: (mirrored: string, licence: string) => string;
  readonly original: string;
  readonly recognised: (since: string, until?: string) => string;
  readonly by: (issuer: string, number?: string) => string;
}

/** Words of what stands beside a city's own standards: those of others, and what is recognised. */
export const CITY_WORDS: Readonly<Record<Language, CityWords>> = {
  zh: {
    title: '区域协同',
    origin: (city) => `${city}的标准，不是本市标准。`,
    originFacts: (mirrored, licence) => `镜像于 ${mirrored}，许可 ${licence}。`,
    original: '发布处',
    recognised: (since, until) =>
      until === undefined ? `自 ${since} 起互认：` : `${since} 至 ${until}（不含）互认：`,
    by: (issuer, number) => `（${issuer}${number ? `，${number}` : ''}）`,
  },
  en: {
    title: 'Regional coordination',
    origin: (city) => `A standard of ${city}, not of this city. `,
    originFacts: (mirrored, licence) => `Mirrored on ${mirrored} under ${licence}. `,
    original: 'Where it is published',
    recognised: (since, until) =>
      until === undefined
        ? `Mutually recognised from ${since}: `
        : `Mutually recognised from ${since}, until ${until} (exclusive): `,
    by: (issuer, number) => ` (${issuer}${number ? `, ${number}` : ''})`,
  },
};
