import { createEmptyCard, fsrs, Rating, State } from 'ts-fsrs';
import type { QueuedCard } from '#core/learning/progress.ts';

/** By the numbers that files have. */
const states = [State.New, State.Learning, State.Review, State.Relearning];

const scheduler = fsrs({ enable_fuzz: false });

/** When a question is due again after an answer, by the free spaced repetition scheduler (FSRS). */
export function scheduleCard(
  before: QueuedCard | undefined,
  topic: string,
  isRight: boolean,
  now: Date,
): QueuedCard {
  const card = before
    ? {
        ...before,
        elapsed_days: 0,
        state: states[before.state] ?? State.New,
        last_review: before.last_review ?? null,
      }
    : createEmptyCard(now);
  const { card: next } = scheduler.next(card, now, isRight ? Rating.Good : Rating.Again);
  return {
    topic,
    due: next.due.toISOString(),
    stability: next.stability,
    difficulty: next.difficulty,
    scheduled_days: next.scheduled_days,
    learning_steps: next.learning_steps,
    reps: next.reps,
    lapses: next.lapses,
    state: next.state,
    last_review: now.toISOString(),
  };
}
