import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readIfThere } from '#library/files.ts';
import { listMirrored, mirrorFileName, readMirrorFile } from './mirror-file.ts';
import type { MirroredFile, MirrorRecord } from './mirror-file.ts';

/** What of a mirror is not as its manifest said, by paths below its folder. */
export interface MirrorState {
  readonly missing: readonly string[];
  readonly changed: readonly string[];
  readonly extra: readonly string[];
}

/** What a check found of a partner: nothing to hold it to where no import made it. */
export interface MirrorCheck extends MirrorState {
  readonly id: string;
  readonly record: MirrorRecord | null;
  /** Whether `partner.yaml` names the manifest that is mirrored. */
  readonly isNamed: boolean;
}

export const partnersFolder = 'partners';

/** Folders of partners, sorted; links are none. */
export function listPartnerIds(library: string): readonly string[] {
  try {
    return readdirSync(join(library, partnersFolder), { withFileTypes: true })
      .flatMap((entry) => (entry.isDirectory() && !entry.name.startsWith('.') ? [entry.name] : []))
      .sort();
  } catch {
    return [];
  }
}

/** Holds the mirror of a partner to what its manifest said: each file by its digest, and what lies there beside. */
export function checkMirror(library: string, id: string): MirrorCheck {
  const folder = join(library, partnersFolder, id);
  const text = readIfThere(join(folder, mirrorFileName));
  const record = text && readMirrorFile(text.toString());
  if (!record) return { id, record: null, isNamed: false, missing: [], changed: [], extra: [] };
  const state = compareMirror(folder, listMirrored(record));
  return { id, record, isNamed: manifestOf(folder) === record.manifest, ...state };
}

/** Compares a folder with the files that it should hold. */
export function compareMirror(folder: string, files: readonly MirroredFile[]): MirrorState {
  const expected = new Map(files.map((file) => [file.source, file]));
  const [missing, changed]: [string[], string[]] = [[], []];
  for (const { source, sha256 } of expected.values()) {
    const found = digestAt(join(folder, source));
    if (found === null) missing.push(source);
    else if (found !== sha256) changed.push(source);
  }
  const extra = ['standards', 'catalogue']
    .flatMap((name) => listBelow(folder, name))
    .filter((path) => !expected.has(path));
  return { missing: missing.sort(), changed: changed.sort(), extra: extra.sort() };
}

/** SHA-256 of a regular file; null of what is none, empty of a link, which has no digest of its own. */
function digestAt(path: string): string | null {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (!stat) return null;
  if (!stat.isFile()) return '';
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

function listBelow(folder: string, path: string): readonly string[] {
  try {
    return readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry) => {
      const inner = `${path}/${entry.name}`;
      return entry.isDirectory() ? listBelow(folder, inner) : [inner];
    });
  } catch {
    return [];
  }
}

function manifestOf(folder: string): unknown {
  try {
    const read: unknown = parse(readFileSync(join(folder, 'partner.yaml'), 'utf8'), {
      schema: 'failsafe',
      maxAliasCount: 0,
    });
    return read !== null && typeof read === 'object' && 'manifest' in read ? read.manifest : null;
  } catch {
    return null;
  }
}
