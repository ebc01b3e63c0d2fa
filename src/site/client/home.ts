/** The language of the page. */
export const readLanguage = (): 'zh' | 'en' =>
  document.documentElement.lang === 'en' ? 'en' : 'zh';

/** Where the site is, with a slash at both ends, from the address that the form of search leads to. */
export function findHome(
  form = document.querySelector<HTMLFormElement>('form[role="search"]'),
): string {
  if (!form) return '/';
  return new URL(form.action, document.baseURI).pathname.replace(/(?:en\/)?search\/?$/, '');
}

/** A path of the site (`/tools/basket/`) as a link in the language of the page. */
export function toPage(path: string): string {
  return `${findHome()}${readLanguage() === 'en' ? 'en/' : ''}${path.replace(/^\//, '')}`;
}

/** The folder of the standard that an address leads to; undefined for other pages. */
export function slugOfAddress(href: string): string | undefined {
  const slug = /\/standards\/([^/]+)\/$/.exec(new URL(href, document.baseURI).pathname)?.[1];
  return slug === undefined ? undefined : decodeURIComponent(slug);
}
