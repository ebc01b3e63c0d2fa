import { asksForStandards, blankAsking } from '../places/asking.ts';
import { foldText } from '../record/spelling.ts';
import { loadSounds } from '../question/sound.ts';
import type { Sounds } from '../question/sound.ts';
import { favour } from './favour.ts';
import type { Favoured } from './favour.ts';
import { findPairsBySound, listSoundTokens } from './pair-sounds.ts';
import type { Part } from './plan.ts';
import type { Dictionary } from './vocabulary.ts';
import { isTold, planAlone, planQuestion } from './plan.ts';
import { rankStandards } from './rank.ts';
import type { FoundTokens, Ranking, RankSources } from './rank.ts';

/** Where a question is matched: the index of passages, and the titles of all standards. */
export interface MatchSources extends RankSources {
  /** Words by which this question may be put otherwise. */
  readonly dictionary: (question: string) => Promise<Dictionary>;
  /** Standards of the places that a question names, where it asks which standards there are. */
  readonly favoured: (text: string) => Promise<readonly Favoured[]>;
  /** Standards that have each of the tokens in their titles; those that none has may be left out. */
  readonly findTitles: (
    tokens: readonly string[],
  ) => Promise<ReadonlyMap<string, readonly number[]>>;
}

/** What of a question is where. */
export interface QuestionMatch extends Ranking {
  readonly parts: readonly Part[];
}

/** Tokens looked up for one question, its own first: each may cost a small file. */
const MOST_TOKENS = 90;
const MOST_PARTS = 40;
/** Pairs that nothing has and that are asked for by their sound. */
const MOST_SOUNDS = 8;

/**
 * Standards and clauses by how much of a question they hold, in whatever words: its own, what texts say for them, what sounds
 * alike where nothing has them. Rejects when the index cannot be read.
 */
export async function matchQuestion(text: string, sources: MatchSources): Promise<QuestionMatch> {
  const folded = foldText(text);
  const asks = asksForStandards(folded);
  // Begun at once; a place that cannot be read favours nothing.
  const favoured = asks ? sources.favoured(text).catch(() => []) : undefined;
  const subject = asks ? blankAsking(folded) : text;
  const planned = planQuestion(subject, await sources.dictionary(text)).slice(0, MOST_PARTS);
  const first = await findTokens(listTokens(planned), sources);
  const isKnown = (token: string) => first.passages.has(token) || first.titles.has(token);
  const unknown = planned.filter((part) => !part.ways.some(({ tokens }) => tokens.some(isKnown)));
  const heard = unknown.length === 0 ? planned : await hear(planned, unknown, sources);
  const parts = [...heard, ...planAlone(heard, isKnown)];
  const more = await findTokens(
    listTokens(parts).filter((token) => !isKnown(token)),
    sources,
  );
  const found: FoundTokens = {
    passages: new Map([...first.passages, ...more.passages]),
    titles: new Map([...first.titles, ...more.titles]),
  };
  const ranking = rankStandards(parts, found, sources);
  return { parts, ...(favoured ? favour(ranking, await favoured) : ranking) };
}

function listTokens(parts: readonly Part[]): readonly string[] {
  const own = parts.flatMap(({ ways }) => ways[0]?.tokens ?? []);
  const others = parts.flatMap(({ ways }) => ways.slice(1).flatMap(({ tokens }) => tokens));
  return [...new Set([...own, ...others])].slice(0, MOST_TOKENS);
}

async function findTokens(
  tokens: readonly string[],
  { passages, findTitles }: MatchSources,
): Promise<FoundTokens> {
  if (tokens.length === 0) return { passages: new Map(), titles: new Map() };
  const [inPassages, inTitles] = await Promise.all([
    passages?.find(tokens) ?? new Map(),
    findTitles(tokens),
  ]);
  return { passages: inPassages, titles: inTitles };
}

/** The parts, with what sounds like those that nothing has as further ways to say them. */
async function hear(
  parts: readonly Part[],
  unknown: readonly Part[],
  { passages }: MatchSources,
): Promise<readonly Part[]> {
  const candidates = unknown.filter((part) => isTypable(part.text) && isTold(part));
  if (!passages || candidates.length === 0) return parts;
  const sounds: Sounds = await loadSounds();
  const asked = candidates.slice(0, MOST_SOUNDS);
  const tokens = [...new Set(asked.flatMap(({ text }) => listSoundTokens(text, sounds)))];
  const pairs = await passages.findSounds(tokens);
  const ways = new Map(
    asked.map((part) => [part, findPairsBySound(part.text, sounds, pairs)] as const),
  );
  return parts.map((part) => {
    const others = ways.get(part) ?? [];
    return others.length === 0 ? part : { ...part, ways: [...part.ways, ...others] };
  });
}

const isTypable = (text: string): boolean => /^(?:\p{Script=Han}{2}|[a-z]{4,24})$/u.test(text);
