import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openLibrary } from '#library/open.ts';
import { makeFolder, writeFiles } from '../support/temporary-library.ts';

const content = (name: string): string =>
  readFileSync(new URL(`../../content/${name}`, import.meta.url), 'utf8');

/** A standard that has nothing wrong with it but perhaps its days. */
function write(number: string, days: string): string {
  return `---\nnumber: ${number}\ntitle: 样例\nissuers: [示范市市场监督管理局]\nics: ['01.120']\n${days}---\n\n# 范围\n\n本文件规定了样例的要求。\n\n# 规范性引用文件\n\n# 术语和定义\n\n# 要求\n\n样例应完整。\n`;
}

const kinds = {
  local: ['standards/local/db9902-t-1-2024', 'DB9902/T 1—2024', ''],
  construction: ['standards/local/db9902-t-1-2024', 'DB9902/T 1—2024', 'profile: construction\n'],
  group: ['standards/group/t-sfcc-1-2024', 'T/SFCC 1—2024', ''],
  enterprise: [
    'standards/enterprise/q-sfh-1-2024',
    'Q/SFH 1—2024',
    'indicators: [{ name: 噪声, max: 38, unit: dB }]\n',
  ],
} as const;

/** What is said of the days of one standard, with the limits of the sample library. */
async function check(kind: keyof typeof kinds, days: string, asOf: string) {
  const dir = makeFolder();
  const [folder, number, more] = kinds[kind];
  writeFiles(dir, {
    [`${folder}/index.md`]: write(number, `${days}${more}`),
    'deadlines.yaml': content('deadlines.yaml'),
    'project-kinds.yaml': content('project-kinds.yaml'),
  });
  const { diagnostics } = await openLibrary({ dir, cache: makeFolder(), asOf });
  return diagnostics
    .filter(({ rule }) => rule.startsWith('deadline-'))
    .map(({ rule, severity, range, message }) => ({
      rule,
      severity,
      line: range.start.line,
      zh: message.zh,
    }));
}

const issued = 'issued: 2024-01-10\nimplemented: 2024-03-01\n';

describe('the limit for filing', () => {
  it.each([
    ['local', '2024-02-09', []],
    ['local', '2024-02-10', ['deadline-missed']],
    ['construction', '2024-02-10', ['deadline-missed']],
    ['group', '2024-02-10', []],
    ['enterprise', '2024-02-10', []],
  ] as const)('of a %s standard that was filed on %s', async (kind, day, expected) => {
    const found = await check(kind, `${issued}recorded: ${day}\n`, '2024-06-01');
    expect(found.map(({ rule }) => rule)).toEqual(expected);
  });

  it('says by how much, since when, until when and who set it, at the day', async () => {
    const found = await check('local', `${issued}recorded: 2024-02-12\n`, '2024-06-01');
    expect(found).toEqual([
      {
        rule: 'deadline-missed',
        severity: 'warning',
        line: 8,
        zh: '备案晚了 3 日：从 2024-01-10 起应在 2024-02-09 以前，实际是 2024-02-12（《山东省标准化条例》（2020））',
      },
    ]);
  });

  it('is a note from the day after it on where no day is given', async () => {
    expect(await check('local', issued, '2024-02-09')).toEqual([]);
    const found = await check('local', issued, '2024-02-10');
    expect(found).toMatchObject([{ rule: 'deadline-passed', severity: 'info', line: 6 }]);
  });

  it('is nothing to a draft, nor to what is no longer in force', async () => {
    expect(await check('local', `status: draft\n${issued}`, '2024-06-01')).toEqual([]);
    const over = `${issued}withdrawn: 2024-05-01\nrecorded: 2024-03-01\n`;
    expect(await check('local', over, '2024-06-01')).toEqual([]);
  });
});

describe('the limit for reviews', () => {
  const filed = `${issued}recorded: 2024-02-01\n`;

  it.each([
    ['2029-03-01', '', []],
    ['2029-03-02', '', ['deadline-passed']],
    ['2029-06-01', 'reviews: [{ date: 2029-02-20, result: 继续有效 }]\n', []],
    ['2034-02-21', 'reviews: [{ date: 2029-02-20, result: 继续有效 }]\n', ['deadline-passed']],
  ] as const)('on %s after %j', async (asOf, reviews, expected) => {
    const found = await check('local', `${filed}${reviews}`, asOf);
    expect(found.map(({ rule }) => rule)).toEqual(expected);
  });
});

it('without a file of limits nothing is late', async () => {
  const dir = makeFolder();
  writeFiles(dir, {
    'standards/local/db9902-t-1-2024/index.md': write(
      'DB9902/T 1—2024',
      `${issued}recorded: 2024-05-01\n`,
    ),
  });
  const { diagnostics } = await openLibrary({ dir, cache: makeFolder(), asOf: '2034-06-01' });
  expect(diagnostics).toEqual([]);
});

describe('the limit between reviews', () => {
  const open = async (deadlines?: string) => {
    const dir = makeFolder();
    writeFiles(dir, {
      'standards/local/db9902-t-1-2024/index.md': write(
        'DB9902/T 1—2024',
        'issued: 2020-01-10\nimplemented: 2020-03-01\n',
      ),
      ...(deadlines !== undefined && { 'deadlines.yaml': deadlines }),
    });
    const { catalog } = await openLibrary({ dir, cache: makeFolder(), asOf: '2024-06-01' });
    const [entry] = catalog.entries;
    if (!entry) throw new Error('nothing was opened');
    return {
      years: catalog.reviewYears,
      flags: catalog.statusOf(entry).flags,
      inFacts: catalog.factsOf(entry).reviewYears,
    };
  };

  it('is that of deadlines.yaml, for the status too, and in the facts that pages carry', async () => {
    const usual = content('deadlines.yaml');
    expect(await open(usual)).toEqual({ years: 5, flags: [], inFacts: undefined });
    expect(await open()).toEqual({ years: 5, flags: [], inFacts: undefined });
    const short = usual.replace('span: { years: 5 }', 'span: { years: 3 }');
    expect(await open(short)).toEqual({ years: 3, flags: ['review-overdue'], inFacts: 3 });
  });
});
