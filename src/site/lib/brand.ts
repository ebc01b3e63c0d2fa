/** The sheet of the colours and the logo of a library. */
export const brandStyles = 'site.css';
/** The mark of the product in the colours of a library. */
export const brandIcon = 'icon.svg';

/** The file that a browser shows beside the name of a page: the logo, else the mark of the product. */
export function findIcon(logo: boolean): string {
  return logo ? 'logo.svg' : brandIcon;
}
