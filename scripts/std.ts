import { readdirSync } from 'node:fs';
import { distance } from 'fastest-levenshtein';
import { findLibrary } from './lib/arguments.ts';
import { explain, printProblem, Problem } from './bootstrap/problem.mjs';
import type { Command, CommandContext } from './commands/command.ts';

const FOLDER = new URL('commands/', import.meta.url);
const NOT_COMMANDS = new Set(['command']);

/** Commands by the names of their files, without loading them. */
function listNames(): readonly string[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -'.ts'.length))
    .filter((name) => !NOT_COMMANDS.has(name))
    .toSorted();
}

async function load(name: string): Promise<Command> {
  const module = (await import(new URL(`${name}.ts`, FOLDER).href)) as { command: Command };
  return module.command;
}

type Streams = Pick<CommandContext, 'stdin' | 'stdout' | 'stderr'>;

interface Invocation {
  readonly name: string | undefined;
  readonly argv: readonly string[];
  readonly help: boolean;
  readonly json: boolean;
  readonly library: string | undefined;
}

/**
 * Takes the options that every command has out of the arguments, wherever they stand before
 * `--`, and leaves the rest to the command.
 */
export function readInvocation(argv: readonly string[]): Invocation {
  const rest: string[] = [];
  let help = false;
  let json = false;
  let library: string | undefined;
  for (let index = 0; index < argv.length; index += 1) {
    const argument = argv[index] ?? '';
    if (argument === '--') {
      rest.push(...argv.slice(index));
      break;
    }
    if (argument === '--help' || argument === '-h') help = true;
    else if (argument === '--json') json = true;
    else if (argument.startsWith('--library=')) library = argument.slice('--library='.length);
    else if (argument === '--library') {
      index += 1;
      library = argv[index];
      if (library === undefined) throw missingValue();
    } else rest.push(argument);
  }
  const [name, ...own] = rest;
  return { name, argv: own, help, json, library };
}

/**
 * `npm run std -- COMMAND`: the staff's command line.
 *
 * @returns 0 nothing to report, 1 findings, 2 not understood
 */
export async function main(argv: readonly string[]): Promise<number> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  return runStd(argv, process);
}

/** Runs the command that the arguments name, on streams of its own; what goes wrong is said on the second. */
export async function runStd(argv: readonly string[], streams: Streams): Promise<number> {
  try {
    return await dispatch(readInvocation(argv), streams);
  } catch (error) {
    printProblem(error, (text) => streams.stderr.write(text));
    return error instanceof Problem ? error.exitCode : 2;
  }
}

async function dispatch(
  { name, argv, help, json, library }: Invocation,
  { stdin, stdout, stderr }: Streams,
): Promise<number> {
  const names = listNames();
  if (name === undefined || name === 'help') {
    const topic = argv[0];
    stdout.write(
      name === 'help' && topic !== undefined
        ? await describeOne(topic, names)
        : await describeAll(names),
    );
    return 0;
  }
  if (help) {
    stdout.write(await describeOne(name, names));
    return 0;
  }
  if (!names.includes(name)) throw unknownCommand(name, names);
  const command = await load(name);
  return command.run({ argv, stdin, stdout, stderr, json, library: findLibrary(library) });
}

async function describeOne(name: string, names: readonly string[]): Promise<string> {
  if (!names.includes(name)) throw unknownCommand(name, names);
  const { summary, usage } = await load(name);
  return `${summary.zh}\n${summary.en}\n\n${usage.zh}\n\n${usage.en}\n`;
}

/** A command that does not load is listed with its complaint: the help must not depend on it. */
async function summarize(name: string): Promise<Command['summary']> {
  try {
    return (await load(name)).summary;
  } catch (error) {
    return explain(error).what;
  }
}

async function describeAll(names: readonly string[]): Promise<string> {
  const summaries = await Promise.all(names.map(summarize));
  const width = Math.max(0, ...names.map((name) => name.length));
  const lines = summaries.map(
    ({ zh, en }, index) =>
      `  ${(names[index] ?? '').padEnd(width)}  ${zh}\n  ${' '.repeat(width)}  ${en}\n`,
  );
  return `${HEAD}\n${lines.join('')}\n${OPTIONS}`;
}

const HEAD = `标链命令行 · Biaolian command line
用法 Usage: npm run std -- 〈命令 command〉 [选项 options]
`;

const OPTIONS = `选项 Options
  --library DIR  库目录（默认 content/，或环境变量 BIAOLIAN_LIBRARY）
                 the library's folder (content/ by default, or BIAOLIAN_LIBRARY)
  --json         以 JSON 输出 · print JSON
  --help         某个命令的用法 · how to use a command

退出状态 Exit status: 0 正常 fine · 1 有发现 findings · 2 用法错误 usage
`;

function unknownCommand(name: string, names: readonly string[]): Problem {
  const near = names
    .map((candidate) => ({ candidate, edits: distance(name, candidate) }))
    .toSorted((a, b) => a.edits - b.edits)[0];
  const isNear = near !== undefined && near.edits <= Math.max(2, near.candidate.length / 2);
  return new Problem(
    { zh: `没有“${name}”这个命令。`, en: `There is no command "${name}".` },
    isNear
      ? {
          zh: `是不是想用“${near.candidate}”？全部命令：npm run std -- --help`,
          en: `Did you mean "${near.candidate}"? All commands: npm run std -- --help`,
        }
      : {
          zh: '全部命令：npm run std -- --help',
          en: 'All commands: npm run std -- --help',
        },
    { exitCode: 2 },
  );
}

function missingValue(): Problem {
  return new Problem(
    { zh: '--library 后面缺少目录。', en: '--library lacks a folder.' },
    { zh: '例如 --library ../my-library', en: 'For example --library ../my-library' },
    { exitCode: 2 },
  );
}
