import { join } from 'node:path';
import { expect } from 'vitest';
import { publish } from '#publish/index.ts';
import type { PublishOptions, PublishResult } from '#publish/index.ts';
import {
  makeFolder,
  standardPath,
  writeFiles,
  writeStandard,
} from '../support/temporary-library.ts';
import { readSite } from './read-site.ts';

/** Three standards: one cites another, one has a figure. */
function makeLibrary(): string {
  const dir = makeFolder();
  writeFiles(dir, {
    [standardPath(1)]: writeStandard({ serial: 1 }),
    [standardPath(2)]: writeStandard({
      serial: 2,
      body: '\n##\n\n包装应符合 DB9902/T 1—2024 的规定。\n',
    }),
    [standardPath(3)]: writeStandard({
      serial: 3,
      body: '\n##\n\n外形见[#fig]。\n\n:::figure[外形]{#fig}\n![外形](a.svg)\n:::\n',
    }),
    'standards/local/db9902-t-3-2024/a.svg':
      '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>',
  });
  return dir;
}

/** A standard of the library under another title. */
export const rename = (serial: number, title: string) =>
  writeStandard({ serial }).replace(`title: 样例标准${serial}`, `title: ${title}`);

/** The library, an output and a cache of its own, and the build of the one into the other. */
export function prepare() {
  const dir = makeLibrary();
  const out = join(makeFolder(), 'site');
  const cache = makeFolder();
  const build = (options: Partial<PublishOptions> = {}): Promise<PublishResult> =>
    publish({ library: dir, out, cache, asOf: '2026-11-29', ...options });
  return { dir, out, cache, build };
}

/** The site of the same library, built from nothing. */
export async function buildWhole(dir: string, site?: string): Promise<Map<string, string>> {
  const out = join(makeFolder(), 'site');
  await publish({
    library: dir,
    out,
    cache: makeFolder(),
    asOf: '2026-11-29',
    ...(site && { site }),
  });
  return readSite(out);
}

/** Expect that two sites have the same files with the same content. */
export function expectEqual(left: Map<string, string>, right: Map<string, string>): void {
  expect([...left.keys()].sort()).toEqual([...right.keys()].sort());
  for (const [path, content] of right) expect(left.get(path), path).toBe(content);
}
