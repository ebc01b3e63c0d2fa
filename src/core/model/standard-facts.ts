/** What a standard is called, wherever it is shown: in lists, results, records and files. */
export interface StandardName {
  /** Its folder and address: `db9999-t-12-2023`. */
  readonly slug: string;
  /** Display form `DB9999/T 12—2023`. */
  readonly number: string;
  readonly title: string;
  readonly titleEn?: string | undefined;
}

/** What it is called, and its days, `YYYY-MM-DD`; each absent where it is not known. */
export interface StandardFacts extends StandardName {
  readonly issued?: string | undefined;
  readonly implemented?: string | undefined;
  readonly withdrawn?: string | undefined;
}

/** The facts of whatever holds them, and nothing else of it. */
export function pickFacts(standard: StandardFacts): StandardFacts {
  const { slug, number, title, titleEn, issued, implemented, withdrawn } = standard;
  return { slug, number, title, titleEn, issued, implemented, withdrawn };
}
