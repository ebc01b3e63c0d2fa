import type { Language } from '#core/model/standard.ts';
import { keyOfNumber } from '#core/catalog/index.ts';
import type { Library } from '#library/open.ts';
import { squeeze } from './case.ts';

/** How people ask: a sentence, loose words, everyday names, a job or product, English, a slip, glued numbers, what no standard answers. */
export const questionClasses = [
  'sentence',
  'words',
  'everyday',
  'job',
  'english',
  'typo',
  'glued',
  'none',
] as const;
export type QuestionClass = (typeof questionClasses)[number];

/** `kept` is left for the last run. */
export const questionSets = ['open', 'kept'] as const;
export type QuestionSet = (typeof questionSets)[number];

/** A line of the file of questions. */
export interface Question {
  readonly id: string;
  readonly set: QuestionSet;
  readonly name: QuestionClass;
  readonly text: string;
  readonly language: Language;
  /** Numbers of the standards that answer, best first; none of class `none`. */
  readonly standards: readonly string[];
  /** Printed addresses of the clauses of the best standard that answer. */
  readonly clauses: readonly string[];
}

/** A question with its answers as hits name them. */
export interface SettledQuestion extends Question {
  /** Slugs, best first. */
  readonly slugs: readonly string[];
  /** `slug#id` of the clauses of the first that answer. */
  readonly answers: ReadonlySet<string>;
}

/** Where numbers and printed addresses are in a library. */
export interface Places {
  readonly slugOf: (number: string) => string | undefined;
  readonly idOf: (slug: string, address: string) => string | undefined;
}

/** What could be taken of a file, and a line for each thing that could not. */
interface Taken<T> {
  readonly questions: readonly T[];
  readonly problems: readonly string[];
}

const COLUMNS = ['id', 'set', 'class', 'question', 'standards', 'clauses', 'note'] as const;

const isOne = <T extends string>(list: readonly T[], value: string): value is T =>
  list.some((each) => each === value);

const list = (cell: string): readonly string[] =>
  cell
    .split('|')
    .map((each) => each.trim())
    .filter((each) => each !== '');

/** Questions of a table with tabs, in its order; lines that are no question, or repeat an id, are refused. */
export function parseQuestions(text: string): Taken<Question> {
  const questions: Question[] = [];
  const problems: string[] = [];
  const known = new Set<string>();
  for (const [at, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const cells = line.split('\t').map((cell) => cell.trim());
    if (line.trim() === '' || line.startsWith('#') || cells[0] === COLUMNS[0]) continue;
    const [id = '', set = '', name = '', question = '', standards = '', clauses = ''] = cells;
    const answers = list(standards);
    if (cells.length > COLUMNS.length || id === '' || question === '' || known.has(id)) {
      problems.push(`line ${at + 1}: not ${COLUMNS.join(', ')}, or an id twice: ${line}`);
    } else if (!isOne(questionSets, set) || !isOne(questionClasses, name)) {
      problems.push(`line ${at + 1}: no such set or class: ${set}, ${name}`);
    } else if ((answers.length === 0) !== (name === 'none')) {
      problems.push(`line ${at + 1}: class none has no standards, every other class has some`);
    } else {
      known.add(id);
      const language = name === 'english' ? 'en' : 'zh';
      const own = { standards: answers, clauses: list(clauses) };
      questions.push({ id, set, name, text: question, language, ...own });
    }
  }
  return { questions, problems };
}

/** Questions with their answers found in a library; one that names what is not there is left out. */
export function settleQuestions(
  questions: readonly Question[],
  { slugOf, idOf }: Places,
): Taken<SettledQuestion> {
  const problems: string[] = [];
  const settled = questions.flatMap((question): readonly SettledQuestion[] => {
    const slugs = question.standards.map(slugOf);
    const [best = ''] = slugs;
    const ids = question.clauses.map((address) => idOf(best, address));
    const missing = [
      ...question.standards.filter((_, at) => slugs[at] === undefined),
      ...question.clauses.filter((_, at) => ids[at] === undefined),
    ];
    if (missing.length > 0) {
      problems.push(`${question.id}: not in the library: ${missing.join(', ')}`);
      return [];
    }
    const isKnown = (each: string | undefined): each is string => each !== undefined;
    const answers = new Set(ids.map((id) => `${best}#${id}`));
    return [{ ...question, slugs: slugs.filter(isKnown), answers }];
  });
  return { questions: settled, problems };
}

/** A list item is shown with its clause: `5.2 a)` → `5.2`. */
const withoutItem = (address: string): string =>
  address.replace(/(?<=\d)(?:[a-z]\)|列项.*|第.*项)+\d*\)?$/u, '');

/** An address as the library prints it, an element by its title (`前言`), a table by its label. */
export function readPlaces({ catalog, body }: Pick<Library, 'catalog' | 'body'>): Places {
  const known = new Map<string, ReadonlyMap<string, string>>();
  const readIds = (slug: string): ReadonlyMap<string, string> => {
    const ids = new Map<string, string>();
    const { text } = body(slug);
    const add = (name: string, id: string | undefined): void => {
      const key = squeeze(name);
      if (key !== '' && id !== undefined && !ids.has(key)) ids.set(key, id);
    };
    for (const { id, address } of text.clauses) add(address, id);
    for (const { id, label } of text.clauses) add(label, id);
    for (const { id, address, title } of text.clauses) if (address === '') add(title, id);
    for (const { clause, label } of text.exhibits) add(label, text.clauses[clause]?.id);
    return ids;
  };
  return {
    slugOf: (number) => {
      const key = keyOfNumber(number);
      const found = catalog.resolve(key, false);
      const entry = catalog.byKey(key) ?? (found.kind === 'unknown' ? undefined : found.entry);
      return entry?.slug;
    },
    idOf: (slug, address) => {
      if (catalog.bySlug(slug)?.row === undefined) return undefined;
      const ids = known.get(slug) ?? readIds(slug);
      known.set(slug, ids);
      const key = squeeze(address);
      return ids.get(key) ?? ids.get(withoutItem(key));
    },
  };
}
