import type { CatalogEntry } from '#core/catalog/index.ts';
import type { StandardRow } from '#core/model/row.ts';
import type { Language } from '#core/model/standard.ts';
import type { Library } from '#library/open.ts';
import { listEditionPairs } from './data/edition-pairs.ts';
import { listComparedTerms } from './data/compared-terms.ts';
import { FACETS } from './data/facet-names.ts';
import { facetPath } from './data/facet-words.ts';
import { listOpenDataFiles } from './data/open-data/files.ts';
import { listNotices } from './data/notices.ts';
import { listAllFeedPages } from './data/feeds.ts';
import { getFacetPages, listFacetPages } from './data/facets.ts';
import { brandFolder, listBrandFiles } from './files/brand-files.ts';
import { dataFiles, dataFormats, listDataLanguages } from './files/data-file-list.ts';
import { abroadPath, tbtFeedPath } from './abroad-paths.ts';
import { noticePath, noticesFeedPath, noticesPath } from './notice-paths.ts';
import { commentsFeedPath, FEED_FORMATS, feedPath, feedsPath } from './feed-paths.ts';
import { listIndicatorFiles } from './files/indicator-file-list.ts';
import { countSitemapFiles } from './files/sitemap.ts';
import { hasReferences } from './data/neighbours.ts';
import { listPrinted, listWritten } from './data/printed.ts';
import { hasRecordsPages, listRecordsPages, recordsPageOf } from './data/record-pages.ts';
import { countTermPages, termsPath } from './data/terms.ts';
import { listLearnPages } from './learn-routes.ts';
import { listLifecyclePages } from './lifecycle-routes.ts';
import { printPath, standardPath, wordPath } from './lib/urls.ts';
import { LANGUAGES, makePage, notFoundPath } from './page-spec.ts';
import type { PageSpec } from './page-spec.ts';
import { recordsFile, recordsPagePath, recordsPath } from './record-paths.ts';
import { listSystemPages } from './system-routes.ts';
import { commentsPath, draftPath } from './draft-paths.ts';
import {
  glossaryPath,
  guidePath,
  inspectionPath,
  learningPath,
  promotionPath,
  slidesPath,
} from './learn-paths.ts';
import { hasLearning } from './data/learning.ts';
import { offlinePath, webManifestPath } from './offline-paths.ts';
import {
  basketPath,
  citiesPath,
  comparePath,
  checklistPath,
  indicatorGroupPath,
  indicatorsPath,
  comparedTermPath,
  comparedTermsPath,
  editionsPath,
  referencesPath,
  stalePath,
  termsFile,
  toolsPath,
  validityFile,
  validityPath,
} from './tool-paths.ts';
import { listDecidedProjects, listDraftProjects } from './views/draft.ts';

export type { PageProps, PageSpec, Template } from './page-spec.ts';

/** All pages of a library and the files beside them; robots.txt, which no library changes, is none of them. */
export function* listPages(library: Library): Generator<PageSpec> {
  const hasEnglish = library.settings.languages.includes('en');
  for (const page of listAllPages(library)) {
    if (hasEnglish || !page.path.startsWith('/en/')) yield page;
  }
}

function* listAllPages(library: Library): Generator<PageSpec> {
  let addresses = 0;
  for (const page of listAddresses(library)) {
    if (page.path.endsWith('/') && page.props.language === 'zh') addresses += 1;
    yield page;
  }
  for (const { slug } of library.moved) yield* listMovedPages(library, slug);
  for (const language of LANGUAGES)
    yield makePage({ template: 'open-data', language, path: '/open-data/' });
  for (const language of LANGUAGES) {
    yield makePage({ template: 'offline', language, path: offlinePath });
    yield makePage({ template: 'web-manifest', language, path: webManifestPath });
  }
  yield* listDraftPages(library);
  yield* listBrandPages(library);
  yield* listDataFiles(countSitemapFiles(addresses), hasRecordsPages(library));
  for (const name of listOpenDataFiles(library)) {
    yield makePage({
      template: 'data-file',
      language: 'zh',
      path: `/data/${name}`,
      props: { file: name },
    });
  }
}

/** The old address of a standard that was renumbered or taken down, unless a record has it: no page to be found. */
function* listMovedPages({ catalog }: Library, slug: string): Generator<PageSpec> {
  if (catalog.bySlug(slug)) return;
  const own = { params: { slug }, props: { slug } };
  for (const language of LANGUAGES) {
    yield makePage({ ...own, template: 'moved', language, path: standardPath(slug) });
  }
}

/** Drafts that are open to comments: readers are led there, search engines are not. */
function* listDraftPages(library: Library): Generator<PageSpec> {
  for (const project of listDraftProjects(library)) {
    const own = { params: { project }, props: { project } };
    for (const language of LANGUAGES)
      yield makePage({ ...own, template: 'draft', language, path: draftPath(project) });
    for (const name of library.drafts.get(project)?.body().figures ?? []) {
      const props = { project, file: `draft/${name}` };
      const path = `${draftPath(project)}${name}`;
      yield makePage({ template: 'project-paper', language: 'zh', path, params: props, props });
    }
  }
}

function* listBrandPages({ settings }: Library): Generator<PageSpec> {
  const folder = brandFolder(settings) ?? '';
  for (const file of listBrandFiles(settings).keys()) {
    const own = { params: {}, props: { file } };
    yield makePage({ ...own, template: 'brand-file', language: 'zh', path: folder + file });
  }
}

function* listOutcomePages(library: Library, language: Language): Generator<PageSpec> {
  for (const project of listDecidedProjects(library)) {
    const own = { params: { project }, props: { project } };
    yield makePage({ ...own, template: 'comments', language, path: commentsPath(project) });
  }
}

/** Pages that a reader or a program asks for by their own address. */
export function* listAddresses(library: Library): Generator<PageSpec> {
  for (const language of LANGUAGES) {
    yield* listFixedPages(language);
    if (library.partners.length > 0)
      yield makePage({ template: 'cities', language, path: citiesPath });
    yield* listBrowsePages(library, language);
    yield* listTermPages(library, language);
    yield* listComparedTermPages(library, language);
    yield* listSystemPages(library, language);
    yield* listIndicatorPages(library, language);
    yield* listLifecyclePages(library, language);
    yield* listEditionPages(library, language);
    yield* listFeeds(library, language);
    yield* listNoticePages(library, language);
    yield* listOutcomePages(library, language);
    yield* listLearnPages(library, language);
  }
  yield* listRecordPages(library);
  for (const entry of library.catalog.entries) yield* listEntryPages(library, entry);
}

function* listFixedPages(language: Language): Generator<PageSpec> {
  yield makePage({ template: 'home', language, path: '/' });
  for (const template of ['about', 'help', 'data', 'search'] as const) {
    yield makePage({ template, language, path: `/${template}/` });
  }
  yield makePage({ template: 'glossary', language, path: glossaryPath });
  yield makePage({ template: 'tools', language, path: toolsPath });
  yield makePage({ template: 'abroad', language, path: abroadPath });
  yield makePage({ template: 'validity', language, path: validityPath });
  yield makePage({ template: 'compare', language, path: comparePath });
  yield makePage({ template: 'basket', language, path: basketPath });
  yield makePage({ template: 'stale-references', language, path: stalePath });
  yield makePage({ template: 'checklist', language, path: checklistPath });
}

function* listIndicatorPages({ indicators }: Library, language: Language): Generator<PageSpec> {
  yield makePage({ template: 'indicators', language, path: indicatorsPath });
  for (const { id } of indicators) {
    const own = { params: { group: id }, props: { group: id } };
    yield makePage({ ...own, template: 'indicator-group', language, path: indicatorGroupPath(id) });
    for (const { name, base, extension, language: words } of listIndicatorFiles(id)) {
      if (words !== language) continue;
      yield makePage({
        template: 'indicator-file',
        // Files of both languages lie beside the Chinese page: the name of a file says its language.
        language: 'zh',
        path: `${indicatorGroupPath(id)}${name}`,
        params: { group: id, file: base, extension },
        props: { group: id, file: name },
      });
    }
  }
}

/** The list of notices with its feed, and a page of each. */
function* listNoticePages(library: Library, language: Language): Generator<PageSpec> {
  yield makePage({ template: 'notices', language, path: noticesPath });
  yield makePage({ template: 'notices-feed', language, path: noticesFeedPath });
  for (const { id } of listNotices(library)) {
    yield makePage({
      template: 'notice',
      language,
      path: noticePath(id),
      params: { notice: id },
      props: { value: id },
    });
  }
}

/** The page of all feeds, and each of them in all formats. */
function* listFeeds(library: Library, language: Language): Generator<PageSpec> {
  yield makePage({ template: 'feeds', language, path: feedsPath });
  for (const format of FEED_FORMATS) {
    const path = commentsFeedPath(format);
    yield makePage({ template: 'comments-feed', language, path, props: { file: format } });
  }
  for (const format of library.abroad.notifications.length > 0 ? FEED_FORMATS : []) {
    const path = tbtFeedPath(format);
    yield makePage({ template: 'tbt-feed', language, path, props: { file: format } });
  }
  for (const page of [undefined, ...listAllFeedPages(library)]) {
    const props = page ? { facet: page.facet, value: page.id } : {};
    for (const format of FEED_FORMATS) {
      yield makePage({
        template: 'feed',
        language,
        path: feedPath(page, format),
        props: { ...props, file: format },
      });
    }
  }
}

function* listDataFiles(sitemaps: number, hasRecords: boolean): Generator<PageSpec> {
  const file = { language: 'zh' } as const;
  for (const language of LANGUAGES) {
    yield makePage({ template: 'not-found', language, path: notFoundPath[language] });
  }
  if (hasRecords) {
    const params = { file: 'index' };
    yield makePage({ ...file, template: 'record-index-file', path: recordsFile, params });
  }
  yield makePage({ ...file, template: 'catalogue-csv', path: '/data/catalogue.csv' });
  yield makePage({ ...file, template: 'catalogue-json', path: '/data/catalogue.json' });
  yield makePage({ ...file, template: 'llms', path: '/llms.txt' });
  yield makePage({ ...file, template: 'validity-json', path: validityFile });
  yield makePage({ ...file, template: 'terms-json', path: termsFile });
  for (const lang of LANGUAGES) {
    const path = `/data/labels.${lang}.json`;
    yield { ...makePage({ ...file, template: 'labels', path, params: { lang } }) };
  }
  const names = ['sitemap', ...Array.from({ length: sitemaps }, (_, at) => `sitemap-${at + 1}`)];
  for (const sitemap of sitemaps > 1 ? names : names.slice(0, 1)) {
    yield makePage({ ...file, template: 'sitemap', path: `/${sitemap}.xml`, params: { sitemap } });
  }
}

function* listBrowsePages(library: Library, language: Language): Generator<PageSpec> {
  yield makePage({ template: 'browse', language, path: '/browse/' });
  for (const facet of FACETS) {
    for (const value of getFacetPages(library, facet)) {
      const pages = listFacetPages(library, value).length;
      for (let page = 1; page <= pages; page += 1) {
        yield makePage({
          template: 'list',
          language,
          path: facetPath(value, page),
          params: { facet, value: value.id, page: page > 1 ? String(page) : undefined },
          props: { facet, value: value.id, page },
        });
      }
    }
  }
}

function* listTermPages(library: Library, language: Language): Generator<PageSpec> {
  const byEnglish = language === 'en';
  const pages = countTermPages(library, byEnglish);
  for (let page = 1; page <= pages; page += 1) {
    yield makePage({
      template: 'terms',
      language,
      path: termsPath(page),
      params: { page: page > 1 ? String(page) : undefined },
      props: { page, ...(byEnglish && { english: true }) },
    });
  }
}

function* listComparedTermPages(library: Library, language: Language): Generator<PageSpec> {
  yield makePage({ template: 'compared-terms', language, path: comparedTermsPath });
  for (const { id } of listComparedTerms(library)) {
    yield makePage({
      template: 'compared-term',
      language,
      path: comparedTermPath(id),
      params: { term: id },
      props: { value: id },
    });
  }
}

/** A page for every two consecutive editions whose texts are here. */
function* listEditionPages(library: Library, language: Language): Generator<PageSpec> {
  for (const { earlier, later } of listEditionPairs(library)) {
    yield makePage({
      template: 'editions',
      language,
      path: editionsPath(earlier.slug, later.slug),
      params: { earlier: earlier.slug, later: later.slug },
      props: { slug: earlier.slug, later: later.slug },
    });
  }
}

/** Pages of records that have none of their own. */
function* listRecordPages(library: Library): Generator<PageSpec> {
  if (!hasRecordsPages(library)) return;
  for (const language of LANGUAGES)
    yield makePage({ template: 'record-index', language, path: recordsPath });
  for (const { first } of listRecordsPages(library)) {
    const own = { params: { first }, props: { value: first } };
    for (const language of LANGUAGES)
      yield makePage({ ...own, template: 'records', language, path: recordsPagePath(first) });
  }
}

/** The data of a standard in the formats of others, those of both languages together. */
function* listStandardData(library: Library, row: StandardRow): Generator<PageSpec> {
  const { slug } = row;
  for (const format of dataFormats) {
    for (const language of listDataLanguages(library, row, format)) {
      yield makePage({
        template: 'standard-data',
        language,
        path: standardPath(slug) + dataFiles[format].name,
        params: { slug },
        props: { slug, file: format },
      });
    }
  }
}

/** What there is to learn and to tell of a standard. */
function* listLearningPages({ slug }: StandardRow): Generator<PageSpec> {
  const own = { params: { slug }, props: { slug } };
  for (const language of LANGUAGES) {
    yield makePage({ ...own, template: 'learning', language, path: learningPath(slug) });
    yield makePage({ ...own, template: 'guide', language, path: guidePath(slug) });
    yield makePage({ ...own, template: 'promotion', language, path: promotionPath(slug) });
    yield makePage({ ...own, template: 'slides', language, path: slidesPath(slug) });
    yield makePage({ ...own, template: 'inspection', language, path: inspectionPath(slug) });
  }
}

function* listEntryPages(library: Library, entry: CatalogEntry): Generator<PageSpec> {
  const { slug, row } = entry;
  const own = { params: { slug }, props: { slug } };
  const template = row ? 'standard' : 'record';
  const isAmong = recordsPageOf(library, entry) !== undefined;
  for (const language of isAmong ? [] : LANGUAGES) {
    yield makePage({ ...own, template, language, path: standardPath(slug) });
  }
  if (hasReferences(library, entry)) {
    for (const language of LANGUAGES) {
      yield makePage({ ...own, template: 'references', language, path: referencesPath(slug) });
    }
  }
  if (!row) return;
  if (hasLearning(library, row)) yield* listLearningPages(row);
  for (const kind of ['markdown', 'json'] as const) {
    yield makePage({
      ...own,
      template: `standard-${kind}`,
      language: 'zh',
      path: `${standardPath(slug)}index.${kind === 'json' ? 'json' : 'md'}`,
    });
  }
  for (const language of listPrinted(library, row)) {
    yield makePage({ ...own, template: 'standard-pdf', language, path: printPath(slug) });
  }
  for (const language of listWritten(library, row)) {
    yield makePage({ ...own, template: 'standard-docx', language, path: wordPath(slug) });
  }
  yield* listStandardData(library, row);
}
