/** A piece of an explanation, its lines in the source joined. */
export interface Paragraph {
  readonly kind: 'heading' | 'item' | 'text';
  readonly text: string;
}

const opening = /^(?:(?<marks>#+|[-*])\s+|(?<own>\d+[.)]\s|\|))/;
const han = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/u;

/** Headings, items of lists and paragraphs of Markdown, as plain text: a line that only goes on is part of the one before. */
export function listParagraphs(markdown: string): readonly Paragraph[] {
  const found: Paragraph[] = [];
  let goesOn = false;
  for (const raw of markdown.split('\n')) {
    const line = raw.trim();
    const start = opening.exec(line);
    const last = found.at(-1);
    if (line === '') goesOn = false;
    else if (goesOn && !start && last) {
      found[found.length - 1] = { ...last, text: join(last.text, line) };
    } else {
      const marks = start?.groups?.['marks'];
      const kind = marks === undefined ? 'text' : marks.startsWith('#') ? 'heading' : 'item';
      found.push({ kind, text: marks === undefined ? line : line.slice(start?.[0].length) });
      goesOn = kind !== 'heading';
    }
  }
  return found;
}

/** Chinese has no space between the end of a line and the next. */
function join(before: string, after: string): string {
  const tight = han.test(before.slice(-1)) && han.test(after.slice(0, 1));
  return `${before}${tight ? '' : ' '}${after}`;
}
