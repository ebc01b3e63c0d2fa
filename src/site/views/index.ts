import type { Library } from '#library/open.ts';
import type { Template } from '../page-spec.ts';
import { viewAbroad, viewTbtFeed } from './abroad.ts';
import { viewCities } from './cities.ts';
import { viewCompare, viewEditions } from './compare.ts';
import { viewCommentsFeed, viewFeed, viewFeeds, viewPlaceFeed } from './feeds.ts';
import { viewWebManifest } from './web-manifest.ts';
import { viewBrandFile } from './brand.ts';
import { viewBrowse, viewList } from './browse.ts';
import { viewCatalogue, viewLabels, viewStandardFile } from './files.ts';
import { viewComparedTerm, viewComparedTerms, viewTermsFile } from './compared-terms.ts';
import { viewNotFound, viewRecordIndex, viewRecordIndexFile, viewRecords } from './records.ts';
import { viewPromotion } from './promotion.ts';
import { viewPrint, viewWord } from './print.ts';
import { viewGlossary } from './glossary.ts';
import { viewGaps, viewSystemGaps } from './gaps.ts';
import { viewIndicatorGroup, viewIndicatorGroups } from './indicators.ts';
import { viewHome } from './home.ts';
import { viewBank, viewPractice, viewTest } from './practice.ts';
import { viewCourse, viewLearn, viewLesson, viewLessonFigure } from './learn.ts';
import { viewGuide, viewLearning } from './learning.ts';
import { viewLifecycle, viewPaper, viewPlan, viewProject } from './lifecycle.ts';
import { viewLlms } from './llms.ts';
import { viewMoved } from './moved.ts';
import { viewOverview } from './overview.ts';
import { viewPlace } from './place.ts';
import { viewDraft, viewOutcome } from './draft.ts';
import { viewDataFile } from './open-data.ts';
import { viewNotice, viewNotices } from './notices.ts';
import type { ViewProps } from './props.ts';
import { viewData, viewProse } from './prose.ts';
import { viewPlaceReferences, viewReferences } from './references.ts';
import { viewSearch } from './search.ts';
import { viewSite } from './site.ts';
import type { ShownSite } from './shapes.ts';
import { viewSitemap } from './sitemap.ts';
import { viewStaleReferences } from './stale-references.ts';
import { viewStandard } from './standard.ts';
import { viewSystem, viewSystemFile, viewSystemList } from './system.ts';
import { viewTools } from './tools.ts';
import { viewTerms } from './terms.ts';
import { viewValidity, viewValidityFile } from './validity.ts';

/** What the pages of a template show, in the frame of the site. */
const PAGES = {
  home: viewHome,
  standard: viewStandard,
  record: viewStandard,
  references: viewReferences,
  learning: viewLearning,
  guide: viewGuide,
  promotion: viewPromotion,
  slides: viewPromotion,
  inspection: viewPromotion,
  moved: viewMoved,
  browse: viewBrowse,
  list: viewList,
  terms: viewTerms,
  'compared-terms': viewComparedTerms,
  'compared-term': viewComparedTerm,
  glossary: viewGlossary,
  systems: viewOverview,
  gaps: viewGaps,
  system: viewSystem,
  'system-list': viewSystemList,
  'system-gaps': viewSystemGaps,
  place: viewPlace,
  'place-references': viewPlaceReferences,
  search: viewSearch,
  cities: viewCities,
  tools: viewTools,
  abroad: viewAbroad,
  validity: viewValidity,
  basket: () => ({}),
  compare: viewCompare,
  indicators: viewIndicatorGroups,
  'indicator-group': viewIndicatorGroup,
  lifecycle: viewLifecycle,
  project: viewProject,
  plan: viewPlan,
  editions: viewEditions,
  'stale-references': viewStaleReferences,
  checklist: () => ({}),
  draft: viewDraft,
  comments: viewOutcome,
  learn: viewLearn,
  course: viewCourse,
  lesson: viewLesson,
  'closing-test': viewTest,
  practice: viewPractice,
  'question-bank': viewBank,
  notices: viewNotices,
  notice: viewNotice,
  'not-found': viewNotFound,
  records: viewRecords,
  'record-index': viewRecordIndex,
  about: viewProse,
  help: viewProse,
  data: viewData,
  'open-data': () => ({}),
  offline: () => ({}),
  feeds: viewFeeds,
};

/** What files say, which have no frame. */
const FILES = {
  'standard-markdown': viewStandardFile,
  'standard-json': viewStandardFile,
  'standard-pdf': viewPrint,
  'standard-docx': viewWord,
  'standard-data': viewStandardFile,
  'system-file': viewSystemFile,
  'indicator-file': viewIndicatorGroup,
  llms: viewLlms,
  feed: viewFeed,
  'comments-feed': viewCommentsFeed,
  'tbt-feed': viewTbtFeed,
  'place-feed': viewPlaceFeed,
  'notices-feed': viewNotices,
  'plan-file': viewPlan,
  'project-paper': viewPaper,
  'lesson-figure': viewLessonFigure,
  'record-index-file': viewRecordIndexFile,
  'catalogue-csv': viewCatalogue,
  'catalogue-json': viewCatalogue,
  'validity-json': viewValidityFile,
  'terms-json': viewTermsFile,
  labels: viewLabels,
  'data-file': viewDataFile,
  sitemap: viewSitemap,
  'brand-file': viewBrandFile,
  'web-manifest': viewWebManifest,
};

type Pages = typeof PAGES;
type Files = typeof FILES;

/** All that a page or a file shows, besides the code that draws it: plain data, equal where the page is. */
export type View<T extends Template> = T extends keyof Pages
  ? ReturnType<Pages[T]> & { readonly site: ShownSite }
  : T extends keyof Files
    ? ReturnType<Files[T]>
    : never;

/**
 * The view of a page: what the publisher takes the digest of, and all that its template may see. Both languages of a page
 * have one view.
 */
export function viewOf<T extends Template>(
  library: Library,
  template: T,
  props: ViewProps,
): View<T> {
  if (template in FILES) {
    return FILES[template as keyof Files](library, props) as View<T>;
  }
  const view = PAGES[template as keyof Pages](library, props);
  return { ...view, site: viewSite(library) } as View<T>;
}
