import { mergeProgress, noProgress, readProgress } from '#core/learning/progress.ts';
import type { Progress } from '#core/learning/progress.ts';
import { LEARN_SCRIPT } from '#site/i18n/browser/learn.ts';
import { readLanguage } from '../home.ts';
import { keep, putAside, readKept } from '../kept.ts';
import { announce } from '../toast.ts';

const words = LEARN_SCRIPT[readLanguage()];
const key = 'biaolian.learning';

/** Held where the browser keeps nothing: it lasts as long as the page. */
let held: Progress | undefined;

/** What was learnt in this browser; what another version wrote is put aside, and said. */
export function loadProgress(): Progress {
  if (held) return held;
  const { text, fault } = readKept(key);
  if (fault !== undefined || text === null) return noProgress;
  const read = readProgress(text);
  if ('progress' in read) return read.progress;
  putAside(key, text);
  announce(words.unreadable, 8000);
  return noProgress;
}

/** Keeps what was learnt; where the browser does not, the page holds it and says so. */
export function changeProgress(change: (progress: Progress) => Progress): Progress {
  const next = change(loadProgress());
  const fault = keep(key, JSON.stringify(next));
  if (fault === undefined) held = undefined;
  else {
    held = next;
    announce(words.keep[fault], 8000);
  }
  return next;
}

/** Puts the progress of a file together with what is here. */
export function joinProgress(other: Progress): Progress {
  return changeProgress((progress) => mergeProgress(progress, other));
}
