import { printable } from './printable.ts';
import type {
  BestMatch,
  ClauseHit,
  EngineName,
  QuestionWord,
  SearchAnswer,
  SearchHit,
} from '#search/contract.ts';
import { placeWords } from '#search/match/answer-words.ts';
import { effectiveStatus } from '#core/catalog/index.ts';
import type { Language } from '#core/model/standard.ts';

/** What answers are printed with. */
export interface Printing {
  readonly language: Language;
  /** Put before paths; without a final slash. */
  readonly base: string;
  /** The day of reading, `YYYY-MM-DD`. */
  readonly day: string;
}

/** One line of `--json`. */
interface AnswerLine {
  /** As given, cut to 200 characters. */
  readonly query: string;
  readonly engine: EngineName;
  /** Standards found. */
  readonly total: number;
  readonly hits: readonly HitLine[];
  /** Where no standard holds all of the question: which of its words the first has, and whether an answer is likely. */
  readonly best?: BestMatch;
}

interface HitLine extends Pick<SearchHit, 'number' | 'title'> {
  readonly url: string;
  readonly clauses?: readonly ClauseLine[];
}

interface ClauseLine extends Pick<ClauseHit, 'label' | 'title'> {
  readonly url: string;
  readonly text: string;
}

/** How much of a question is given back. */
const ECHO = 200;

const titleOf = ({ title, titleEn }: SearchHit, language: Language): string =>
  language === 'en' && titleEn !== '' ? titleEn : title;

function lineOfHit(hit: SearchHit, { language, base }: Printing): HitLine {
  const clauses = hit.clauses.map(({ label, title, path, snippet }): ClauseLine => ({
    label,
    title,
    url: base + path,
    text: snippet.map(({ text }) => text).join(''),
  }));
  return {
    number: hit.number,
    title: titleOf(hit, language),
    url: base + hit.path,
    ...(clauses.length > 0 && { clauses }),
  };
}

/** One object, with nothing a terminal would obey. */
export function formatJson(query: string, answer: SearchAnswer, printing: Printing): string {
  const line: AnswerLine = {
    query: query.slice(0, ECHO),
    engine: answer.engine,
    total: answer.total,
    hits: answer.hits.map((hit) => lineOfHit(hit, printing)),
    ...(answer.best && { best: answer.best }),
  };
  const escape = (character: string) =>
    `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `${JSON.stringify(line).replace(/[\u007f-\u009f\u2028\u2029]/g, escape)}\n`;
}

/** The answer for people, several lines. */
export function formatText(query: string, answer: SearchAnswer, printing: Printing): string {
  const { total, exact, engine, hits, nearest, suggestion, degraded } = answer;
  const count = `${exact ? '' : '≥ '}${total}`;
  const lines = [
    answer.best?.likely === false
      ? `✗ ${query.slice(0, ECHO)}  没有答案 no answer  ${engine}`
      : total > 0
        ? `✓ ${query.slice(0, ECHO)}  ${count} 项标准 standards  ${engine}`
        : `✗ ${query.slice(0, ECHO)}  没有找到 nothing found  ${engine}`,
  ];
  if (degraded) lines.push('  正文没有查到 texts could not be searched');
  if (suggestion) {
    lines.push(
      suggestion.why === 'year'
        ? `  没有这一版，以下是 ${suggestion.text} 的其他版本 no such edition; others of ${suggestion.text}`
        : suggestion.applied
          ? `  按“${suggestion.text}”查找 searched for "${suggestion.text}"`
          : `  是不是想找 did you mean: ${suggestion.text}`,
    );
  }
  if (answer.best && total > 0) lines.push(...describeBest(answer.best, hits[0]));
  for (const [at, hit] of hits.entries()) lines.push(...describeHit(hit, `${at + 1}.`, printing));
  for (const hit of nearest) lines.push(...describeHit(hit, '编号相近 near:', printing));
  return `${lines.map(printable).join('\n')}\n`;
}

/** That no text holds the whole question, and where its words are, seen from the first clause of the first standard. */
function describeBest(
  { words, likely }: BestMatch,
  first: SearchHit | undefined,
): readonly string[] {
  const [clause] = first?.clauses ?? [];
  const shown = clause
    ? [clause.title, ...clause.snippet.map(({ text }) => text)].join('')
    : `${first?.title} ${first?.titleEn}`;
  const { inClause, elsewhere, missing } = placeWords(words, shown);
  const list = (mark: string, name: string, some: readonly QuestionWord[]) =>
    some.length === 0
      ? []
      : [
          `  ${mark} ${name} ${some.map(({ text, as }) => (as ? `${text} → ${as}` : text)).join(', ')}`,
        ];
  return [
    likely
      ? '  按问题中的词查找，最接近的在前 by the words of the question, the closest first'
      : '  没有标准回答这个问题，以下是最接近的 no standard here answers; the closest are',
    ...list('✓', '首条写到 in the first clause:', inClause),
    ...list('·', '首项别处写到 elsewhere in the first standard:', elsewhere),
    ...list('✗', '没有写到 not found:', missing),
  ];
}

function describeHit(hit: SearchHit, mark: string, printing: Printing): readonly string[] {
  const { number, title, url, clauses = [] } = lineOfHit(hit, printing);
  const { status } = effectiveStatus(hit.facts, printing.day);
  const more = hit.clauseCount - clauses.length;
  return [
    `  ${mark} ${number}  ${title}  [${status}]`,
    `     ${url}`,
    ...clauses.map((each) => `     · ${[each.label, each.title, each.text].join(' ').trim()}`),
    ...(more > 0 ? [`     · 另有 ${more} 条 ${more} more clauses`] : []),
  ];
}
