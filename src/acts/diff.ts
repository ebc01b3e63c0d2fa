import { createTwoFilesPatch } from 'diff';
import { readIfThere } from '#library/files.ts';
import { join } from 'node:path';
import type { ActPlan } from './plan.ts';

/** What a plan changes, as one unified diff of the library's files; files that are no text are only named. */
export function diffPlan(library: string, { changes }: ActPlan): string {
  const now = new Map<string, Uint8Array | null>();
  const before = new Map<string, string>();
  const read = (path: string): Uint8Array | null =>
    now.has(path) ? (now.get(path) ?? null) : readIfThere(join(library, path));
  for (const each of changes) {
    if (each.kind === 'remove') now.set(each.path, null);
    else if (each.kind === 'write') {
      const { path, content } = each;
      now.set(path, typeof content === 'string' ? new TextEncoder().encode(content) : content);
    } else if (each.kind === 'bring') now.set(each.path, each.read());
    else {
      now.set(each.path, read(each.from)).set(each.from, null);
      before.set(each.path, each.from);
    }
  }
  const moved = new Set(before.values());
  return [...now]
    .filter(([path]) => !moved.has(path))
    .map(([path, after]) => {
      const from = before.get(path) ?? path;
      return diffFile(from, path, readIfThere(join(library, from)), after);
    })
    .join('');
}

function diffFile(
  from: string,
  path: string,
  before: Uint8Array | null,
  after: Uint8Array | null,
): string {
  const names = `${before ? `a/${from}` : '/dev/null'} ${after ? `b/${path}` : '/dev/null'}`;
  const old = before === null ? '' : decode(before);
  const text = after === null ? '' : decode(after);
  if (old === null || text === null) return `Binary files ${names} differ\n`;
  if (old === text) return from === path ? '' : `rename from ${from}\nrename to ${path}\n`;
  const [left = '', right = ''] = names.split(' ');
  const patch = createTwoFilesPatch(left, right, old, text, '', '', { context: 3 });
  const head = from === path ? '' : `rename from ${from}\nrename to ${path}\n`;
  return head + patch.replace(/^=+\n/, '').replaceAll(/^(---|\+\+\+) (.*)\t$/gm, '$1 $2');
}

function decode(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}
