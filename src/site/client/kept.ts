/** Why a browser did not keep something: it lets the site keep nothing, has no room left, or holds it from a later version of the site. */
export type KeepFault = 'refused' | 'full' | 'other-version';

/** A text under a key of this browser; null where there is none, and a fault where storage is blocked. */
export function readKept(key: string): {
  readonly text: string | null;
  readonly fault?: KeepFault;
} {
  try {
    return { text: window.localStorage.getItem(key) };
  } catch {
    return { text: null, fault: 'refused' };
  }
}

/** Keeps a text under a key, or says why not; what was there before is there still then. */
export function keep(key: string, text: string): KeepFault | undefined {
  try {
    window.localStorage.setItem(key, text);
    return undefined;
  } catch (error) {
    const isFull = error instanceof DOMException && /quota/i.test(error.name);
    return isFull ? 'full' : 'refused';
  }
}

/**
 * Puts aside under a key of its own what this version of the site cannot read, so that nothing is written over it. Returns the key,
 * undefined where it could not be kept.
 */
export function putAside(key: string, text: string): string | undefined {
  for (let at = 1; at <= 20; at += 1) {
    const aside = `${key}.aside-${at}`;
    const there = readKept(aside);
    if (there.fault) return undefined;
    if (there.text === text) return aside;
    if (there.text === null) return keep(aside, text) ? undefined : aside;
  }
  return undefined;
}
