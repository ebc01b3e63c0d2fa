/** The language of the page. */
export const readLanguage = (): 'zh' | 'en' =>
  document.documentElement.lang === 'en' ? 'en' : 'zh';

/** Where the site is, with a slash at both ends, from the address that the form of search leads to. */
export function findHome(): string {
  const form = document.querySelector<HTMLFormElement>('form[role="search"]');
  if (!form) return '/';
  return new URL(form.action, document.baseURI).pathname.replace(/(?:en\/)?search\/?$/, '');
}

/** A path of the site (`/tools/basket/`) as a link in the language of the page. */
export function toPage(path: string): string {
  return `${findHome()}${readLanguage() === 'en' ? 'en/' : ''}${path.replace(/^\//, '')}`;
}
