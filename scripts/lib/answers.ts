import type { Bilingual } from '../bootstrap/problem.mjs';

/** What is asked of an installation. */
export const questions = [
  'versions',
  'library',
  'facts',
  'site',
  'failures',
  'index',
  'disk',
  'servers',
  'keys',
  'certificate',
  'caches',
] as const;

/** An answer: what is so, whether somebody has to do something, and what. */
export interface Answer {
  readonly question: (typeof questions)[number];
  readonly state: 'good' | 'look' | 'bad';
  readonly says: Bilingual;
  readonly todo?: Bilingual;
}

/** An answer by which nothing is to be done. */
export const good = (question: Answer['question'], zh: string, en: string): Answer => ({
  question,
  state: 'good',
  says: { zh, en },
});

/** An answer with what is to be done. */
export const found = (
  question: Answer['question'],
  state: 'look' | 'bad',
  [zh, en]: readonly [string, string],
  [todoZh, todoEn]: readonly [string, string],
): Answer => ({ question, state, says: { zh, en }, todo: { zh: todoZh, en: todoEn } });
