import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '#library/code-digest.ts';
import { entryFolder, factsName, readFacts, staticFolder } from '#publish/application/facts.ts';
import { cleanEnvironment, openApplication } from '#publish/application/open.ts';
import { draw, makeWorkFolder, removeWorkFolder } from '#publish/draw.ts';
import { copyFigures, copySources, listDrawn } from '#publish/files.ts';
import { sourceFolder } from '#site/source-paths.ts';
import { makeFolder } from '../support/temporary-library.ts';
import { openSample } from './sample-pages.ts';
import { readSite } from './read-site.ts';

/** Have Astro draw the same pages by its own command, in a process of its own. */
async function buildByAstro(options: object): Promise<void> {
  const script = fileURLToPath(new URL('fixtures/build-by-astro.ts', import.meta.url));
  const child = spawn(process.execPath, [script, JSON.stringify(options)], {
    cwd: projectRoot,
    env: cleanEnvironment(),
    stdio: 'inherit',
  });
  expect(await once(child, 'close')).toEqual([0, null]);
}

/** A copy of an application, to be harmed. */
function copyApplication({ folder }: { readonly folder: string }): string {
  const copy = makeFolder();
  cpSync(folder, copy, { recursive: true });
  return copy;
}

it(
  'pages and files of the sample library are those that Astro itself builds, byte for byte',
  { timeout: 300_000 },
  async () => {
    // The place of docs/adopting.md and of the second city: one application for all.
    const place = { base: '/portal/', site: 'https://bz.example.cn' };
    const { library, pages } = await openSample();
    expect(new Set(pages.map(({ template }) => template)).size).toBeGreaterThan(15);
    const work = makeWorkFolder();
    const plain = makeWorkFolder();
    const again = makeWorkFolder();
    try {
      await draw(library, pages, { work, ...place });
      await buildByAstro({ out: plain, ...place });
      // Astro knows nothing of the figures of a standard, and of the files that a mirror takes.
      for (const slug of listDrawn(pages)) {
        copyFigures(library.folder(slug), join(plain, 'standards', slug));
        copySources(library.folder(slug), join(plain, 'standards', slug, sourceFolder));
      }
      const [left, right] = [readSite(work), readSite(plain)];
      expect([...left.keys()].sort()).toEqual([...right.keys()].sort());
      const other = [...right].filter(([path, content]) => left.get(path) !== content);
      expect(other.map(([path]) => path)).toEqual([]);
      // Processes that find no body leave its pages to the one that has the sources.
      const standards = pages.filter(({ template }) => template.startsWith('standard'));
      await draw({ ...library, cache: makeFolder() }, standards, { work: again, ...place });
      for (const [path, content] of readSite(again)) expect(left.get(path), path).toBe(content);
    } finally {
      for (const folder of [work, plain, again]) removeWorkFolder(folder);
    }
  },
);

describe('an application', { timeout: 180_000 }, () => {
  it('that is built twice at once is one, and is made again when it is damaged', async () => {
    const place = { base: '/built-twice/' };
    const [first, second] = await Promise.all([openApplication(place), openApplication(place)]);
    try {
      expect(first).toEqual(second);
      expect(readFacts(first.folder)).not.toBeNull();
      const harmed = join(first.folder, entryFolder, first.entry);
      writeFileSync(harmed, readFileSync(harmed).subarray(0, 1000));
      const again = await openApplication(place);
      expect(again.folder).toBe(first.folder);
      expect(readFacts(again.folder)?.digest).toBe(first.digest);
      const left = readdirSync(dirname(first.folder)).filter((name) =>
        name.startsWith(`draft-${process.pid}-`),
      );
      expect(left).toEqual([]);
    } finally {
      rmSync(first.folder, { recursive: true });
    }
  });

  it('is not taken when it is half, has a file too many, or was made from other code', async () => {
    const application = await openApplication();
    const facts = join(application.folder, factsName);
    expect(readFacts(copyApplication(application))).not.toBeNull();
    const harms: readonly ((copy: string) => void)[] = [
      (copy) => rmSync(join(copy, factsName)),
      (copy) => writeFileSync(join(copy, factsName), readFileSync(facts).subarray(0, 500)),
      (copy) => rmSync(join(copy, staticFolder, 'robots.txt')),
      (copy) => writeFileSync(join(copy, staticFolder, 'robots.txt'), ''),
      (copy) => writeFileSync(join(copy, staticFolder, 'more.txt'), ''),
      (copy) =>
        writeFileSync(
          join(copy, factsName),
          readFileSync(facts, 'utf8').replace(application.digest, 'f'.repeat(32)),
        ),
    ];
    for (const harm of harms) {
      const copy = copyApplication(application);
      harm(copy);
      expect(readFacts(copy), harm.toString()).toBeNull();
    }
  });

  it('is made from the templates, and from nothing that looks into a library', async () => {
    const { inputs } = await openApplication();
    expect(inputs).toContain('src/site/components/StandardPage.astro');
    expect(inputs).toContain('src/site/styles/tokens.css');
    expect(inputs).toContain('src/site/client/search/page.ts');
    expect(inputs.filter((path) => /^src\/(?:import|publish|site\/views)\//.test(path))).toEqual(
      [],
    );
  });
});
