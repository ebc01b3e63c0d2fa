import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectRoot } from '#library/code-digest.ts';
import { openLibrary } from '#library/open.ts';
import { writeWorkbook } from '../import/workbook.ts';
import { standardPath, writeFiles, writeStandard } from '../support/temporary-library.ts';
import { makeWord, p } from '../support/word-file.ts';
import type { CommandOrder } from './fixtures/command-and-die.ts';

const script = fileURLToPath(new URL('fixtures/command-and-die.ts', import.meta.url));

/** The imports, each with the file it brings into the library. */
const imports = {
  'import-catalogue': ['in.csv'],
  'import-system': ['in.xlsx', '--id', 'new', '--date', '2026-07-02', '--kind', '领域'],
  import: ['in.docx', '--number', 'DB9902/T 900—2026', '--issuer', '示范市市场监督管理局'],
} as const;

export type ImportName = keyof typeof imports;
export const importNames = Object.keys(imports) as readonly ImportName[];

/** What is left of an import that did not come to its end. */
export interface ImportOutcome {
  readonly state: 'before' | 'after' | 'torn';
  /** How often the library was changed till then. */
  readonly steps: number;
  readonly isKilled: boolean;
  /** What is wrong; empty where nothing is. */
  readonly faults: readonly string[];
}

interface Prepared {
  readonly home: string;
  readonly before: string;
  readonly after: string;
  readonly steps: number;
}

const prepared = new Map<ImportName, Promise<Prepared>>();
const homes = (): string => mkdtempSync(join(tmpdir(), 'biaolian-imports-'));

/** How often an import changes the library when it comes to its end. */
export const countSteps = async (name: ImportName): Promise<number> => (await prepare(name)).steps;

/** Cuts an import short, or lets the disk be full, at a step; reads the library; and does the import again. */
export async function cutImport(
  name: ImportName,
  moment: Pick<CommandOrder, 'step' | 'way'>,
): Promise<ImportOutcome> {
  const { home: origin, before, after } = await prepare(name);
  const home = homes();
  try {
    cpSync(origin, home, { recursive: true });
    const { signal, said, status } = await runImport(home, name, moment);
    const found = await describeLibrary(home);
    const state = found === before ? 'before' : found === after ? 'after' : 'torn';
    const faults = state === 'torn' ? [`the library is neither as before nor as after`] : [];
    if (moment.way === 'full' && state === 'before' && (status === 0 || said.includes('    at ')))
      faults.push(`ended with ${status}: ${said.slice(0, 300)}`);
    if (state !== 'after') await runImport(home, name, { step: Infinity, way: 'kill' });
    if ((await describeLibrary(home)) !== after) faults.push('done again it does not end right');
    return { state, steps: readSteps(said), isKilled: signal === 'SIGKILL', faults };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** A library and what is brought in, as it is and as it will be; made once. */
function prepare(name: ImportName): Promise<Prepared> {
  const known = prepared.get(name) ?? make(name);
  prepared.set(name, known);
  return known;
}

async function make(name: ImportName): Promise<Prepared> {
  const home = homes();
  writeFiles(home, {
    [`library/${standardPath(1)}`]: writeStandard({ serial: 1 }),
    'library/catalogue/in.csv': 'number,title,as_of\nGB/T 191-2008,包装储运图示标志,2026-01-01\n',
    'in.csv':
      'number,title,as_of\nGB/T 191-2008,包装储运图示标志,2026-01-01\nGB/T 1.1-2020,标准化工作导则,2026-01-01\n',
    'in.docx': makeWord({
      styles: { a: 'heading 1' },
      body: [p('范围', 'a'), p('本文件规定了样例的要求。'), p('要求', 'a'), p('样例应完整。')].join(
        '',
      ),
    }),
  });
  const rows = [
    ['体系编号', '标准名称', '标准编号', '级别'],
    ['1-01', '包装储运图示标志', 'GB/T 191—2008', '国家'],
  ];
  writeFileSync(join(home, 'in.xlsx'), writeWorkbook({ name: '明细表', rows }));
  const done = homes();
  cpSync(home, done, { recursive: true });
  const { said } = await runImport(done, name, { step: Infinity, way: 'kill' });
  const [before, after] = [await describeLibrary(home), await describeLibrary(done)];
  rmSync(done, { recursive: true });
  const steps = readSteps(said);
  if (before === after || steps === 0) throw new Error(`${name} did nothing: ${said}`);
  return { home, before, after, steps };
}

async function runImport(
  home: string,
  name: ImportName,
  moment: Pick<CommandOrder, 'step' | 'way'>,
) {
  const [file, ...rest] = imports[name];
  const order = { argv: [name, join(home, file), ...rest], library: join(home, 'library') };
  const step = Math.min(moment.step, 1e9);
  const child = spawn(process.execPath, [script, JSON.stringify({ ...order, ...moment, step })], {
    cwd: projectRoot,
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'biaolian-import-code') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [status, signal] = (await once(child, 'close')) as [number | null, string | null];
  return { status, signal, said };
}

const readSteps = (said: string): number => Number(/^steps (\d+)$/m.exec(said)?.[1] ?? 0);

/** What a library says: its files, but for drafts of files that are not there yet, and what is found in it. */
async function describeLibrary(home: string): Promise<string> {
  const dir = join(home, 'library');
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dir.length + 1))
    .filter((path) => !path.startsWith('.import-') && !path.endsWith('.tmp'))
    .toSorted()
    .map((path) => [path, readFileSync(join(dir, path), 'utf8')]);
  const library = await openLibrary({ dir, cache: join(home, 'cache'), asOf: '2026-11-30' });
  return JSON.stringify([files, library.rows.map(({ slug }) => slug), library.diagnostics]);
}
