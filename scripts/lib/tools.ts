import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The version of this project, as package.json says it. */
export function readVersion(): string {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    readonly version: string;
  };
  return version;
}

export interface ToolRun {
  /** An installed package with a command, or a script of this repository (a path). */
  readonly package: string;
  /** The command's name when it differs from the package's. */
  readonly bin?: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** `here`: it has this terminal; `kept`: its output is handed back. */
  readonly output: 'here' | 'kept';
}

export interface ToolResult {
  /** Exit status; 128 when a signal ended it. */
  readonly status: number;
  /** Standard output and standard error as they came, when they were kept. */
  readonly output: string;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Runs a tool of the repository with the Node that runs this, from the repository's folder. */
export function runTool(tool: ToolRun): Promise<ToolResult> {
  const script = findScript(tool.package, tool.bin ?? tool.package);
  const kept = tool.output === 'kept';
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...tool.args], {
      cwd: ROOT,
      env: { ...process.env, ...tool.env },
      stdio: kept ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    let output = '';
    const keep = (chunk: string): void => {
      output += chunk;
    };
    child.stdout?.setEncoding('utf8').on('data', keep);
    child.stderr?.setEncoding('utf8').on('data', keep);
    const stop = (signal: NodeJS.Signals): boolean => child.kill(signal);
    if (!kept) for (const signal of SIGNALS) process.on(signal, stop);
    child.on('error', reject);
    child.on('close', (code) => {
      for (const signal of SIGNALS) process.removeListener(signal, stop);
      resolve({ status: code ?? 128, output });
    });
  });
}

function findScript(name: string, bin: string): string {
  if (/\.m?[jt]s$/.test(name)) return join(ROOT, name);
  const folder = join(ROOT, 'node_modules', name);
  const { bin: bins } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly bin: string | Readonly<Record<string, string>>;
  };
  const path = typeof bins === 'string' ? bins : bins[bin];
  if (path === undefined) throw new Error(`${name} has no command ${bin}`);
  return join(folder, path);
}
