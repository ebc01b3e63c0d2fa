import { globSync, readFileSync } from 'node:fs';
import { parse as parseCsv } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { openLibrary } from '#library/open.ts';
import type { Library } from '#library/open.ts';

interface File {
  readonly id: string;
  readonly kind: string;
  readonly chain?: string;
  readonly rows: readonly { readonly number?: string; readonly planned?: unknown }[];
}

/** Counted from the files, by nothing but readers of YAML and CSV. */
const systems = globSync('content/systems/*.yaml').map((path): File => ({
  ...(parseYaml(readFileSync(path, 'utf8')) as File),
  id: path.replace(/^.*\/|\.yaml$/g, ''),
}));
const chains = parseYaml(readFileSync('content/vocabulary/chains.yaml', 'utf8')) as readonly {
  readonly id: string;
  readonly kind?: string;
}[];
const records = globSync('content/catalogue/*.csv').flatMap((path) =>
  (
    parseCsv(readFileSync(path, 'utf8'), { columns: true }) as readonly {
      readonly number: string;
    }[]
  ).map(({ number }) => number.replaceAll(' ', '')),
);

describe('the sample library', () => {
  let library: Library;
  beforeAll(async () => {
    library = await openLibrary({ dir: 'content' });
  });

  it('has a system for each of its 24 key chains and each of its seven fields', () => {
    const named = chains.filter(({ kind = '产业链' }) => kind === '产业链').map(({ id }) => id);
    expect(named).toHaveLength(24);
    const fields = chains.filter(({ kind }) => kind === '领域').map(({ id }) => id);
    expect(fields).toHaveLength(7);
    const built = (kind: string) =>
      systems.flatMap(({ kind: own, chain = '' }) => (own === kind ? [chain] : [])).toSorted();
    expect(built('产业链')).toEqual(named.toSorted());
    expect(built('领域')).toEqual(fields.toSorted());
  });

  it('has at least 1,600 rows in them, 1,300 of them real standards with their facts', () => {
    const rows = systems.flatMap((system) => system.rows);
    expect(rows.length).toBeGreaterThanOrEqual(1600);
    const known = new Set(records);
    const real = rows.filter(
      ({ number }) => number !== undefined && known.has(number.replaceAll(' ', '')),
    );
    expect(real.length).toBeGreaterThanOrEqual(1300);
    for (const system of systems) {
      expect(system.rows.length, system.id).toBeGreaterThanOrEqual(42);
      const numbered = system.rows.filter(({ number }) => number !== undefined);
      expect(numbered.length / system.rows.length, system.id).toBeGreaterThanOrEqual(0.85);
    }
  });

  it('reads every row of the files, and every record of the catalogue once', () => {
    const read = Object.fromEntries(library.systems.list.map(({ id, rows }) => [id, rows.length]));
    expect(read).toEqual(Object.fromEntries(systems.map(({ id, rows }) => [id, rows.length])));
    expect(new Set(records).size).toBe(records.length);
    const facts = library.catalog.entries.filter(
      ({ row, origin }) => row === undefined && origin === undefined,
    );
    expect(facts.length).toBe(records.length);
  });
});
