import { once } from 'node:events';
import { open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parse } from 'csv-parse/sync';
import {
  buildNumberIndex,
  formatNumber,
  nearestNumbers,
  numberKey,
  numberSlug,
  parseNumber,
  readNumberLine,
} from '#core/number/index.ts';
import { printable } from '../report/printable.ts';
import { familyTerms, pick } from '#core/terms/index.ts';
import type { Family, MatchLevel, NumberIndex, Reason } from '#core/number/index.ts';
import type { Bilingual, Command, CommandContext, ExitStatus } from './command.ts';

/** How much of a line is given back. */
const ECHO = 200;
/** Bytes of a standard's file in which the number must stand; it is the first key of the front matter. */
const HEAD_BYTES = 4096;

const familyZh = pick(familyTerms, 'zh');
const familyEn = pick(familyTerms, 'en');

const LEVELS: Readonly<Record<MatchLevel, Bilingual>> = {
  exact: { zh: '库中有', en: 'known' },
  undated: { zh: '未注年号，库中有', en: 'known edition' },
  'other-year': { zh: '年号不同', en: 'another year' },
  'other-nature': { zh: '有无 /T 不同', en: 'with or without /T' },
  part: { zh: '部分与整体', en: 'part against whole' },
  edit: { zh: '是不是想写', en: 'did you mean' },
};
/** Of a number that was understood nothing else need be meant. */
const NEAR: Bilingual = { zh: '库中没有，相近的有', en: 'not known; near it' };

/** One line of `--json`. */
interface Answer {
  /** The line as given, cut to 200 characters. */
  readonly input: string;
  readonly ok: boolean;
  readonly family?: Family;
  readonly form?: string;
  /** As printed: `GB/T 1.1—2020`. */
  readonly number?: string;
  /** As stored: `GB/T 1.1-2020`. */
  readonly key?: string;
  readonly slug?: string;
  readonly reason?: Reason;
  /** Numbers that stand in a line with more than a number, or that are meant; each to be confirmed. */
  readonly found?: readonly string[];
  readonly nearest?: readonly Near[];
}

interface Near {
  readonly number: string;
  readonly slug: string;
  readonly level: MatchLevel;
  readonly distance: number;
}

export const command: Command = {
  name: 'number',
  summary: {
    zh: '识别标准编号：类别、规范写法、库中最接近的编号',
    en: 'Read standard numbers: family, proper spelling, nearest known numbers',
  },
  usage: {
    zh: `用法：npm run std -- number [编号 …] < 编号.txt
从标准输入逐行读取编号（或把编号写在命令后面，每个参数一个），写法不限。
--json 时每行输出一个对象：input、ok、family、form、number、key、slug、reason、found、nearest。
退出状态：0 全部识别；1 有不能识别的；2 用法错误。`,
    en: `Usage: npm run std -- number [NUMBER …] < numbers.txt
Reads numbers in any spelling from standard input, one a line (or as arguments, one each).
With --json one object a line: input, ok, family, form, number, key, slug, reason, found, nearest.
Exit status: 0 all were read; 1 some were not; 2 usage.`,
  },
  run,
};

async function run(context: CommandContext): Promise<ExitStatus> {
  const { argv, stdin, stderr } = context;
  const given = argv[0] === '--' ? argv.slice(1) : argv;
  const option = argv[0] === '--' ? undefined : given.find((argument) => argument.startsWith('-'));
  const isTerminal = 'isTTY' in stdin && stdin.isTTY === true;
  if (option !== undefined || (given.length === 0 && isTerminal)) {
    if (option !== undefined)
      stderr.write(`没有 ${option} 这个选项。 There is no option ${option}.\n`);
    stderr.write(`${command.usage.zh}\n\n${command.usage.en}\n`);
    return 2;
  }
  const index = buildNumberIndex(await loadNumbers(context.library));
  const lines = given.length > 0 ? given : createInterface({ input: stdin, crlfDelay: Infinity });
  return answerLines(lines, index, context);
}

async function answerLines(
  lines: Iterable<string> | AsyncIterable<string>,
  index: NumberIndex,
  { stdout, json }: CommandContext,
): Promise<ExitStatus> {
  let status: ExitStatus = 0;
  for await (const line of lines) {
    const input = line.replace(/^\ufeff/, '').trim();
    if (input === '') continue;
    const answer = answerNumber(input, index);
    if (!answer.ok) status = 1;
    const text = json ? `${JSON.stringify(answer)}\n` : describeAnswer(answer);
    if (!stdout.write(text)) await once(stdout, 'drain');
  }
  return status;
}

/**
 * What is known of one line: the number in its parts, or why it is none and which numbers it holds, with the nearest
 * of the index.
 */
export function answerNumber(input: string, index: NumberIndex): Answer {
  const parsed = parseNumber(input);
  const matches = nearestNumbers(input, index).map(({ number, level, distance }): Near => ({
    number: formatNumber(number),
    slug: numberSlug(number),
    level,
    distance,
  }));
  const nearest = matches.length > 0 ? { nearest: matches } : {};
  const echo = input.slice(0, ECHO);
  if (!parsed.ok) {
    const line = readNumberLine(input);
    const found = [
      ...line.numbers.map(({ number }) => number),
      ...(line.meant ? [line.meant] : []),
    ];
    const numbers = found.length > 0 ? { found: found.map(formatNumber) } : {};
    return { input: echo, ok: false, reason: parsed.reason, ...numbers, ...nearest };
  }
  const { number } = parsed;
  return {
    input: echo,
    ok: true,
    family: number.family,
    form: number.form,
    number: formatNumber(number),
    key: numberKey(number),
    slug: numberSlug(number),
    ...nearest,
  };
}

function describeAnswer({ input, family, number, slug, reason, found, nearest }: Answer): string {
  const head =
    family === undefined
      ? `✗ ${printable(input)}  ${reason?.zh} · ${reason?.en}`
      : `✓ ${number}  ${familyZh[family]} ${familyEn[family]}  ${slug}`;
  const rest = (nearest ?? []).map(({ level, number: near }) => {
    const { zh, en } = level === 'edit' && family !== undefined ? NEAR : LEVELS[level];
    return `    ${zh} ${en}: ${near}`;
  });
  const inside = (found ?? []).map((each) => `    这里面有 found in it: ${each}`);
  return `${[head, ...inside, ...rest].join('\n')}\n`;
}

/** Control characters of untrusted input must not reach a terminal. */

/**
 * The numbers a library knows: the column `number` of `catalogue/*.csv` and the `number` of each hosted standard, as
 * written. What cannot be read is passed over: finding faults in a library is the work of `std check`.
 */
export async function loadNumbers(library: string): Promise<string[]> {
  const numbers: string[] = [];
  for (const file of await list(join(library, 'catalogue'))) {
    if (file.endsWith('.csv'))
      numbers.push(...(await readColumn(join(library, 'catalogue', file))));
  }
  const standards = join(library, 'standards');
  for (const kind of await list(standards)) {
    for (const slug of await list(join(standards, kind))) {
      const number = await readFrontNumber(join(standards, kind, slug, 'index.md'));
      if (number !== null) numbers.push(number);
    }
  }
  return numbers;
}

/** Names in a folder, sorted; none where there is no such folder. */
async function list(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).toSorted();
  } catch {
    return [];
  }
}

async function readColumn(path: string): Promise<string[]> {
  try {
    const rows: Record<string, string>[] = parse(await readFile(path, 'utf8'), {
      bom: true,
      columns: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
    });
    return rows.map((row) => row['number'] ?? '').filter((number) => number !== '');
  } catch {
    return [];
  }
}

async function readFrontNumber(path: string): Promise<string | null> {
  try {
    await using file = await open(path);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    const [, front] =
      /^\ufeff?---\r?\n([^]*?)(?:\r?\n---|$)/.exec(buffer.toString('utf8', 0, bytesRead)) ?? [];
    const value = /^number:[ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([^#\n]*))/m.exec(front ?? '');
    return (value?.[1] ?? value?.[2] ?? value?.[3] ?? '').trim() || null;
  } catch {
    return null;
  }
}
