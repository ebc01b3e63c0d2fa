import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { facetNames } from '#core/catalog/facets.ts';
import { holdEntries } from '#library/cache.ts';
import { loadFindings } from '#library/kept-findings.ts';
import { readParts } from '#library/open.ts';
import type { Library } from '#library/open.ts';
import { createRelater } from '#library/relate-again.ts';
import { relate, relateNext } from '#library/relate.ts';
import { startLibrary } from '../publish/library-model.ts';
import {
  makeFolder,
  standardPath,
  writeFiles,
  writeStandard,
} from '../support/temporary-library.ts';

/** `BIAOLIAN_MODEL_STEPS=2000 BIAOLIAN_MODEL_SEED=7` goes a longer way, as tests/publish/model.test.ts does. */
const steps = Number(process.env['BIAOLIAN_MODEL_STEPS'] ?? 30);
const seed = Number(process.env['BIAOLIAN_MODEL_SEED'] ?? 1);

/** All that can be asked of a library that its texts decide. */
function tell(library: Library): unknown {
  const { catalog, rows } = library;
  const later = catalog.on('2027-06-15');
  const cited = [
    ...rows.flatMap(({ references }) => references.map(({ key, dated }) => [key, dated] as const)),
    ['GB/T 9002(所有部分)', false] as const,
  ];
  return {
    rows,
    entries: catalog.entries.map((entry) => ({
      entry,
      isFound: catalog.byKey(entry.key) === entry && catalog.bySlug(entry.slug) !== undefined,
      editions: catalog.editionsOf(entry),
      supplements: catalog.supplementsOf(entry),
      sheets: catalog.amendmentsOf(entry),
      replaces: catalog.replacesOf(entry),
      replacedBy: catalog.replacedByOf(entry),
      heirs: catalog.heirsOf(entry),
      citedBy: catalog.citedBy(entry),
      facts: catalog.factsOf(entry),
      status: [catalog.statusOf(entry), catalog.laterOf(entry), later.statusOf(entry)],
    })),
    facets: [catalog, later].map((each) =>
      facetNames.map((name) =>
        each.facet(name).map((value) => [value, each.listFacet(name, value.value)]),
      ),
    ),
    resolved: cited.map(([key, dated]) => ({ ...catalog.resolve(key, dated) })),
    terms: catalog.terms,
    systems: library.systems.list,
    lives: library.lives,
    diagnostics: library.diagnostics,
  };
}

describe('a library of which some texts are others', () => {
  it(
    `is the one that is related anew, over ${steps} random changes`,
    { timeout: steps * 5_000 },
    async () => {
      holdEntries();
      const [dir, cache] = [makeFolder(), makeFolder()];
      const model = startLibrary(dir, seed);
      const relater = createRelater();
      const way = ['start'];
      let [exchanged, known] = [0, 0];
      let whole: unknown;
      for (let at = 0; at <= steps; at += 1) {
        if (at > 0) way.push(model.step());
        const parts = await readParts({ dir, cache, asOf: model.asOf() });
        const anew = tell(relate(parts));
        expect(tell(relater.relate(parts)), way.slice(-3).join('; ')).toEqual(anew);
        if (loadFindings(parts)) known += 1;
        expect(tell(relateNext(parts)), way.slice(-3).join('; ')).toEqual(anew);
        if (relater.last() === whole) exchanged += 1;
        whole = relater.last();
      }
      expect(exchanged).toBeGreaterThan(steps / 12);
      expect(known).toBeGreaterThan(steps / 12);
    },
  );

  it('costs no new look at the others where a sentence, a title or a clause is another', async () => {
    const [dir, cache] = [makeFolder(), makeFolder()];
    writeFiles(dir, {
      [standardPath(1)]: writeStandard({ serial: 1 }),
      [standardPath(2)]: writeStandard({
        serial: 2,
        body: '\n##\n\n应符合 DB9902/T 1—2024 中 4.1 的规定。\n',
      }),
    });
    const relater = createRelater();
    const read = async () => relater.relate(await readParts({ dir, cache, asOf: '2026-06-01' }));
    await read();
    const first = relater.last();
    const file = join(dir, standardPath(1));
    const text = readFileSync(file, 'utf8');
    for (const changed of [
      text.replace(/^title: .*$/m, 'title: 另一个标题'),
      `${text}\n## 补充\n\n应完整。\n`,
      text.replace('样例应清晰。', '样例应十分清晰。'),
    ]) {
      writeFileSync(file, changed);
      const library = await read();
      expect(relater.last()).toBe(first);
      expect(library.catalog.bySlug('db9902-t-1-2024')?.title).toBe(
        /^title: (.*)$/m.exec(changed)?.[1],
      );
    }
    writeFileSync(file, text.replace(/^issued: .*$/m, 'issued: 2024-01-02'));
    await read();
    expect(relater.last()).not.toBe(first);
  });
});
