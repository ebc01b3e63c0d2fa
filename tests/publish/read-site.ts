import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Every file of a built site with its content, but what tells of earlier publications. */
export function readSite(out: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const entry of readdirSync(out, { recursive: true, withFileTypes: true })) {
    const path = relative(out, join(entry.parentPath, entry.name));
    if (path === join('data', 'changes.ndjson') || path === 'status.json') continue;
    if (!entry.isFile() || /^\.biaolian-(?:build$|releases)/.test(path)) continue;
    files.set(path, readFileSync(join(out, path), 'latin1'));
  }
  return files;
}
