import type { Language } from '#core/model/standard.ts';

interface CityWords {
  readonly title: string;
  /** On the page of a standard of another city. */
  readonly origin: (city: string) => string;
  readonly originFacts: (mirrored: string, licence: string) => string;
  readonly original: string;
  readonly recognised: (since: string, until?: string) => string;
  readonly by: (issuer: string, number?: string) => string;
  /** Of the page that sets the standards of cities side by side. */
  readonly lead: string;
  readonly what: string;
  readonly thisCity: string;
  readonly partners: string;
  readonly subjects: string;
  readonly counts: (same: string, similar: string, only: string, joint: string) => string;
  readonly method: string;
  readonly subject: string;
  readonly relation: string;
  readonly likeness: Readonly<Record<'same' | 'similar' | 'only', string>>;
  readonly reasons: string;
  readonly terms: string;
  readonly compare: string;
  readonly recognition: string;
  readonly recognisedBy: Readonly<Record<'all' | 'some' | 'none', string>>;
  readonly joint: string;
  readonly candidate: string;
  readonly none: string;
  readonly file: string;
  /** On the page of a place of a system. */
  readonly beside: string;
  readonly besideNote: string;
  readonly facts: (standards: string, mirrored: string, licence: string) => string;
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
    lead: '几座城市的地方标准放在一起：同一主题谁有、有何不同、哪些互认、哪些可以合成一项。',
    what: '把几座城市的地方标准按主题对照，看哪些相同、哪些互认、哪些可以合并。',
    thisCity: '本市',
    partners: '城市',
    subjects: '按主题对照',
    counts: (same, similar, only, joint) =>
      `${same} 个主题相同，${similar} 个相近，${only} 个只有一座城市有；联合标准候选 ${joint} 项。`,
    method:
      '只比较现行和即将实施的地方标准。主题由名称（去掉规范、要求等通用词）、ICS 和术语推断，供人判断；联合标准候选是两座以上城市主题相同的标准。',
    subject: '主题',
    relation: '关系',
    likeness: { same: '相同', similar: '相近', only: '仅此有' },
    reasons: '依据',
    terms: '术语',
    compare: '比较文本',
    recognition: '互认',
    recognisedBy: { all: '全部互认', some: '部分互认', none: '未互认' },
    joint: '联合标准',
    candidate: '候选',
    none: '—',
    file: '区域协同对照表',
    beside: '其他城市的标准',
    besideNote: '与这里的标准同一或相近主题，来自伙伴城市，不计入本体系。',
    facts: (standards, mirrored, licence) =>
      `${standards} 项标准，镜像于 ${mirrored}，许可 ${licence}`,
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
    lead: 'Local standards of several cities together: who has one on a subject, how they differ, which are recognised, and which could become one.',
    what: 'See the local standards of several cities by subject: which are on the same, which are recognised, which could be joined.',
    thisCity: 'This city',
    partners: 'Cities',
    subjects: 'By subject',
    counts: (same, similar, only, joint) =>
      `${same} subjects are the same, ${similar} similar, ${only} one city alone has; ${joint} candidates for a joint standard.`,
    method:
      'Only local standards in force or coming are compared. Subjects are inferred from titles (without words such as specification or requirements), ICS and terms, for people to judge; candidates for a joint standard are those on the same subject in two cities or more.',
    subject: 'Subject',
    relation: 'Relation',
    likeness: { same: 'Same', similar: 'Similar', only: 'Only here' },
    reasons: 'Why',
    terms: 'Terms',
    compare: 'Compare texts',
    recognition: 'Recognition',
    recognisedBy: { all: 'All recognised', some: 'Some recognised', none: 'Not recognised' },
    joint: 'Joint standard',
    candidate: 'Candidate',
    none: '—',
    file: 'cities',
    beside: 'Standards of other cities',
    besideNote: 'On the same or similar subjects, from partner cities; not counted in this system.',
    facts: (standards, mirrored, licence) =>
      `${standards} standards, mirrored on ${mirrored} under ${licence}`,
  },
};

/** How a count divides, after it: `，本市 40 项，其他城市 16 项`; empty where none, or all, are other cities'. */
export function sayOthers(language: Language, count: number, others: number): string {
  if (others === 0 || others >= count) return '';
  const [own, rest] = [count - others, others].map((part) => part.toLocaleString('en'));
  return language === 'zh'
    ? `：本市 ${own} 项，其他城市 ${rest} 项`
    : `: ${own} of this city, ${rest} of others`;
}
