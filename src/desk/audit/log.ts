import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { readIfThere } from '#library/files.ts';
import { syncFolder } from '#library/pending-change.ts';
import type { OnDeskStage } from '../stages.ts';
import {
  beginning,
  checkAuditLog,
  readAuditHeads,
  readAuditLines,
  toAuditLine,
  writeAuditHead,
  writeAuditLine,
} from './chain.ts';
import type { AuditFacts, AuditFault, AuditHead, AuditLine } from './chain.ts';

export interface AuditPlaces {
  /** One line an entry, each with the hash of the one before. */
  readonly log: string;
  /** Number and hash of every entry; better on another disk than the log. */
  readonly heads: string;
}

/** Where the log of a desk lies, by the folder that the desk keeps. */
export const auditPlaces = (
  keep: string,
  heads = join(keep, 'audit', 'heads.txt'),
): AuditPlaces => ({
  log: join(keep, 'audit', 'log.jsonl'),
  heads,
});

/** Writes down what is done at a desk. Lines are only ever added, and are on the disk when `append` is over. */
export class AuditLog {
  private readonly places: AuditPlaces;
  private readonly now: () => number;
  private readonly onStage: OnDeskStage;
  private last: AuditHead = beginning;

  /** Opens a log; a line that a power cut left half is set aside, and that is written down. */
  constructor(
    places: AuditPlaces,
    now: () => number = Date.now,
    onStage: OnDeskStage = () => undefined,
  ) {
    this.places = places;
    this.now = now;
    this.onStage = onStage;
    for (const path of Object.values(places)) mkdirSync(dirname(path), { recursive: true });
    this.open();
  }

  /** The newest entry. */
  get head(): AuditHead {
    return this.last;
  }

  /** Adds an entry. Where the disk takes it only in part, nothing is added. */
  append(facts: AuditFacts): AuditLine {
    const line = toAuditLine(facts, new Date(this.now()).toISOString(), this.last);
    this.add(this.places.log, writeAuditLine(line), true);
    this.last = line;
    this.onStage('line-synced');
    this.add(this.places.heads, writeAuditHead(line));
    this.onStage('head-written');
    return line;
  }

  /** All entries, in their order. */
  list(): readonly AuditLine[] {
    return readAuditLines(readText(this.places.log));
  }

  /** What somebody else did to the log. */
  check(): readonly AuditFault[] {
    const { log, heads } = this.places;
    return checkAuditLog(readText(log), readAuditHeads(readText(heads)));
  }

  private open(): void {
    const { log, heads } = this.places;
    const torn = setTornAside(log, this.now());
    setTornAside(heads, this.now());
    const lines = this.list();
    this.last = lines.at(-1) ?? beginning;
    const known = readAuditHeads(readText(heads)).at(-1)?.n ?? 0;
    const behind = lines.filter(({ n }) => n > known);
    for (const line of behind) this.add(heads, writeAuditHead(line));
    if (torn > 0) {
      this.repaired(
        `上次中断时有半条（${torn} 字节）没有写完，已移到旁边的文件。A half line of ${torn} bytes was set aside.`,
      );
    }
    // One entry may be on the disk whose head was not yet; more are no matter of a power cut.
    if (behind.length > 1) {
      this.repaired(
        `另存的摘要缺第 ${known + 1} 条以后的，已补上。Heads from entry ${known + 1} on were missing and were written anew.`,
      );
    }
  }

  private repaired(remark: string): void {
    this.append({ who: 'desk', name: '编写台', act: 'repaired', remark });
  }

  private add(path: string, text: string, isStaged = false): void {
    const isNew = !existsSync(path);
    const file = openSync(path, 'a', 0o600);
    const { size } = statSync(path);
    try {
      const bytes = Buffer.from(text);
      const half = isStaged ? Math.floor(bytes.length / 2) : 0;
      writeAll(file, bytes.subarray(0, half));
      if (isStaged) this.onStage('line-half');
      writeAll(file, bytes.subarray(half));
      if (isStaged) this.onStage('line-written');
      fsyncSync(file);
    } catch (error) {
      ftruncateSync(file, size);
      throw error;
    } finally {
      closeSync(file);
    }
    if (isNew) syncFolder(dirname(path));
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
}

/** Moves what stands after the last end of a line to a file beside; how many bytes that were. */
function setTornAside(path: string, now: number): number {
  const bytes = readIfThere(path) ?? Buffer.alloc(0);
  const end = bytes.lastIndexOf(0x0a) + 1;
  if (end === bytes.length) return 0;
  writeFileSync(`${path}.torn-${now}`, bytes.subarray(end));
  truncateSync(path, end);
  return bytes.length - end;
}

const readText = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');
