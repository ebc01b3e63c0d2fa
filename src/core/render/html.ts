const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Escape for text and for double-quoted attributes; private-use characters (our holes) fall away. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"\uE000-\uE00F]/g, (found) => escapes[found] ?? '');
}

/** HTML of a number of a standard in which a line may end after `—`, and after `/` between two numbers or bodies; where lines do not break else. */
export function markBreaks(number: string): string {
  return number.replaceAll(/—(?=.)|(?<=\d|ISO|IEC)\/(?![TZ]\b)(?=.)/gu, '$&<wbr>');
}
