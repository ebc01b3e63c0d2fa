import type { Language } from '../core/model/standard.ts';
import { pagePath } from './lib/urls.ts';

const TEMPLATES = [
  'home',
  'standard',
  'record',
  'standard-markdown',
  'standard-json',
  'browse',
  'list',
  'terms',
  'systems',
  'gaps',
  'system',
  'system-list',
  'system-file',
  'place',
  'about',
  'help',
  'data',
] as const;

export type Template = (typeof TEMPLATES)[number];

/** Small identifiers a template finds its page by. */
export interface PageProps {
  readonly language: Language;
  readonly slug?: string;
  readonly facet?: string;
  readonly value?: string;
  readonly page?: number;
  /** Id of a standard system, and of a place in it. */
  readonly system?: string;
  readonly place?: string;
  /** Name of a file beside the page of a system. */
  readonly file?: string;
}

/** One file of the site. */
export interface PageSpec {
  readonly template: Template;
  /** From the root of the site: `/standards/gb-t-191-2008/`. */
  readonly path: string;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly props: PageProps;
  /** All that the page shows besides the code that draws it; equal inputs, equal page. */
  readonly inputs: unknown;
}

export const LANGUAGES: readonly Language[] = ['zh', 'en'];

interface Draft {
  readonly template: Template;
  readonly language: Language;
  readonly path: string;
  readonly params?: Readonly<Record<string, string | undefined>>;
  readonly props?: Omit<PageProps, 'language'>;
  readonly inputs: () => unknown;
}

/** A page whose inputs are worked out when asked for. */
export function makePage({ template, language, path, params, props, inputs }: Draft): PageSpec {
  return {
    template,
    path: pagePath(language, path),
    params: { lang: language === 'zh' ? undefined : language, ...params },
    props: { language, ...props },
    get inputs() {
      return inputs();
    },
  };
}
