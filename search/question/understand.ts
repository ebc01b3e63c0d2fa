import { parseNumber } from '#core/number/parse.ts';
import type { SearchAnswer, SearchEngine, SearchRequest, Suggestion } from '../contract.ts';
import { filterNames } from '../contract.ts';
import { foldText, splitText } from '../record/spelling.ts';
import { findMistypedPinyin, findMistypedWord } from './latin.ts';
import { findNumberIn, readAsked } from './named-numbers.ts';
import { readNumberAndWords } from './number-and-words.ts';
import { findLookalikes, findSoundalikes, loadSounds, soundOf } from './sound.ts';
import { cutWords, dropAsking, findValueIn } from './words.ts';

/** Questions put to the engine for one of the reader, the first included. */
const MOST_CALLS = 8;
/** Names that are looked through for what was meant. */
const NAMES = 40;

/** Ask for something else than was asked; undefined when enough has been asked. */
type AskAgain = (change: Partial<SearchRequest>) => Promise<SearchAnswer | undefined>;

/**
 * What a question that found nothing may have meant: what the filters hide; the number in it; its words without what it is
 * asked with; what sounds or looks like it. The answer found that way keeps `query` as it was typed and says in `suggestion` what was
 * asked instead; `asked`, with what was learnt, when there is none.
 */
export async function understand(
  engine: SearchEngine,
  request: SearchRequest,
  asked: SearchAnswer,
  signal?: AbortSignal,
): Promise<SearchAnswer> {
  let calls = 1;
  const again: AskAgain = async (change) => {
    if (calls >= MOST_CALLS) return undefined;
    calls += 1;
    return engine.search({ ...request, ...change }, signal);
  };
  const hidden = asked.hidden ?? (await countHidden(request, again));
  if ((hidden && hidden.total > 0) || foldText(request.text) === '') {
    return hidden ? { ...asked, hidden } : asked;
  }
  if (request.asWritten) {
    const text = findNumberIn(request.text) ?? dropAsking(request.text);
    return text === undefined
      ? asked
      : { ...asked, suggestion: { text, why: 'words', applied: false } };
  }
  let best = asked;
  for await (const { text, why } of listMeanings(request, again)) {
    const answer = await again({ text });
    if (!answer) break;
    if (answer.total > 0) {
      return { ...answer, query: asked.query, suggestion: { text, why, applied: true } };
    }
    // The number alone may have neighbours where the sentence around it had none.
    if (best.nearest.length === 0 && answer.nearest.length > 0) {
      best = { ...asked, nearest: answer.nearest };
    }
  }
  if (!isMatched(request) || isNumber(request.text)) return best;
  const matched = await again({ best: true });
  return matched && matched.total > 0 ? matched : best;
}

/** Whether a question is the number of a standard and nothing else: its neighbours answer it, and no clause that has its digits. */
function isNumber(text: string): boolean {
  return parseNumber(text).ok || /^[a-z/]+\d[\da-z./:-]*$/.test(foldText(text));
}

/** Terms and systems are found by their names alone. */
function isMatched({ scope = 'standards', titlesOnly }: SearchRequest): boolean {
  return !titlesOnly && (scope === 'standards' || scope === 'clauses');
}

/** How many there would be without all filters, and without each; undefined when there are none. */
async function countHidden(
  request: SearchRequest,
  again: AskAgain,
): Promise<SearchAnswer['hidden'] | undefined> {
  const { filters = {} } = request;
  const names = filterNames.filter((name) => (filters[name] ?? []).length > 0);
  if (names.length === 0) return undefined;
  const count = async (rest: SearchRequest['filters']) =>
    (await again({ filters: rest ?? {}, page: 1, size: 1, facets: false }))?.total ?? 0;
  const total = await count({});
  if (total === 0) return { total: 0, without: [] };
  if (names.length === 1) return { total, without: names.map((name) => ({ name, total })) };
  const without = await Promise.all(
    names
      .slice(0, MOST_CALLS - 2)
      .map(async (name) => ({ name, total: await count({ ...filters, [name]: [] }) })),
  );
  return { total, without };
}

type Meaning = Pick<Suggestion, 'text' | 'why'>;

/** What may have been meant, likeliest first; each is made when the one before found nothing. */
async function* listMeanings(request: SearchRequest, again: AskAgain): AsyncGenerator<Meaning> {
  const { text, titlesOnly } = request;
  const matched = isMatched(request);
  const number = matched && readNumberAndWords(text) ? undefined : findNumberIn(text);
  if (number !== undefined) yield { text: number, why: 'words' };
  const { numbers, rest } = readAsked(text);
  // The title beside a number that is not held.
  if (numbers.length === 1 && rest !== '') yield { text: rest, why: 'words' };
  const words = titlesOnly ? undefined : dropAsking(text);
  if (words !== undefined) yield { text: words, why: 'words' };
  // What is longer than a name is matched, with what sounds like its words.
  if (matched && !isName(words ?? text)) return;
  yield* listSoundalikes(words ?? text, request, again);
  const value = titlesOnly ? undefined : findValueIn(text);
  if (value !== undefined) yield { text: value, why: 'words' };
  if (!titlesOnly && !matched) {
    for (const cut of cutWords(words ?? text)) if (cut !== words) yield { text: cut, why: 'words' };
  }
  if (!titlesOnly) yield* listLookalikes(words ?? text, request, again);
}

/** Whether a question may be a name or a title, and is no sentence: a few words, or one run of characters. */
function isName(text: string): boolean {
  const { length } = [...text];
  return length <= LONGEST_WORDS || (length <= LONGEST_TITLE && /^\p{Script=Han}+$/u.test(text));
}

/** Characters of a few words, and of a title, that may be misspelled as a whole. */
const LONGEST_WORDS = 10;
const LONGEST_TITLE = 16;
const SHORTEST_PINYIN = 5;
/** Syllables of a run's end that are asked for when its start is not known. */
const ENDING = 4;
/** Runs of a question that are heard, longest first. */
const MOST_RUNS = 2;

async function* listSoundalikes(
  text: string,
  request: SearchRequest,
  again: AskAgain,
): AsyncGenerator<Meaning> {
  const folded = foldText(text);
  const { runs, words } = splitText(folded);
  const names = (sound: string) => listNames(request, again, { text: sound, sound: true });
  for (const run of byLength(runs).slice(0, MOST_RUNS)) {
    if (run.length < 2) break;
    const sounds = await loadSounds();
    const beginning = soundOf(run, sounds);
    const ending = soundOf(run.slice(-ENDING), sounds);
    for (const sound of beginning === ending ? [beginning] : [beginning, ending]) {
      if (sound.length < 3) continue;
      const named = await names(sound);
      const found = findSoundalikes(run, named, sounds);
      const meanings = found.filter((meant) => isInWords(meant, named));
      for (const meant of meanings) yield { text: folded.replace(run, meant), why: 'sound' };
      if (meanings.length > 0) return;
      // It is right as it is: another run is wrong.
      if (named.some((name) => foldText(name).includes(run))) break;
    }
  }
  const typed = words.join('');
  if (runs.length > 0 || typed.length < SHORTEST_PINYIN || /[^a-z]/.test(typed)) return;
  const beginning = typed.slice(0, Math.max(4, Math.ceil(typed.length / 2)));
  const meant = findMistypedPinyin(typed, await names(beginning), await loadSounds());
  if (meant !== undefined) yield { text: meant, why: 'sound' };
}

/**
 * Whether two characters stand in a name as a word or between words, and not across one: 菜标 of 蔬菜标准 is none. Longer
 * stretches do, and where words cannot be told.
 */
function isInWords(meant: string, names: readonly string[]): boolean {
  if ([...meant].length > 2 || !('Segmenter' in Intl)) return true;
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  return names.some((name) => {
    const folded = foldText(name);
    const at = folded.indexOf(meant);
    if (at < 0) return false;
    const starts = new Set([...segmenter.segment(folded)].map(({ index }) => index));
    return starts.has(at) && (starts.has(at + meant.length) || at + meant.length === folded.length);
  });
}

async function* listLookalikes(
  text: string,
  request: SearchRequest,
  again: AskAgain,
): AsyncGenerator<Meaning> {
  const folded = foldText(text);
  const { runs, words } = splitText(folded);
  const [run] = byLength(runs);
  if (run !== undefined) {
    if (run.length < 4) return;
    const middle = run.length >> 1;
    for (const half of [run.slice(0, middle), run.slice(middle)]) {
      const [meant] = findLookalikes(run, await listNames(request, again, { text: half }));
      if (meant === undefined) continue;
      yield { text: folded.replace(run, meant), why: 'sound' };
      return;
    }
    return;
  }
  const [word] = byLength(words.filter((each) => /^[a-z]{5,}$/.test(each)));
  if (word === undefined) return;
  const beginning = word.slice(0, Math.max(3, word.length >> 1));
  const meant = findMistypedWord(word, await listNames(request, again, { text: beginning }));
  if (meant !== undefined) yield { text: folded.replace(word, meant), why: 'sound' };
}

function byLength(words: readonly string[]): readonly string[] {
  return [...words].sort((a, b) => b.length - a.length);
}

/** Names of what answers a question: titles, in both languages, of standards; terms; systems. */
async function listNames(
  { scope = 'standards' }: SearchRequest,
  again: AskAgain,
  change: Pick<SearchRequest, 'text' | 'sound'>,
): Promise<readonly string[]> {
  const answer = await again({
    ...change,
    scope: scope === 'clauses' ? 'standards' : scope,
    sort: 'relevance',
    page: 1,
    size: NAMES,
    facets: false,
    titlesOnly: true,
  });
  if (!answer) return [];
  const { hits, terms, systems } = answer;
  return [
    ...hits.flatMap(({ title, titleEn }) => [title, titleEn]),
    ...terms.flatMap(({ term, termEn }) => [term, termEn]),
    ...systems.flatMap(({ name, nameEn }) => [name, nameEn]),
  ].filter(Boolean);
}
