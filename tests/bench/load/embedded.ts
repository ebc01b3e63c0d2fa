import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FilterName, SearchRequest } from '#search/contract.ts';
import { openDirectory } from '#search/embedded/directory/open.ts';
import type { Directory } from '#search/embedded/directory/open.ts';
import { createEmbedded } from '#search/embedded/engine.ts';
import { loadFrom } from '#search/embedded/open-node.ts';
import { buildSearchIndex } from '#search/embedded/texts/build.ts';
import { projectRoot } from '#library/code-digest.ts';
import type { Library } from '#library/open.ts';
import { runReaders } from './readers.ts';
import type { Load, LoadOptions } from './readers.ts';

interface EmbeddedLoad {
  readonly library: Library;
  readonly folder: string;
  readonly options: LoadOptions;
  readonly questions: readonly Partial<SearchRequest>[];
  readonly facets: readonly FilterName[];
  readonly print: (name: string, load: Load, note: string) => void;
}

/**
 * The embedded search under readers: which files each question reads of a browser that keeps nothing is found first; readers then
 * fetch those from a static server in a process of its own. What a phone needs to read them is not in it.
 */
export async function loadEmbedded({
  library,
  folder,
  options,
  questions,
  facets,
  print,
}: EmbeddedLoad): Promise<void> {
  const out = join(folder, 'static');
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'index.html'), '<!doctype html>');
  await buildSearchIndex({ library, out, cache: join(folder, 'search') });
  const index = join(out, 'search-index');
  const files: (readonly string[])[] = [];
  for (const question of questions) files.push(await listRead(index, { facets, ...question }));
  const program = `const { serve } = await import('#scripts/server/serve.ts'); console.log((await serve({ dir: ${JSON.stringify(out)}, port: 0 })).url);`;
  const served = spawn(process.execPath, ['--input-type=module', '-e', program], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [line] = (await once(served.stdout, 'data')) as [Buffer];
    const url = line.toString().trim();
    let fetched = 0;
    let bytes = 0;
    const load = await runReaders(options, async (reader, at) => {
      await Promise.all(
        (files[(reader * 3 + at) % files.length] ?? []).map(async (path) => {
          const answer = await fetch(`${url}search-index/${path}`);
          if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
          bytes += (await answer.arrayBuffer()).byteLength;
          fetched += 1;
        }),
      );
    });
    const { length } = readdirSync(index, { recursive: true });
    print(
      'embedded, a static server',
      load,
      `${(fetched / load.times.length).toFixed(0)} files, ${(bytes / load.times.length / 1000).toFixed(0)} KB unpacked a question, of ${length} files`,
    );
  } finally {
    served.kill();
  }
}

/** Files of the directory that a question reads, the first of a reader. */
async function listRead(
  index: string,
  question: Partial<SearchRequest>,
): Promise<readonly string[]> {
  const read = new Set<string>();
  const load = loadFrom(index);
  let directory: Promise<Directory> | undefined;
  const engine = createEmbedded({
    directory: () =>
      (directory ??= openDirectory((path) => {
        read.add(path);
        return load(path);
      })),
    readText: () => Promise.reject(new Error('no text is read')),
  });
  await engine.search({ text: '', language: 'zh', ...question }).catch(() => undefined);
  return [...read];
}
