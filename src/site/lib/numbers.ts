import { escapeHtml, markBreaks } from '../../core/render/index.ts';

/** HTML of a number of a standard, for elements of the class `number`, which end no line elsewhere. */
export function breakNumber(number: string): string {
  return markBreaks(escapeHtml(number));
}
