/** All tools; without language and base. */
export const toolsPath = '/tools/';

/** The standards of several cities side by side; only of a library with partners. */
export const citiesPath = '/cities/';

/** 查新, the validity of a list; without language and base. */
export const validityPath = '/tools/validity/';

/** What a list is checked against: all standards with the days their statuses follow from. */
export const validityFile = '/data/validity.json';

/** Lists of standards that a reader keeps in the browser; without language and base. */
export const basketPath = '/tools/basket/';

/** The comparison of any two texts: `?a=SLUG&b=SLUG`; without language and base. */
export const comparePath = '/compare/';

/** The page of two consecutive editions that are here, the earlier first; without language and base. */
export const editionsPath = (earlier: string, later: string): string =>
  `${comparePath}${earlier}/${later}/`;

/** Standards in force that cite what is superseded or withdrawn. */
export const stalePath = '/tools/stale-references/';

/** The path of the references of a standard: `/standards/db9999-t-12-2023/references/`. */
export function referencesPath(slug: string): string {
  return `/standards/${slug}/references/`;
}

/** The provisions of standards as a list to tick; without language and base. */
export const checklistPath = '/tools/checklist/';

/** Indicators of product groups; without language and base. */
export const indicatorsPath = '/tools/indicators/';

/** The page of a product group: `/tools/indicators/smart-refrigerator/`. */
export const indicatorGroupPath = (group: string): string => `${indicatorsPath}${group}/`;

/** Terms that several standards define. */
export const comparedTermsPath = '/terms/compare/';

/** The path of one of them, side by side: `/terms/compare/温区/`. */
export const comparedTermPath = (id: string): string => `${comparedTermsPath}${id}/`;

/** Which terms have such a page, for scripts. */
export const termsFile = '/data/terms.json';
