import { findHome } from '../home.ts';

/** Headers that say of a kept page when it was kept, and its name; the worker (`public/sw.js`) has the same. */
export const keptAt = 'X-Kept-At';
export const keptTitle = 'X-Kept-Title';

/** A request with this header passes the worker by. */
export const pastWorker = 'X-Past-Worker';

/** The names of what a portal keeps on a device: pages that were read, and the beginning of each that was taken along. */
export function nameCaches(home = findHome()) {
  return { pages: `biaolian:${home}:pages:1`, taken: `biaolian:${home}:taken:1:` };
}

/** Where what is said of something taken along lies in its cache; no address of the site. */
export const takenFacts = (home = findHome()): string => `${home}offline/taken.json`;
