import { compareTitles } from '../validity/titles.ts';

/** What standards of cities are held against each other by. */
export interface CityStandard {
  readonly key: string;
  /** `own`, or the id of a partner. */
  readonly city: string;
  readonly title: string;
  readonly ics: readonly string[];
  readonly chains: readonly string[];
  /** Terms that its text defines. */
  readonly terms: readonly string[];
}

/** Why two standards are alike. */
export interface AlikeReasons {
  /** 0 to 1: how alike the titles are without their general words (规范, 技术要求). */
  readonly title: number;
  /** Groups of ICS that both have: `55.220`. */
  readonly ics: readonly string[];
  readonly chains: readonly string[];
  readonly terms: readonly string[];
}

/** `same`: one subject; `similar`: subjects that overlap. */
export type Likeness = 'same' | 'similar';

/** General words at the end of a title: they say what kind of document it is, and cities differ in them. */
const generalWords =
  /(?:(?:服务|技术|通用|管理|基本|操作|质量|试验|评价|配置)*(?:规范|规程|要求|指南|导则|标准|准则|方法|通则|条件|评价|评定|法))+$/;

/** The subject that a title names: without signs, general words, and the city's own name for a field before it. */
function subjectOf(title: string): string {
  const folded = title.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '');
  return folded.replace(generalWords, '') || folded;
}

const sharedBy = (a: readonly string[], b: readonly string[]): readonly string[] => {
  const other = new Set(b);
  return [...new Set(a)].filter((value) => other.has(value));
};

const groupsOf = (ics: readonly string[]): readonly string[] =>
  ics.filter((code) => code.length >= 6).map((code) => code.slice(0, 6));

/**
 * Whether two standards are about one subject, with the reasons; undefined where they are not. A title alone decides nothing:
 * a group of ICS or a term must be shared, too. The bounds are those of `tests/lists/cities.tsv`, measured by its test.
 */
export function compareSubjects(
  a: CityStandard,
  b: CityStandard,
): { readonly likeness: Likeness; readonly reasons: AlikeReasons } | undefined {
  const title = compareTitles(subjectOf(a.title), subjectOf(b.title));
  const reasons: AlikeReasons = {
    title,
    ics: sharedBy(groupsOf(a.ics), groupsOf(b.ics)),
    chains: sharedBy(a.chains, b.chains),
    terms: sharedBy(a.terms, b.terms),
  };
  const { ics, chains, terms } = reasons;
  if (ics.length + terms.length === 0) return undefined;
  if (title >= (terms.length > 0 ? 0.7 : 0.9)) return { likeness: 'same', reasons };
  const weight =
    title +
    Math.min(2, terms.length) * 0.1 +
    (ics.length > 0 ? 0.1 : 0) +
    (chains.length > 0 ? 0.05 : 0);
  return title >= 0.25 && weight >= 0.5 ? { likeness: 'similar', reasons } : undefined;
}

/** Two standards of different cities that are alike. */
export interface AlikePair {
  readonly a: CityStandard;
  readonly b: CityStandard;
  readonly likeness: Likeness;
  readonly reasons: AlikeReasons;
}

/** Standards of several cities on one subject; one alone where no other city has it. */
export interface Subject {
  /** In the order given: one city's own first. */
  readonly standards: readonly CityStandard[];
  /** Of its closest pair; undefined where only one city has it. */
  readonly likeness?: Likeness | undefined;
  readonly pairs: readonly AlikePair[];
}

/**
 * Standards by subject, in the order in which the first of each is given. Each standard joins the closest of every other
 * city, and two of one city never stand in one subject unless a standard of another joins both. Of so many that a
 * comparison of all would take long only those are compared that share a group of ICS or a term.
 */
export function groupSubjects(standards: readonly CityStandard[]): readonly Subject[] {
  const pairs = listPairs(standards);
  const leader = new Map(standards.map((standard) => [standard, standard]));
  const find = (standard: CityStandard): CityStandard => {
    const next = leader.get(standard) ?? standard;
    return next === standard ? standard : find(next);
  };
  for (const { a, b } of pairs) leader.set(find(b), find(a));
  const groups = new Map<CityStandard, CityStandard[]>();
  for (const standard of standards) {
    const list = groups.get(find(standard));
    if (list) list.push(standard);
    else groups.set(find(standard), [standard]);
  }
  return [...groups.values()].map((group): Subject => {
    const members = new Set(group);
    const own = pairs.filter(({ a }) => members.has(a));
    const likeness = own.some((pair) => pair.likeness === 'same') ? 'same' : own[0]?.likeness;
    return { standards: group, likeness, pairs: own };
  });
}

/** The closest pairs between every two cities, each pair once. */
function listPairs(standards: readonly CityStandard[]): readonly AlikePair[] {
  const byFeature = new Map<string, CityStandard[]>();
  for (const standard of standards) {
    for (const feature of new Set([...groupsOf(standard.ics), ...standard.terms])) {
      const list = byFeature.get(feature);
      if (list) list.push(standard);
      else byFeature.set(feature, [standard]);
    }
  }
  const place = new Map(standards.map((standard, at) => [standard, at]));
  const found = new Map<string, AlikePair>();
  for (const a of standards) {
    const others = new Set(
      [...groupsOf(a.ics), ...a.terms].flatMap((feature) => byFeature.get(feature) ?? []),
    );
    const closest = new Map<string, AlikePair>();
    for (const b of others) {
      if (b.city === a.city) continue;
      const compared = compareSubjects(a, b);
      const known = closest.get(b.city);
      if (compared && (!known || compared.reasons.title > known.reasons.title))
        closest.set(b.city, { a, b, ...compared });
    }
    for (const pair of closest.values()) {
      const isAhead = (place.get(pair.a) ?? 0) < (place.get(pair.b) ?? 0);
      const ordered = isAhead ? pair : { ...pair, a: pair.b, b: pair.a };
      found.set(`${ordered.a.key}\n${ordered.b.key}`, ordered);
    }
  }
  return [...found.values()];
}

/** The subject that a title names, as it is printed: without the general words at its end. */
export const nameSubject = (title: string): string =>
  title
    .trim()
    .replace(generalWords, '')
    .replace(/[与和及\s]+$/, '') || title;
