import { createHash } from 'node:crypto';
import type { Bilingual } from '#core/base/bilingual.ts';

/** What is written down of what somebody did. */
export const auditActs = [
  'signed-in',
  'people',
  'imported',
  'began',
  'opened',
  'laid-aside',
  'laid-aside-en',
  'asked',
  'taken-back',
  'approved',
  'returned',
  'void',
  'publishing',
  'published',
  'undoing',
  'undone',
  'failed',
  'refused',
  'repaired',
] as const;
export type AuditAct = (typeof auditActs)[number];

export interface AuditFacts {
  readonly who: string;
  readonly name: string;
  readonly act: AuditAct;
  /** The number of a standard, a project, or the id of what else it is about. */
  readonly of?: string | undefined;
  readonly title?: string | undefined;
  /** Of the change that was shown, asked for, approved or made. */
  readonly digest?: string | undefined;
  readonly remark?: string | undefined;
}

/** A line of the log. `hash` is of all else in it, `before` the hash of the line before: none can change by itself. */
export interface AuditLine extends Readonly<Record<Exclude<keyof AuditFacts, 'act'>, string>> {
  readonly act: AuditAct;
  readonly n: number;
  /** The moment, as ISO 8601 writes it. */
  readonly at: string;
  readonly before: string;
  readonly hash: string;
}

/** The number and the hash of a line, as they are kept elsewhere. */
export interface AuditHead {
  readonly n: number;
  readonly hash: string;
}

/** What stands before the first line. */
export const beginning: AuditHead = { n: 0, hash: '0'.repeat(64) };

/** The line that follows another. */
export function toAuditLine(facts: AuditFacts, at: string, last: AuditHead): AuditLine {
  const { who, name, act, of = '', title = '', digest = '', remark = '' } = facts;
  const line = { n: last.n + 1, at, who, name, act, of, title, digest, remark, before: last.hash };
  return { ...line, hash: hashLine(line) };
}

function hashLine(line: Omit<AuditLine, 'hash'>): string {
  const { n, at, who, name, act, of, title, digest, remark, before } = line;
  const said = JSON.stringify([n, at, who, name, act, of, title, digest, remark, before]);
  return createHash('sha256').update(said).digest('hex');
}

/** A line as it stands in the file, with its end. */
export function writeAuditLine(line: AuditLine): string {
  const { n, at, who, name, act, of, title, digest, remark, before, hash } = line;
  return `${JSON.stringify({ n, at, who, name, act, of, title, digest, remark, before, hash })}\n`;
}

/** A line of the file; undefined where it is none. */
function readAuditLine(text: string): AuditLine | undefined {
  try {
    const line = JSON.parse(text) as AuditLine;
    return writeAuditLine(line) === `${text}\n` ? line : undefined;
  } catch {
    return undefined;
  }
}

/** The lines of a log that can be read, in their order. */
export function readAuditLines(text: string): readonly AuditLine[] {
  return text.split('\n').flatMap((each) => (each === '' ? [] : (readAuditLine(each) ?? [])));
}

/** Heads as they are kept: `12 <hash>`, one a line. */
export const writeAuditHead = ({ n, hash }: AuditHead): string => `${n} ${hash}\n`;

/** Heads that are kept; a line that is none is passed over. */
export function readAuditHeads(text: string): readonly AuditHead[] {
  return text.split('\n').flatMap((line) => {
    const found = /^(\d+) ([0-9a-f]{64})$/.exec(line);
    return found ? [{ n: Number(found[1]), hash: found[2] ?? '' }] : [];
  });
}

export const auditFaults = [
  'unreadable',
  'edited',
  'removed',
  'reordered',
  'torn',
  'truncated',
  'replaced',
] as const;

/** What is wrong with a log. */
export interface AuditFault {
  readonly kind: (typeof auditFaults)[number];
  /** The line of the file, counted from 1. */
  readonly line: number;
  readonly message: Bilingual;
}

/**
 * What was done to a log that its writer did not do: lines edited, removed, in another order, cut off at the end. Whoever
 * writes the whole chain anew, and whoever cuts off its end, is found by heads that were kept elsewhere only.
 */
export function checkAuditLog(text: string, heads: readonly AuditHead[]): readonly AuditFault[] {
  const faults: AuditFault[] = [];
  const add = (kind: AuditFault['kind'], line: number, n: number): void => {
    faults.push({ kind, line, message: describeFault(kind, line, n) });
  };
  const pieces = text.split('\n');
  const rest = pieces.pop() ?? '';
  const read = pieces.map(readAuditLine);
  const numbers = new Set(read.map((line) => line?.n));
  const hashes = new Map<number, { readonly hash: string; readonly at: number }>();
  let last: AuditHead = beginning;
  for (const [index, line] of read.entries()) {
    const at = index + 1;
    if (!line) {
      add('unreadable', at, last.n + 1);
      last = { n: last.n + 1, hash: '' };
      continue;
    }
    const { n, hash, before } = line;
    if (hashLine(line) !== hash) add('edited', at, n);
    else if (n > last.n + 1 && !numbers.has(last.n + 1)) add('removed', at, last.n + 1);
    else if (n !== last.n + 1) add('reordered', at, n);
    else if (before !== last.hash && last.hash !== '') add('edited', at === 1 ? 1 : at - 1, n - 1);
    if (!hashes.has(n)) hashes.set(n, { hash, at });
    last = { n, hash };
  }
  if (rest !== '') add('torn', pieces.length + 1, last.n + 1);
  const end = Math.max(last.n, ...hashes.keys());
  const lost = heads.find(({ n }) => n > end);
  if (lost) add('truncated', pieces.length + 1, lost.n);
  const other = heads.find(({ n, hash }) => (hashes.get(n)?.hash ?? hash) !== hash);
  if (other) add('replaced', hashes.get(other.n)?.at ?? 0, other.n);
  return faults;
}

function describeFault(kind: AuditFault['kind'], line: number, n: number): Bilingual {
  switch (kind) {
    case 'unreadable':
      return { zh: `第 ${line} 行读不通`, en: `Line ${line} cannot be read` };
    case 'edited':
      return {
        zh: `第 ${line} 行（第 ${n} 条）被改过`,
        en: `Line ${line} (entry ${n}) was edited`,
      };
    case 'removed':
      return {
        zh: `第 ${line} 行之前少了第 ${n} 条`,
        en: `Before line ${line} entry ${n} is missing`,
      };
    case 'reordered':
      return {
        zh: `第 ${line} 行（第 ${n} 条）的次序不对`,
        en: `Line ${line} (entry ${n}) is out of order`,
      };
    case 'torn':
      return {
        zh: `第 ${line} 行只写了一半：多半是断电；下次打开编写台时移出并记下`,
        en: `Line ${line} is half written, as after a power cut; the desk sets it aside and says so when it opens`,
      };
    case 'truncated':
      return {
        zh: `结尾被截去：另存的摘要里有第 ${n} 条，日志里没有`,
        en: `The end was cut off: the heads kept elsewhere know entry ${n}, the log does not`,
      };
    case 'replaced':
      return {
        zh: `第 ${line} 行（第 ${n} 条）和另存的摘要不同，整条链可能重写过`,
        en: `Line ${line} (entry ${n}) differs from the head kept elsewhere; the chain may have been written anew`,
      };
  }
}
