import type { EngineName, SearchAnswer, SearchHit } from '#search/contract.ts';
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
  readonly engine: 'pagefind' | 'meilisearch';
  /** Standards found. */
  readonly total: number;
  readonly hits: readonly HitLine[];
}

interface HitLine {
  readonly number: string;
  readonly title: string;
  readonly url: string;
  readonly clauses?: readonly ClauseLine[];
}

interface ClauseLine {
  /** `5.2.1`; empty for an element without a number. */
  readonly label: string;
  readonly title: string;
  readonly url: string;
  readonly text: string;
}

/** How much of a question is given back. */
const ECHO = 200;

const ENGINES: Readonly<Record<EngineName, AnswerLine['engine']>> = {
  embedded: 'pagefind',
  meilisearch: 'meilisearch',
};

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
    engine: ENGINES[answer.engine],
    total: answer.total,
    hits: answer.hits.map((hit) => lineOfHit(hit, printing)),
  };
  const escape = (character: string) =>
    `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `${JSON.stringify(line).replace(/[\u007f-\u009f\u2028\u2029]/g, escape)}\n`;
}

/** Control characters, and marks that turn the direction of a line, must not reach a terminal. */
const printable = (text: string): string =>
  text.replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');

/** The answer for people, several lines. */
export function formatText(query: string, answer: SearchAnswer, printing: Printing): string {
  const { total, exact, engine, hits, nearest, suggestion, degraded } = answer;
  const count = `${exact ? '' : '≥ '}${total}`;
  const lines = [
    total > 0
      ? `✓ ${query.slice(0, ECHO)}  ${count} 项标准 standards  ${ENGINES[engine]}`
      : `✗ ${query.slice(0, ECHO)}  没有找到 nothing found  ${ENGINES[engine]}`,
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
  for (const [at, hit] of hits.entries()) lines.push(...describeHit(hit, `${at + 1}.`, printing));
  for (const hit of nearest) lines.push(...describeHit(hit, '编号相近 near:', printing));
  return `${lines.map(printable).join('\n')}\n`;
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
