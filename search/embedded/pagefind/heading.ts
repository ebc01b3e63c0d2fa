import type { ProvisionType } from '#core/model/standard.ts';
import { provisionTypes } from '#search/record/provision-types.ts';

/** What a clause's heading in a page for Pagefind says of it. */
export interface Heading {
  readonly label: string;
  readonly title: string;
  /** Shown after the rest. */
  readonly peripheral: boolean;
  /** Kinds of provisions in the clause. */
  readonly provisions: readonly ProvisionType[];
}

/**
 * Between label and title stands one sign of the Braille block (U+2800 to U+28FF), whose low seven bits are the kinds of
 * provisions and whose eighth is `peripheral`: no label has such a sign, and Pagefind does not index it.
 */
const FIRST = 0x2800;
const PERIPHERAL = 1 << provisionTypes.length;

/** A heading as one text, with the kinds of provisions and `peripheral` in a sign between label and title. */
export function joinHeading({ label, title, peripheral, provisions }: Heading): string {
  const bits = provisionTypes.reduce(
    (sum, type, at) => sum | (provisions.includes(type) ? 1 << at : 0),
    0,
  );
  return `${label}${String.fromCharCode(FIRST + bits + (peripheral ? PERIPHERAL : 0))}${title}`;
}

/** The heading that `joinHeading` wrote; all empty where the text has no such sign. */
export function splitHeading(text: string): Heading {
  const [, label = '', sign = '', title = ''] = /^(.*?)([\u2800-\u28ff])(.*)$/s.exec(text) ?? [];
  const bits = sign === '' ? 0 : sign.charCodeAt(0) - FIRST;
  return {
    label: label.trim(),
    title: title.trim(),
    peripheral: (bits & PERIPHERAL) > 0,
    provisions: provisionTypes.filter((_, at) => (bits & (1 << at)) > 0),
  };
}
