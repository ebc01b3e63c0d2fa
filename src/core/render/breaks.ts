import { asHtml } from '../base/html.ts';
import type { Html } from '../base/html.ts';

/** A number of a standard in which a line may end after `—`, and after `/` between two numbers or bodies; where lines do not break else. */
export function markBreaks({ markup }: Html): Html {
  return asHtml(markup.replaceAll(/—(?=.)|(?<=\d|ISO|IEC)\/(?![TZ]\b)(?=.)/gu, '$&<wbr>'));
}
