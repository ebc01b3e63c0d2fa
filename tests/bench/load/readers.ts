import { setTimeout as wait } from 'node:timers/promises';

/** What readers met with. */
export interface Load {
  /** Milliseconds of each answer, ascending. */
  readonly times: readonly number[];
  readonly errors: readonly string[];
  readonly seconds: number;
}

export interface LoadOptions {
  readonly readers: number;
  readonly seconds: number;
  /** Between an answer and the next question of a reader: half to one and a half times so long. */
  readonly pauseMs: number;
}

/** Readers at once, each with one question after the other; it ends by itself. */
export async function runReaders(
  { readers, seconds, pauseMs }: LoadOptions,
  ask: (reader: number, question: number) => Promise<void>,
): Promise<Load> {
  const times: number[] = [];
  const errors: string[] = [];
  const started = performance.now();
  const end = started + seconds * 1000;
  const read = async (reader: number): Promise<void> => {
    await wait(Math.random() * pauseMs);
    for (let question = 0; performance.now() < end; question += 1) {
      const asked = performance.now();
      try {
        await ask(reader, question);
        times.push(performance.now() - asked);
      } catch (error) {
        errors.push(error instanceof Error ? error.message : String(error));
      }
      await wait(pauseMs * (0.5 + Math.random()));
    }
  };
  await Promise.all(Array.from({ length: readers }, (_, reader) => read(reader)));
  return {
    times: times.toSorted((a, b) => a - b),
    errors,
    seconds: (performance.now() - started) / 1000,
  };
}

/** The time below which a share of answers came. */
export function timeAt(times: readonly number[], share: number): number {
  return times[Math.max(0, Math.ceil(times.length * share) - 1)] ?? 0;
}
