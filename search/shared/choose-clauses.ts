import { rateText } from './highlight.ts';
import { foldText } from '../record/spelling.ts';

/** Clauses of one standard that come with a hit. */
export const MOST_CLAUSES = 20;

/** A clause that holds some of what was asked for. */
interface RatedClause {
  readonly label: string;
  readonly title: string;
  /** 前言, a list of references, an index. */
  readonly peripheral: boolean;
  /** By `rateText`. */
  readonly score: number;
  /** Holds all that was asked for. */
  readonly whole: boolean;
}

/**
 * The clauses of a standard that answer, best first: those that hold all that was asked for, else those that hold most of it;
 * the entry of the term asked for, then what names it in its title, come before the rest, 引言, 前言 and lists of references
 * last. What holds less is left out.
 */
export function chooseClauses<T extends RatedClause>(
  clauses: readonly T[],
  searchTerms: readonly string[],
): readonly T[] {
  const rated = clauses
    .filter(({ score }) => score > 0)
    .map((clause) => ({
      clause,
      place: placeOf(clause),
      strength: strengthOf(clause, searchTerms),
    }));
  const core = rated.filter(({ place }) => place === 0);
  const pool = core.length > 0 ? core : rated;
  const whole = pool.some(({ clause }) => clause.whole);
  const best = Math.max(0, ...pool.map(({ strength }) => strength));
  const stands = ({ clause, place, strength }: (typeof rated)[number]) =>
    whole || clause.whole ? clause.whole : strength === best && (core.length === 0 || place === 0);
  return rated
    .filter(stands)
    .sort((a, b) => a.place - b.place || b.strength - a.strength)
    .map(({ clause }) => clause);
}

/** 0 for what says something itself, 1 for 引言, 2 for what only names it. */
function placeOf({ label, title, peripheral }: RatedClause): 0 | 1 | 2 {
  if (peripheral) return 2;
  return /^0(?:\.|$)/.test(label) || /^(?:引\s*言|Introduction)$/i.test(title) ? 1 : 0;
}

/** What is in the title counts once more; a title that is the question, most; 范围 names what others say, and counts less. */
function strengthOf({ title, score }: RatedClause, searchTerms: readonly string[]): number {
  const name = foldText(title).replace(/\s/g, '');
  if (name !== '' && name === searchTerms.join('')) return 4 * score;
  const aside = /^(?:范\s*围|Scope)$/i.test(title) ? 2 : 0;
  return Math.max(0.5, score + rateText(title, searchTerms).score / 2 - aside);
}
