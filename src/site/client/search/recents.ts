import { cleanQuery } from '#search/record/spelling.ts';

const KEY = 'biaolian.recent-searches';
const MOST = 8;

/** Questions asked before in this browser, newest first; none where storage is blocked. */
export function readRecents(): readonly string[] {
  try {
    const stored: unknown = JSON.parse(window.localStorage.getItem(KEY) ?? '[]');
    if (!Array.isArray(stored)) return [];
    const texts = stored.filter((each): each is string => typeof each === 'string');
    return [...new Set(texts.map(cleanQuery))].filter(Boolean).slice(0, MOST);
  } catch {
    return [];
  }
}

function write(texts: readonly string[]): void {
  try {
    if (texts.length === 0) window.localStorage.removeItem(KEY);
    else window.localStorage.setItem(KEY, JSON.stringify(texts.slice(0, MOST)));
  } catch {
    // Storage is blocked or full: nothing is kept.
  }
}

/** Puts a question before the recent ones of this browser, cleaned, each once; an empty one is passed over. */
export function addRecent(text: string): void {
  const added = cleanQuery(text);
  if (added !== '') write([added, ...readRecents().filter((each) => each !== added)]);
}

/** Takes a question out of the recent ones; one that is not among them changes nothing. */
export function removeRecent(text: string): void {
  write(readRecents().filter((each) => each !== text));
}

/** Forgets all recent questions of this browser. */
export function clearRecents(): void {
  write([]);
}
