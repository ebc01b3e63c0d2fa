/**
 * Between label and title of a clause in its heading, so that the browser can tell them apart; the second for clauses that
 * are shown after the rest.
 */
const GAP = '\u2502';
const PERIPHERAL_GAP = '\u2503';

export interface Heading {
  readonly label: string;
  readonly title: string;
  readonly peripheral: boolean;
}

export function joinHeading({ label, title, peripheral }: Heading): string {
  return `${label}${peripheral ? PERIPHERAL_GAP : GAP}${title}`;
}

export function splitHeading(text: string): Heading {
  const [, label = '', gap = '', title = ''] = /^(.*?)([\u2502\u2503])(.*)$/s.exec(text) ?? [];
  return { label: label.trim(), title: title.trim(), peripheral: gap === PERIPHERAL_GAP };
}
