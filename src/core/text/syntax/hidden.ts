/** A letter to the parser and nothing to the reader. */
export const filler = '\uE0FF';

const base = 0xe100;

/** A character of private use in place of a mark of ASCII; the source holds none (`cleanSource`). */
export function hide(mark: string): string {
  return String.fromCharCode(base + mark.charCodeAt(0));
}

/** Each mark of ASCII in a text hidden. */
export function hideAll(marks: string): string {
  return marks.replaceAll(/[!-~]/g, hide);
}

const hidden = /[\uE0FF-\uE17E]/g;

/** A text of the tree as the author wrote it. */
export function reveal(text: string): string {
  return text.replaceAll(hidden, (found) =>
    found === filler ? '' : String.fromCharCode(found.charCodeAt(0) - base),
  );
}

/** Whether a text given to the parser holds something to reveal. */
export function hasHidden(text: string): boolean {
  return text.search(hidden) !== -1;
}
