import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '#core/text/index.ts';

const root = new URL('../../', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, root), 'utf8');

/** Least number of questions per class. */
const LEAST: Readonly<Record<string, number>> = {
  sentence: 110,
  words: 50,
  everyday: 40,
  job: 35,
  english: 30,
  typo: 30,
  glued: 15,
  none: 15,
};
/** Classes whose answer is a clause; elsewhere the column may be empty. */
const WITH_CLAUSE: ReadonlySet<string> = new Set(['sentence', 'words', 'typo']);
/** So many characters in a row are a quotation. */
const QUOTED = 10;

const split = (cell: string): readonly string[] => (cell === '' ? [] : cell.split('|'));

const [header, ...lines] = read('tests/questions/questions.tsv').replace(/\n$/u, '').split('\n');
const questions = lines.map((line) => {
  const cells = line.split('\t');
  const [id = '', set = '', kind = '', question = '', standards = '', clauses = ''] = cells;
  const width = cells.length;
  return { id, set, kind, question, standards: split(standards), clauses: split(clauses), width };
});

/** Words of each clause by its printed address, by the key of the standard. */
const texts = new Map<string, ReadonlyMap<string, string>>(
  globSync('content/standards/*/*/index*.md', { cwd: root })
    .toSorted()
    .map((file) => {
      const original = file.replace('.en.md', '.md');
      const language = file === original ? 'zh' : 'en';
      const { meta } = parseDocument(read(original), { file: original });
      const { clauses, runs } = parseDocument(read(file), { file, language, original: meta });
      const words = new Map(
        clauses.map(({ address, title }, at) => [
          address,
          [title, ...runs.filter(({ clause }) => clause === at).map(({ text }) => text)].join('\n'),
        ]),
      );
      return [`${language} ${meta?.number.replace('—', '-')}`, words] as const;
    }),
);
const catalogued = new Set(
  globSync('content/catalogue/*.csv', { cwd: root }).flatMap((file) =>
    read(file)
      .split('\n')
      .slice(1)
      .map((line) => line.slice(0, line.indexOf(','))),
  ),
);

function findQuoted(question: string, text: string): string[] {
  return Array.from({ length: Math.max(0, question.length - QUOTED + 1) }, (_, at) =>
    question.slice(at, at + QUOTED),
  ).filter((run) => text.includes(run));
}

describe('the questions people ask', () => {
  it('stand in a table of seven columns', () => {
    expect(header).toBe('id\tset\tclass\tquestion\tstandards\tclauses\tnote');
    expect(questions.filter(({ width }) => width !== 7)).toEqual([]);
  });

  it('have an id of their own, and are asked once', () => {
    for (const list of [
      questions.map(({ id }) => id),
      questions.map(({ question }) => question.replaceAll(/\s/gu, '').toLowerCase()),
    ]) {
      expect(list.filter((value, at) => value === '' || list.indexOf(value) !== at)).toEqual([]);
    }
  });

  it.each(Object.entries(LEAST))('%s has its %i, one in three kept', (kind, least) => {
    const own = questions.filter((question) => question.kind === kind);
    const kept = own.filter(({ set }) => set === 'kept');
    expect(own.length).toBeGreaterThanOrEqual(least);
    expect(Math.abs(kept.length - own.length / 3)).toBeLessThan(1);
    expect(own.filter(({ set }) => set !== 'kept' && set !== 'open')).toEqual([]);
  });

  it('are of no other class, and ask about every text here', () => {
    expect([...new Set(questions.map(({ kind }) => kind))].toSorted()).toEqual(
      Object.keys(LEAST).toSorted(),
    );
    const best = new Set(questions.map(({ standards }) => `zh ${standards[0]}`));
    const originals = [...texts.keys()].filter((key) => key.startsWith('zh '));
    expect(originals.filter((key) => !best.has(key))).toEqual([]);
  });

  it('name standards that are here or in the catalogue, and none where none answers', () => {
    for (const { id, kind, standards } of questions) {
      expect(standards.length === 0, id).toBe(kind === 'none');
      expect(new Set(standards).size, id).toBe(standards.length);
      expect(
        standards.filter((key) => !texts.has(`zh ${key}`) && !catalogued.has(key)),
        id,
      ).toEqual([]);
    }
  });

  it('name clauses of the best standard by the address printed there', () => {
    for (const { id, kind, standards, clauses } of questions) {
      const words = texts.get(`zh ${standards[0]}`);
      expect(
        clauses.filter((address) => address === '' || !words?.has(address)),
        id,
      ).toEqual([]);
      expect(clauses.length > 0 || !WITH_CLAUSE.has(kind), id).toBe(true);
    }
  });

  it('quote nothing of their clause where they are whole sentences', () => {
    for (const { id, kind, question, standards, clauses } of questions) {
      if (kind !== 'sentence') continue;
      const answers = ['zh', 'en'].flatMap((language) =>
        clauses.map((address) => texts.get(`${language} ${standards[0]}`)?.get(address) ?? ''),
      );
      expect(findQuoted(question, answers.join('\n')), id).toEqual([]);
    }
    expect(findQuoted('改造停水应提前 48 h 公告吗', '停水、停电应提前 48 h 公告')).not.toEqual([]);
  });
});
