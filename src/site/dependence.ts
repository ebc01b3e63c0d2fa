import type { Facet } from './data/facet-names.ts';
import type { Template } from './page-spec.ts';
import type { ViewProps } from './views/props.ts';

/**
 * What a change of some standards may have changed on a site that was published, wider than it is: a page that it does not
 * reach shows what it showed. Words, systems, the day and the code are not in it: where they change, every page is looked at.
 */
export interface Reach {
  /** Whether the page of a standard, and the files beside it, may say something else. */
  readonly standard: (slug: string) => boolean;
  /** Whether anything that is known of any standard but its text has changed, or one has come or gone. */
  readonly facts: boolean;
  /** Whether that, or what any text cites, has changed. */
  readonly citations: boolean;
  /** Whether the page of stale references may have other rows or say something else of one. */
  readonly stale: boolean;
  /** Whether a page of a list to browse may show something else. */
  readonly list: (facet: Facet, value: string, page: number) => boolean;
  /** Whether a list has other standards than it had, or something else is known of one. */
  readonly members: (facet: Facet, value: string) => boolean;
  /** Whether a page of records, by its first, may have other records or say something else of one. */
  readonly records: (first: string) => boolean;
  /** Whether terms, or what stands beside them, may be others. */
  readonly terms: boolean;
  /** Whether they may be others on a page of all terms, by pinyin or by what they are called in English. */
  readonly termPage: (page: number, byEnglish: boolean) => boolean;
  /** Whether other terms are defined than were, or the page of one, by its id, has a standard of which something is another. */
  readonly definers: (term: string) => boolean;
  /** Whether a text may be another whose data stand in a file of the whole library, by its path below `/data/`. */
  readonly dataOf: (file: string) => boolean;
  /** Whether there are pages that were not, or the other way round; known when all but those that name them were looked at. */
  readonly addresses: boolean;
  /** Whether a system has a standard of which something is another, or that names, or is named by, one. */
  readonly systems: boolean;
  /** Whether the system of an id has. */
  readonly system: (id: string) => boolean;
  /** Whether something beside the standards is another. */
  readonly area: (area: Area) => boolean;
  /** Whether a course, a lesson or a bank of questions is another, or a standard that it shows something of. */
  readonly learning: (props: ViewProps) => boolean;
}

/**
 * What pages depend on beside standards: the settings of the library; how many clauses and requirements all texts have,
 * and how many texts there are; what stands beside the places of systems (standards of partners, lists of issuers); courses and questions; what is known of markets abroad; projects with their drafts, papers, comments and limits of days;
 * notices; product groups with the values that texts state; standards that were renumbered or taken down.
 */
export type Area =
  | 'settings'
  | 'figures'
  | 'texts'
  | 'beside'
  | 'learning'
  | 'abroad'
  | 'projects'
  | 'notices'
  | 'indicators'
  | 'register';

/** Whether a change may be seen on a page of a template. */
export type Dependence = (reach: Reach, props: ViewProps) => boolean;

/** What shows words and figures of the frame only. */
const nothing: Dependence = () => false;
const standard: Dependence = (reach, { slug = '' }) => reach.standard(slug);
const facts: Dependence = (reach) => reach.facts;
const terms: Dependence = (reach) => reach.terms;
/** What shows one of these areas, and nothing of standards. */
const only =
  (...areas: readonly Area[]): Dependence =>
  (reach) =>
    areas.some(reach.area);
/** What shows one of these areas, beside what is known of standards. */
const factsAnd =
  (...areas: readonly Area[]): Dependence =>
  (reach) =>
    reach.facts || areas.some(reach.area);
const learning: Dependence = (reach, props) => reach.learning(props);
/** What shows texts of the standards of one system. */
const system: Dependence = (reach, { system: id = '' }) => reach.system(id);
/** What shows only what is known of them beside their texts. */
const factsOfSystem: Dependence = (reach, props) => reach.facts && system(reach, props);
/** What shows that, and what their texts cite. */
const citationsOfSystem: Dependence = (reach, props) => reach.citations && system(reach, props);
/** Beside its standards it shows those of partners on the same subjects, and leads to lists. */
const place: Dependence = (reach, props) => system(reach, props) || reach.area('beside');

/**
 * Of each template, what its pages depend on. Who adds one says it here. `tests/publish/reach.test.ts` holds it against what views show.
 */
export const dependences: Readonly<Record<Template, Dependence>> = {
  home: (reach) => reach.facts || reach.terms || reach.area('figures') || reach.area('settings'),
  standard,
  record: standard,
  records: (reach, { value = '' }) => reach.records(value),
  'record-index': facts,
  'record-index-file': facts,
  moved: factsAnd('register'),
  references: standard,
  // It leads to the questions about the standard, where there are some.
  learning: (reach, props) => standard(reach, props) || reach.area('learning'),
  guide: standard,
  // What changed is read from the edition before, whose number is the same: a change of it reaches this one.
  promotion: standard,
  slides: standard,
  inspection: standard,
  'standard-markdown': standard,
  'standard-json': standard,
  'standard-pdf': standard,
  'standard-docx': standard,
  'standard-data': standard,
  browse: facts,
  list: (reach, { facet = 'kind', value = '', page = 1 }) => reach.list(facet, value, page),
  terms: (reach, { page = 1, english = false }) => reach.termPage(page, english),
  'compared-terms': terms,
  // Where a term is used is read from the texts.
  'compared-term': (reach, { value = '' }) => reach.definers(value),
  glossary: nothing,
  // It says how many records there are.
  systems: facts,
  gaps: (reach) => reach.systems && reach.citations,
  system: factsOfSystem,
  'system-list': factsOfSystem,
  'system-gaps': citationsOfSystem,
  'system-file': factsOfSystem,
  place,
  'place-references': citationsOfSystem,
  // Examples are words and terms of standards.
  search: (reach) => reach.facts || reach.terms || reach.area('settings'),
  cities: (reach) => reach.facts || reach.terms || reach.area('settings'),
  tools: nothing,
  abroad: (reach) =>
    reach.facts || reach.citations || reach.area('abroad') || reach.area('settings'),
  validity: facts,
  basket: nothing,
  compare: facts,
  checklist: nothing,
  draft: factsAnd('projects'),
  comments: only('projects'),
  indicators: factsAnd('indicators'),
  'indicator-group': factsAnd('indicators'),
  'indicator-file': factsAnd('indicators'),
  lifecycle: factsAnd('projects'),
  project: factsAnd('projects'),
  plan: factsAnd('projects', 'settings'),
  'plan-file': factsAnd('projects', 'settings'),
  'project-paper': only('projects'),
  editions: (reach, { slug = '', later = '' }) => reach.standard(slug) || reach.standard(later),
  'stale-references': (reach) => reach.stale || reach.area('texts'),
  notices: factsAnd('notices', 'settings'),
  notice: factsAnd('notices'),
  'notices-feed': factsAnd('notices', 'settings'),
  learn: (reach) => reach.area('learning'),
  // Lessons and questions show clauses with their texts and statuses.
  course: learning,
  lesson: learning,
  'lesson-figure': learning,
  'closing-test': learning,
  practice: factsAnd('learning'),
  'question-bank': learning,
  'not-found': facts,
  about: factsAnd('settings'),
  help: factsAnd('settings'),
  data: factsAnd('settings'),
  'open-data': nothing,
  offline: nothing,
  llms: facts,
  feeds: facts,
  feed: (reach, { facet, value = '' }) =>
    reach.facts && (facet === undefined || reach.members(facet, value)),
  'comments-feed': only('projects', 'settings'),
  'tbt-feed': only('abroad', 'settings'),
  'place-feed': factsOfSystem,
  'catalogue-csv': facts,
  'catalogue-json': facts,
  'validity-json': facts,
  'terms-json': terms,
  labels: facts,
  sitemap: (reach) => reach.addresses,
  'brand-file': only('settings'),
  'web-manifest': only('settings'),
  'data-file': (reach, props) => {
    const { file = '' } = props;
    if (file.startsWith('projects.')) return factsAnd('projects')(reach, props);
    if (file.startsWith('notices.')) return factsAnd('notices')(reach, props);
    if (/^(?:dcat|openapi)\./.test(file)) return factsAnd('settings')(reach, props);
    return reach.facts || reach.dataOf(file);
  },
};
