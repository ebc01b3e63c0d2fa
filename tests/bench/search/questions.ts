import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findLibrary, readArguments } from '#scripts/lib/arguments.ts';
import { ROOT } from '#scripts/lib/tools.ts';
import { Problem } from '#scripts/bootstrap/problem.mjs';
import { ask } from '#search/ask.ts';
import type { SearchEngine } from '#search/contract.ts';
import { openLibrary } from '#library/open.ts';
import type { Library } from '#library/open.ts';
import { languageOfSaid } from '#search/match/vocabulary.ts';
import { describeMachine } from '../measure.ts';
import { openEmbeddedEngine, openServerEngine } from './engines.ts';
import { isMissed, scoreQuestion, summarizeQuestions } from './question-score.ts';
import type { QuestionScore, QuestionSummary } from './question-score.ts';
import { parseQuestions, questionSets, readPlaces, settleQuestions } from './question-set.ts';
import type { SettledQuestion } from './question-set.ts';
import { quantile } from './score.ts';
import { formatShare, printTable } from './table.ts';
import { measureFirstSearches } from './wire.ts';

const QUESTIONS = join(ROOT, 'tests', 'questions', 'questions.tsv');

/** What a class costs on the wire, by its name; Meilisearch has none. */
type Bytes = ReadonlyMap<string, readonly number[]>;

/**
 * `npm run bench:questions [-- --engine embedded|meilisearch --set open|kept|all --list --without everyday,english,synonyms,places --json FILE
 * --file QUESTIONS]`: questions in
 * people's own words, and how an engine answers them. Status 1 where some questions could not be taken.
 */
export async function main(argv: readonly string[]): Promise<number> {
  const { values } = readArguments(argv, {
    engine: { type: 'string', default: 'embedded' },
    set: { type: 'string', default: 'open' },
    file: { type: 'string', default: QUESTIONS },
    library: { type: 'string' },
    list: { type: 'boolean', default: false },
    without: { type: 'string', default: '' },
    json: { type: 'string' },
  });
  const { engine: name, set } = values;
  const isSet = set === 'all' || questionSets.some((each) => each === set);
  if (!isSet || (name !== 'embedded' && name !== 'meilisearch')) throw misuse();
  const file = resolve(values.file);
  if (!existsSync(file)) throw noFile(file);
  const read = parseQuestions(readFileSync(file, 'utf8'));
  const library = leaveOut(
    await openLibrary({ dir: findLibrary(values.library) }),
    values.without.split(','),
  );
  const chosen = read.questions.filter((each) => set === 'all' || each.set === set);
  const { questions, problems } = settleQuestions(chosen, readPlaces(library));
  const refused = [...read.problems, ...problems];
  refused.forEach((line) => print(`left out: ${line}\n`));
  const { engine, close, index } =
    name === 'embedded'
      ? await openEmbeddedEngine(library)
      : { ...(await openServerEngine(library)), index: undefined };
  try {
    const scores = await askQuestions(engine, questions);
    const first = index === undefined ? [] : await measureFirstSearches(index, questions);
    const bytes = groupBytes(
      questions,
      first.map((each) => each.bytes),
    );
    const summaries = summarizeQuestions(scores);
    print(`${questions.length} questions, set ${set} · ${describeMachine()}\n`);
    print(drawTable(name, summaries, bytes));
    if (values.list) scores.filter(isMissed).forEach((score) => print(describeMiss(score)));
    if (values.json !== undefined) {
      const answers = scores.map(({ question, ...score }, at) => ({
        id: question.id,
        class: question.name,
        question: question.text,
        ...score,
        ...(first[at] && { bytes: first[at].bytes }),
      }));
      const report = { engine: name, set, refused, summaries, answers };
      writeFileSync(resolve(values.json), `${JSON.stringify(report, null, 2)}\n`);
    }
  } finally {
    await close();
  }
  return refused.length > 0 ? 1 : 0;
}

/** A library as if it had no `everyday` or `english` words, no `synonyms`, or no `places` of systems. */
function leaveOut(library: Library, parts: readonly string[]): Library {
  const { vocabulary, systems } = library;
  const said = vocabulary.said.filter(
    (group) => !parts.includes(languageOfSaid(group) === 'zh' ? 'everyday' : 'english'),
  );
  const synonyms = parts.includes('synonyms') ? [] : vocabulary.synonyms;
  return {
    ...library,
    vocabulary: { ...vocabulary, said, synonyms },
    systems: parts.includes('places') ? { ...systems, list: [] } : systems,
  };
}

/** Each by itself, a page of ten as the site asks it; the first answer of all warms the engine and is not counted. */
async function askQuestions(
  engine: SearchEngine,
  questions: readonly SettledQuestion[],
): Promise<readonly QuestionScore[]> {
  await ask(engine, { text: '标准', language: 'zh' });
  const scores: QuestionScore[] = [];
  for (const question of questions) {
    const { text, language } = question;
    const start = performance.now();
    const answer = await ask(engine, { text, language });
    scores.push(scoreQuestion(question, answer, performance.now() - start));
  }
  return scores;
}

function groupBytes(questions: readonly SettledQuestion[], bytes: readonly number[]): Bytes {
  const groups = new Map<string, number[]>();
  for (const [at, own] of bytes.entries()) {
    const { name = 'none' } = questions[at] ?? {};
    // What no standard answers is not among all, as in the shares beside it.
    const names = name === 'none' ? [name] : [name, 'all'];
    for (const each of names) groups.set(each, [...(groups.get(each) ?? []), own]);
  }
  return groups;
}

function drawTable(name: string, summaries: readonly QuestionSummary[], bytes: Bytes): string {
  const head = [
    'questions',
    'n',
    'first',
    'in three',
    'zero hits',
    'declined',
    'clause',
    'clause in three',
    'median ms',
  ];
  const rows = summaries.map((line) => {
    const own = bytes.get(line.name);
    const kilobytes = (part: number) => (own ? (quantile(own, part) / 1000).toFixed(0) : '–');
    const shares = [line.first, line.third, line.empty, line.declined, line.clause, line.among].map(
      (share) => (share === undefined ? '–' : formatShare(share)),
    );
    const cost = [line.ms.toFixed(1), kilobytes(0.5), kilobytes(1)];
    return [line.name, String(line.n), ...shares, ...cost];
  });
  return printTable({ title: name, rows: [[...head, 'median KB', 'largest KB'], ...rows] });
}

function describeMiss({ question, rank, clause, shown }: QuestionScore): string {
  const wanted = question.standards.join(' | ') || 'nothing';
  const place = clause === false ? `rank ${rank}, another clause` : `rank ${rank}`;
  const clauses = question.clauses.join(' | ');
  return `${question.id}  ${question.name}  ${JSON.stringify(question.text)}  ${place}  wanted ${wanted} ${clauses}  first ${shown || 'nothing'}\n`;
}

function misuse(): Problem {
  return new Problem(
    { zh: '参数不对。', en: 'The arguments are not right.' },
    {
      zh: '--engine embedded|meilisearch、--set open|kept|all',
      en: '--engine embedded|meilisearch, --set open|kept|all',
    },
    { exitCode: 2 },
  );
}

function noFile(file: string): Problem {
  return new Problem(
    { zh: `没有这个题目文件：${file}`, en: `There is no file of questions: ${file}` },
    { zh: '用 --file 指明。', en: 'Name it with --file.' },
    { exitCode: 2 },
  );
}

function print(text: string): void {
  process.stdout.write(text);
}
