/** What a library is begun for. */
export interface City {
  readonly zh: string;
  readonly en: string;
  /** What follows DB in its standards: `3702`. */
  readonly standards: string;
  /** The last year that is over: days of the examples lie in it. */
  readonly year: number;
}

/** The body that issues local standards of a city. */
export const bureauOf = ({ zh, en }: City) => ({
  zh: `${zh}市场监督管理局`,
  en: `${en} Administration for Market Regulation`,
});

/** The number of the first standard. */
export const firstNumber = ({ standards, year }: City): string => `DB${standards}/T 1—${year}`;

/** Text as a scalar of YAML: as JSON, which YAML reads. */
export const quote = (text: string): string => JSON.stringify(text);
