import { isFigureFile } from '#core/text/syntax/unsafe.ts';
import type { StandardRow } from '#core/model/row.ts';

/** Facts of standards that are not here, as a library keeps them: in the site, and where a mirror puts it. */
export const recordsFile = 'data/sources/catalogue.csv';
export const recordsSource = 'catalogue/records.csv';

/** The folder beside the page of a standard that has its files as their author wrote them. */
export const sourceFolder = 'source/';

/** Where a published file lies in the folder of its library; undefined of what is made from others. Figures are published once, beside the page. */
export function sourceOf({ slug, file }: StandardRow, path: string): string | undefined {
  const page = `standards/${slug}/`;
  if (!path.startsWith(page)) return undefined;
  const name = path.slice(page.length);
  const folder = file.replace(/[^/]*$/, '');
  if (name.startsWith(sourceFolder)) return folder + name.slice(sourceFolder.length);
  return isFigureFile(name) ? folder + name : undefined;
}
