import { hash } from 'node:crypto';
import { join } from 'node:path';
import { structuredPatch } from 'diff';
import type { ActPlan } from '#acts/index.ts';
import { shortDigest } from '#library/digest.ts';
import { readIfThere } from '#library/files.ts';
import { publishedFile } from '#library/register.ts';
import type { ChangedFile } from './client/shapes.ts';

/** One file of the library, before and after; null where there is none. */
export interface FileChange {
  readonly path: string;
  readonly before: Buffer | null;
  readonly after: Uint8Array | null;
}

/** The changes of an act, file by file; a file that is moved is gone at one place and there at another. */
export function listActChanges(library: string, { changes }: ActPlan): readonly FileChange[] {
  const after = new Map<string, Uint8Array | null>();
  for (const each of changes) {
    const { path } = each;
    if (each.kind === 'remove') after.set(path, null);
    else if (each.kind === 'bring') after.set(path, Buffer.from(each.read()));
    else if (each.kind === 'move') {
      after.set(path, after.get(each.from) ?? readIfThere(join(library, each.from)));
      after.set(each.from, null);
    } else {
      const { content } = each;
      after.set(path, typeof content === 'string' ? Buffer.from(content) : content);
    }
  }
  return [...after].map(([path, bytes]) => ({
    path,
    before: readIfThere(join(library, path)),
    after: bytes,
  }));
}

/** Changes as an act on the library: all of them are made, or none. */
export function toPlan(changes: readonly FileChange[], zh: string, en: string): ActPlan {
  return {
    sentence: { zh, en },
    warnings: [],
    sources: Object.fromEntries(
      changes.map(({ path, before }) => [path, before && shortDigest(before)]),
    ),
    changes: changes.map(({ path, after }) =>
      after
        ? {
            kind: 'write',
            path,
            content: after,
            sentence: { zh: `写 ${path}`, en: `Write ${path}` },
          }
        : { kind: 'remove', path, sentence: { zh: `删 ${path}`, en: `Remove ${path}` } },
    ),
  };
}

/**
 * The digest of changes: another digest, and they are others than were shown. Of the register of what was published only the
 * numbers count that are added: others add theirs meanwhile, and on other days.
 */
export const digestOf = (changes: readonly FileChange[]): string =>
  hashWhole(
    JSON.stringify(
      changes.map(({ path, before, after }) =>
        path === publishedFile
          ? [path, listAdded(before, after).map((line) => line.split('\t').slice(0, 2))]
          : [path, before && hashWhole(before), after && hashWhole(after)],
      ),
    ),
  );

/** Who approves a change goes by its digest: it is not cut short. */
const hashWhole = (content: string | Uint8Array): string => hash('sha256', content);

/** Lines of a register that were not there before. */
export function listAdded(before: Uint8Array | null, after: Uint8Array | null): readonly string[] {
  const lines = (bytes: Uint8Array | null): readonly string[] =>
    bytes ? Buffer.from(bytes).toString().split(/\r?\n/) : [];
  const known = new Set(lines(before));
  return lines(after).filter((line) => line !== '' && !line.startsWith('#') && !known.has(line));
}

/** A change as the page shows it: lines of texts, nothing of pictures. */
export function showChange({ path, before, after }: FileChange): ChangedFile {
  const kind = before ? (after ? 'changed' : 'removed') : 'added';
  if (!/\.(?:md|tsv|ya?ml|csv)$/.test(path)) return { path, kind, lines: [] };
  const texts = [before, after].map((bytes) => (bytes ? Buffer.from(bytes).toString() : ''));
  const { hunks } = structuredPatch(path, path, texts[0] ?? '', texts[1] ?? '', '', '', {
    context: 2,
  });
  const lines = hunks.flatMap((hunk, at) => [
    ...(at > 0 ? [{ mark: '…', text: '' } as const] : []),
    ...hunk.lines
      .filter((line) => !line.startsWith('\\'))
      .map((line) => ({ mark: markOf(line), text: line.slice(1) })),
  ]);
  return { path, kind, lines: lines.slice(0, mostLines) };
}

const mostLines = 2000;

const markOf = (line: string): '+' | '-' | ' ' =>
  line.startsWith('+') ? '+' : line.startsWith('-') ? '-' : ' ';
