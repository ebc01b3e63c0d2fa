/** Beside Pagefind's files: what its fragments are, so that no text is fetched to learn whose it is. */
export const TEXTS_FILE = 'texts.json';

/** By the id of a fragment: the slug of the standard, and 1 for its English text. An id is a digest of the text. */
export type TextsFile = Readonly<Record<string, readonly [slug: string, english?: 1]>>;
