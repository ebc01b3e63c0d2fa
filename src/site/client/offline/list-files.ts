/** Files that a page or a file of a page cannot be shown without, as it names them. */
type ListFiles = (text: string) => readonly string[];

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll('&amp;', '&') ?? '';

/** What a page shows itself with: sheets for screens, scripts, its icon, its pictures. */
export const listPageFiles: ListFiles = (html) =>
  [...html.matchAll(/<(link|script|img)\b[^>]*>/g)].flatMap(([tag, name]) => {
    if (name !== 'link') return attribute(tag, 'src');
    const isShown = /\srel="(?:stylesheet|icon|modulepreload|preload)"/.test(tag);
    return isShown && attribute(tag, 'media') !== 'print' ? attribute(tag, 'href') : [];
  });

/** Modules and sheets that a script of the site names, now or when it is asked. */
export const listScriptFiles: ListFiles = (script) =>
  [...script.matchAll(/["'`](?:\.\/|(?:\.\.\/)?_astro\/)([\w.@-]+\.(?:js|css))["'`]/g)].map(
    ([, name = '']) => name,
  );

/** Fonts in the form that all browsers of the site know, and drawings. */
export const listStyleFiles: ListFiles = (sheet) =>
  [...sheet.matchAll(/url\(\s*["']?([^"')]+\.(?:woff2|svg))["']?\s*\)/g)].map(
    ([, address = '']) => address,
  );

/** Files that a file names, by its kind; whole addresses of the folder of the site, each once. */
export function listFiles(text: string, type: string, address: string, home: string): string[] {
  const list = /html/.test(type)
    ? listPageFiles
    : /javascript/.test(type)
      ? listScriptFiles
      : /css/.test(type)
        ? listStyleFiles
        : () => [];
  const within = new URL(home, address).href;
  const found = list(text)
    .filter((each) => each !== '' && !each.startsWith('data:'))
    .map((each) => {
      const url = new URL(each, address);
      url.hash = '';
      return url.href;
    });
  return [...new Set(found)].filter((each) => each.startsWith(within));
}
