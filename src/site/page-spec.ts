import type { Language } from '#core/model/standard.ts';
import { pagePath } from './lib/urls.ts';
import type { ViewProps } from './views/props.ts';

const TEMPLATES = [
  'home',
  'standard',
  'record',
  'records',
  'record-index',
  'record-index-file',
  'moved',
  'references',
  'learning',
  'guide',
  'promotion',
  'slides',
  'inspection',
  'standard-markdown',
  'standard-json',
  'standard-pdf',
  'standard-docx',
  'standard-data',
  'browse',
  'list',
  'terms',
  'compared-terms',
  'compared-term',
  'glossary',
  'systems',
  'gaps',
  'system',
  'system-list',
  'system-gaps',
  'system-file',
  'place',
  'place-references',
  'search',
  'cities',
  'tools',
  'abroad',
  'validity',
  'basket',
  'compare',
  'indicators',
  'indicator-group',
  'indicator-file',
  'lifecycle',
  'project',
  'plan',
  'plan-file',
  'project-paper',
  'editions',
  'stale-references',
  'checklist',
  'draft',
  'comments',
  'notices',
  'notice',
  'notices-feed',
  'learn',
  'course',
  'lesson',
  'lesson-figure',
  'closing-test',
  'practice',
  'question-bank',
  'not-found',
  'about',
  'help',
  'data',
  'open-data',
  'offline',
  'llms',
  'feeds',
  'feed',
  'comments-feed',
  'tbt-feed',
  'place-feed',
  'catalogue-csv',
  'catalogue-json',
  'validity-json',
  'terms-json',
  'labels',
  'data-file',
  'sitemap',
  'brand-file',
  'web-manifest',
] as const;

export type Template = (typeof TEMPLATES)[number];

/** Small identifiers a template finds its page by. */
export interface PageProps extends ViewProps {
  readonly language: Language;
}

/** One file of the site. */
export interface PageSpec {
  readonly template: Template;
  /** From the root of the site: `/standards/gb-t-191-2008/`. */
  readonly path: string;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly props: PageProps;
}

export const LANGUAGES: readonly Language[] = ['zh', 'en'];

interface Draft {
  readonly template: Template;
  readonly language: Language;
  readonly path: string;
  readonly params?: Readonly<Record<string, string | undefined>>;
  readonly props?: ViewProps;
}

/** The page for addresses that lead nowhere, without language: hosts look for the first by its name. */
export const notFoundPath: Readonly<Record<Language, string>> = { zh: '/404.html', en: '/404/' };

/** A page; what it shows is worked out by its view when asked for. */
export function makePage({ template, language, path, params, props }: Draft): PageSpec {
  return {
    template,
    path: pagePath(language, path),
    params: { lang: language === 'zh' ? undefined : language, ...params },
    props: { language, ...props },
  };
}
