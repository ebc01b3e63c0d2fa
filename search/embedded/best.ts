import type { SearchRequest } from '../contract.ts';
import { isNamedClause, readNumberAndWords } from '../question/number-and-words.ts';
import { describeMatch } from '../match/describe.ts';
import { readKind } from '../match/asked.ts';
import { listFavoured } from '../match/favour.ts';
import { chooseAnswers } from '../match/choose.ts';
import { matchQuestion } from '../match/match-question.ts';
import type { MatchSources, QuestionMatch } from '../match/match-question.ts';
import { excerptClause } from '../match/excerpt-clause.ts';
import { listMarks } from '../match/marks.ts';
import { placeClauses } from '../match/passages.ts';
import type { RankedStandard } from '../match/rank.ts';
import { keepBest, kindOfAnswer, NAMED_CLAUSE } from '../match/rank.ts';
import { wordToken } from '../match/tokens.ts';
import { WORD } from '../record/titles.ts';
import type { Directory } from './directory/open.ts';
import { findNamed } from './directory/search.ts';
import { toClauseHit } from './texts/check-text.ts';
import type { TextHit } from './texts/check-text.ts';
import type { Gathered } from './gather.ts';
import type { TextSources } from './read-texts.ts';

/** Words in titles that begin with a stem: looked at, so many at most. */
const MOST_WORDS = 40;

/** Where the embedded engine matches a question in people's own words. */
export function openSources(directory: Directory, day: string): MatchSources {
  const { passages, hosted, hostedLive, recordsLive, textList } = directory;
  const findTitle = async (token: string): Promise<readonly number[]> => {
    if (!token.startsWith(WORD)) return [...token].length < 2 ? [] : directory.find(token);
    const begin = (each: string) => each.startsWith(token);
    const found = await directory.scan(token, begin, MOST_WORDS);
    const same = found.filter((each) => wordToken(each.token.slice(WORD.length)) === token);
    return [...new Set(same.flatMap(({ ids }) => ids))];
  };
  const isRead = (id: number) => passages !== undefined && id < hosted;
  return {
    passages,
    records: directory.records,
    dictionary: directory.dictionary,
    standardOf: (text) => directory.bySlug(textList[text]?.[1] ?? ''),
    isRead,
    favoured: (text) => listFavoured(text, { ...directory, idOf: ({ id }) => id }, day),
    isLive: (id) => id < hostedLive || (id >= hosted && id < recordsLive),
    findTitles: async (tokens) => {
      const lists = await Promise.all(
        tokens.map(async (token) => {
          const ids = (await findTitle(token)).filter((id) => !isRead(id));
          return [token, ids] as const;
        }),
      );
      return new Map(lists.filter(([, ids]) => ids.length > 0));
    },
  };
}

/** Standards that hold most of a question, best first, with the clauses that do. Rejects when the index cannot be read. */
export async function gatherBest(
  directory: Directory,
  { readText }: TextSources,
  request: SearchRequest,
  day: string,
): Promise<Gathered> {
  const named = readNumberAndWords(request.text);
  const [match, { ids }] = await Promise.all([
    matchQuestion(named?.rest ?? request.text, openSources(directory, day)),
    findNamed(directory, named ? [named.number] : []),
  ]);
  const kept = keepBest(match.standards, ids);
  const clause = named?.clause ?? '';
  const read = (each: RankedStandard) =>
    readBest(each, match, directory, readText, request, ids.includes(each.standard) ? clause : '');
  const isRead = ({ standard, clauses }: RankedStandard) =>
    clauses.length > 0 || (clause !== '' && ids.includes(standard) && standard < directory.hosted);
  return {
    order: new Map(
      kept.map((each) => [each.standard, kindOfAnswer(each, ids.includes(each.standard))]),
    ),
    texts: new Map(kept.filter(isRead).map((each) => [each.standard, () => read(each)])),
    textual: true,
    doubtful: false,
    cut: false,
    degraded: false,
    named: [],
    best: describeMatch(match),
  };
}

/** The clauses of a standard that may answer, in the reader's language where it has a text in it, best first. */
async function readBest(
  { standard, clauses }: RankedStandard,
  { parts }: QuestionMatch,
  { textList, bySlug }: Directory,
  readText: TextSources['readText'],
  { text: question, language }: SearchRequest,
  named: string,
): Promise<TextHit | null> {
  const places = textList.flatMap(([, slug], at) => (bySlug(slug) === standard ? [at] : []));
  const isOwn = (at: number) => (textList[at]?.[2] === 1) === (language === 'en');
  const shown = places.find(isOwn) ?? places[0];
  if (shown === undefined) return null;
  const wanted = [...new Set([shown, ...clauses.map(({ text }) => text)])];
  const pages = new Map(
    await Promise.all(
      wanted.map(async (at) => [at, (await readText(textList[at]?.[0] ?? '')).clauses] as const),
    ),
  );
  // Both languages have the same anchors.
  const scores = new Map<string, number>();
  for (const { text, clause, score } of clauses) {
    const id = pages.get(text)?.[clause]?.id;
    if (id !== undefined) scores.set(id, Math.max(score, scores.get(id) ?? 0));
  }
  const [, slug = '', english] = textList[shown] ?? [];
  const own = pages.get(shown) ?? [];
  const kinds = placeClauses(own);
  const candidates = own.flatMap((clause, at) => {
    const { title, body, provisions } = clause;
    const score = isNamedClause(clause.label, named) ? NAMED_CLAUSE : scores.get(clause.id);
    if (score === undefined) return [];
    const place = kinds[at] ?? 'body';
    return [{ clause, score, place, title, text: body, provides: provisions.length > 0 }];
  });
  const asked = readKind(question);
  const marks = listMarks(parts, asked);
  const of = { slug, language: english === 1 ? 'en' : 'zh' } as const;
  return {
    ...of,
    clauses: chooseAnswers(candidates, asked).map(({ clause }) => ({
      whole: true,
      provisions: clause.provisions,
      draw: () => ({
        ...toClauseHit(clause, of, []),
        snippet: excerptClause(clause.body, marks(clause.body)),
      }),
    })),
    peripheral: false,
    literal: false,
  };
}
