/** A text in two pieces: the front matter between its lines of `---`, and what follows. */
export interface SplitText {
  /** With its lines of `---` and the empty lines after it. */
  readonly head: string;
  readonly yaml: string;
  readonly body: string;
}

const shape = /^---[ \t]*\r?\n([\s\S]*?)^(?:---|\.\.\.)[ \t]*(?:(?:\r?\n)+|$)/m;

/** Cuts a text after its front matter; without one all of it is body. */
export function splitText(text: string): SplitText {
  const found = text.startsWith('---') ? shape.exec(text) : null;
  if (found?.index !== 0) return { head: '', yaml: '', body: text };
  const [head, yaml = ''] = found;
  return { head, yaml, body: text.slice(head.length) };
}
