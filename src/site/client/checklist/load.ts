import { isStandardFile } from '#core/checklist/index.ts';
import type { StandardFile } from '#core/checklist/index.ts';
import { findHome } from '../home.ts';
import type { AskedStandard } from './asked.ts';

/** What became of each standard that was asked for. */
export interface Loaded {
  readonly files: readonly StandardFile[];
  /** The site has no text of it. */
  readonly absent: readonly AskedStandard[];
  /** Could not be had now; may be asked for again. */
  readonly failed: readonly AskedStandard[];
  /** Not asked for: the reader stopped before. */
  readonly left: readonly AskedStandard[];
}

/** So many are loaded side by side. */
const atOnce = 4;

/** Loads the files of standards in their order; `onProgress` hears of each that came or failed. Never throws. */
export async function loadStandards(
  asked: readonly AskedStandard[],
  signal: AbortSignal,
  onProgress: (done: number) => void,
): Promise<Loaded> {
  const answers = new Map<string, StandardFile | 'absent' | 'failed'>();
  const waiting = [...asked];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next && !signal.aborted; next = waiting.shift()) {
      const answer = await loadOne(next.slug, signal);
      if (answer !== 'stopped') answers.set(next.slug, answer);
      onProgress(answers.size);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const pick = (answer: 'absent' | 'failed' | undefined) =>
    asked.filter(({ slug }) => answers.get(slug) === answer);
  return {
    files: asked.flatMap(({ slug }) => {
      const answer = answers.get(slug);
      return typeof answer === 'object' ? [answer] : [];
    }),
    absent: pick('absent'),
    failed: pick('failed'),
    left: pick(undefined),
  };
}

async function loadOne(
  slug: string,
  signal: AbortSignal,
): Promise<StandardFile | 'absent' | 'failed' | 'stopped'> {
  try {
    const answered = await fetch(`${findHome()}standards/${slug}/index.json`, { signal });
    if (answered.status === 404) return 'absent';
    if (!answered.ok) return 'failed';
    const file: unknown = await answered.json();
    return isStandardFile(file) ? file : 'failed';
  } catch {
    return signal.aborted ? 'stopped' : 'failed';
  }
}
