import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';

/** One run of a command with all processes it started. */
export interface Measurement {
  /** Seconds. */
  readonly wall: number;
  /** Seconds of processor time, user and system. */
  readonly cpu: number;
  /** Largest sum of resident memory seen, in MB (10^6 bytes); 0 where there is no /proc. */
  readonly peak: number;
  readonly status: number | null;
  readonly output: string;
}

const pollMs = 40;

/** Run a command and watch its process tree in /proc (Linux), every 40 ms. */
export function measure(
  command: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv },
): Promise<Measurement> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const cpuOf = new Map<number, number>();
    let peak = 0;
    const poll = setInterval(() => {
      let resident = 0;
      for (const { pid, cpu, bytes } of readTree(child.pid ?? 0)) {
        cpuOf.set(pid, cpu);
        resident += bytes;
      }
      peak = Math.max(peak, resident);
    }, pollMs);
    child.on('error', (error) => {
      clearInterval(poll);
      reject(error);
    });
    child.on('close', (status) => {
      clearInterval(poll);
      const cpu = [...cpuOf.values()].reduce((sum, seconds) => sum + seconds, 0);
      resolve({ wall: (performance.now() - start) / 1000, cpu, peak: peak / 1e6, status, output });
    });
  });
}

function readTree(root: number): { pid: number; cpu: number; bytes: number }[] {
  let pids: number[];
  try {
    pids = readdirSync('/proc').map(Number).filter(Boolean);
  } catch {
    return [];
  }
  const processes = new Map<number, { parent: number; cpu: number; bytes: number }>();
  for (const pid of pids) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const resident = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096;
      const ticks = Number(fields[11]) + Number(fields[12]);
      processes.set(pid, { parent: Number(fields[1]), cpu: ticks / 100, bytes: resident });
    } catch {
      // It ended meanwhile.
    }
  }
  const tree = new Set([root]);
  for (let grown = true; grown;) {
    grown = false;
    for (const [pid, { parent }] of processes) {
      if (tree.has(parent) && !tree.has(pid)) grown = tree.add(pid).size > 0;
    }
  }
  return [...tree].flatMap((pid) => {
    const found = processes.get(pid);
    return found ? [{ pid, cpu: found.cpu, bytes: found.bytes }] : [];
  });
}

/** Files below a folder and their bytes. */
export function countFiles(folder: string): { readonly files: number; readonly bytes: number } {
  let files = 0;
  let bytes = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    files++;
    bytes += statSync(join(entry.parentPath, entry.name)).size;
  }
  return { files, bytes };
}

/** Processors, memory, Node and the day, as a line says them beside a figure. */
export function describeMachine(): string {
  const cpu = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const day = new Date().toISOString().slice(0, 10);
  return `${cpu.length} × ${cpu[0]?.model ?? '?'}, ${memory} GB, Node ${process.versions.node} · ${day}`;
}
