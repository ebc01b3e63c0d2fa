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

/** Soft line breaks: nothing between Chinese characters, a space elsewhere. */
export function joinLines(text: string): string {
  if (!text.includes('\n')) return text;
  return text
    .replaceAll(
      /(?<=[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF—])\n\s*(?=[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF—])/g,
      '',
    )
    .replaceAll(/\n\s*/g, ' ');
}
