/** The first sentence that ends a line behind the front matter, which may have sentences of its own; `$1` is all up to there. */
export const firstSentence = /(^---\n[^]*?\n---\n[^]*?。)\n/;
