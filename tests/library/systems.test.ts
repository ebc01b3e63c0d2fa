import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse as parseCsv } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { applyFixes } from '#library/fix.ts';
import { openLibrary } from '#library/open.ts';
import type { Library } from '#library/open.ts';
import { coverageByYear, statisticsOf } from '#core/systems/index.ts';
import {
  makeFolder,
  standardPath,
  writeFiles,
  writeStandard,
} from '../support/temporary-library.ts';
import { writeSystem } from '../core/systems/write.ts';

const content = fileURLToPath(new URL('../../content/', import.meta.url));
const asOf = '2026-07-02';

interface Fact {
  readonly status: string;
  readonly implemented: string;
}

/** Status and day of every number of the sample library, read by the simplest means. */
function readFacts(): ReadonlyMap<string, Fact> {
  const facts = new Map<string, Fact>();
  for (const name of readdirSync(join(content, 'catalogue'))) {
    const text = readFileSync(join(content, 'catalogue', name), 'utf8');
    const rows: Record<string, string>[] = parseCsv(text, { columns: true });
    for (const { number = '', status = '', implemented = '' } of rows)
      facts.set(number, { status, implemented });
  }
  for (const path of readdirSync(join(content, 'standards'), { recursive: true })) {
    if (!String(path).endsWith('index.md')) continue;
    const text = readFileSync(join(content, 'standards', String(path)), 'utf8');
    const of = (key: string) => new RegExp(`^${key}: *(.*?)\\s*$`, 'm').exec(text)?.[1] ?? '';
    const status = of('status') === 'draft' ? '草案' : '现行';
    facts.set(of('number').replaceAll('—', '-'), { status, implemented: of('implemented') });
  }
  return facts;
}

describe('the sample systems', () => {
  let library: Library;
  beforeAll(async () => {
    library = await openLibrary({ dir: content, asOf });
  });

  it('have nothing to complain about', () => {
    const found = library.diagnostics.filter(
      ({ file, severity }) => /^(systems|vocabulary)\//.test(file) && severity !== 'info',
    );
    expect(
      found.map(
        ({ file, range, rule, message }) => `${file}:${range.start.line} ${rule} ${message.zh}`,
      ),
    ).toEqual([]);
    expect(library.systems.byId('cold-chain')?.model.sample).toBe(true);
  });

  it('have as many standards in force as their numbers say, counted apart', () => {
    const facts = readFacts();
    for (const { id, model, counts, rows } of library.systems.list) {
      const file: { rows?: { number?: string; keep?: boolean; stage?: string }[] } = parseYaml(
        readFileSync(join(content, model.file), 'utf8'),
      );
      const all = file.rows ?? [];
      const dated = all.filter(({ number, keep }) => number !== undefined && !keep);
      const known = dated.map(({ number = '' }) => facts.get(number.replaceAll('—', '-')));
      const inForce = known.filter(
        (fact) =>
          fact && fact.status !== '未知' && fact.status !== '草案' && fact.implemented <= asOf,
      );
      const coming = known.filter(
        (fact) => fact && fact.implemented > asOf && fact.status !== '未知',
      );
      const plans = all.filter(({ number }) => number === undefined);
      expect([id, counts.inForce, counts.coming]).toEqual([id, inForce.length, coming.length]);
      expect([id, counts.toMake]).toEqual([
        id,
        plans.filter(({ stage }) => stage !== '在研').length,
      ]);
      expect([id, rows.length]).toEqual([id, all.length]);
      expect(coverageByYear(rows, library.catalog).at(-1)?.inForce ?? 0).toBe(counts.inForce);
      expect(statisticsOf(system(id)).total.existing).toBe(counts.inForce);
    }
  });

  it('show the cold chain from origin to table', () => {
    const { nodes, rows, model } = system('cold-chain');
    expect(new Set(nodes.map(({ stage }) => stage))).toEqual(
      new Set(['上游', '中游', '下游', '支撑']),
    );
    expect(nodes.length).toBeGreaterThanOrEqual(12);
    expect(rows.length).toBeGreaterThanOrEqual(50);
    expect(model.edges.every(({ label }) => label?.en)).toBe(true);
    expect(
      rows.filter(({ subject }) => subject.kind === 'standard' && subject.entry.row).length,
    ).toBeGreaterThanOrEqual(6);
  });

  it('are of the 24 key chains of the city and of fields', () => {
    const { chains } = library.vocabulary;
    expect(chains.filter(({ kind }) => kind === '产业链')).toHaveLength(24);
    for (const id of [
      'cold-chain',
      'marine',
      'smart-appliance',
      'display',
      'elderly-care',
      'urban-renewal',
      'seed',
    ])
      expect(chains.map((chain) => chain.id)).toContain(id);
    expect(library.systems.ofChain('cold-chain')?.id).toBe('cold-chain');
  });

  const system = (id: string) => {
    const found = library.systems.byId(id);
    if (!found) throw new Error(id);
    return found;
  };
});

describe('files of systems/', () => {
  const open = (dir: string) => openLibrary({ dir, cache: join(dir, '.cache'), asOf });
  const vocabulary = '- { id: cold-chain, zh: 冷链物流, en: Cold chain }\n';
  const rulesOf = ({ diagnostics }: Library) =>
    diagnostics.map(({ rule, file }) => `${file} ${rule}`);

  it('that are broken leave the others and the library whole', async () => {
    const dir = makeFolder();
    writeFiles(dir, {
      [standardPath()]: writeStandard(),
      'vocabulary/chains.yaml': vocabulary,
      'systems/a.yaml': 'name: [',
      'systems/b.yaml': new Uint8Array([0xb1, 0xea, 0xd7, 0xbc]),
      'systems/good.yaml': writeSystem({
        rows: '  - { node: store, number: DB9902/T 700-2024, role: 服务 }',
      }),
      'systems/notes.txt': 'no system',
    });
    const library = await open(dir);
    expect(rulesOf(library)).toEqual(['systems/a.yaml system-yaml', 'systems/b.yaml encoding']);
    expect(library.systems.list.map(({ id, counts }) => [id, counts.inForce])).toEqual([
      ['good', 1],
    ]);
  });

  it('that nearly end in .yaml are named, with what to call them', async () => {
    const dir = makeFolder();
    const system = writeSystem({
      rows: '  - { node: store, number: DB9902/T 700-2024, role: 服务 }',
    });
    writeFiles(dir, {
      [standardPath()]: writeStandard(),
      'vocabulary/chains.yaml': vocabulary,
      'systems/a.yml': system,
      'systems/b.YAML': system,
      'systems/c.yaml.txt': system,
      'systems/README.md': '',
    });
    const library = await open(dir);
    expect(rulesOf(library)).toEqual([
      'systems/a.yml system-file-name',
      'systems/b.YAML system-file-name',
      'systems/c.yaml.txt system-file-name',
    ]);
    expect(library.diagnostics[0]).toMatchObject({
      severity: 'error',
      message: {
        zh: expect.stringContaining('systems/a.yml 没有读入') as unknown,
        en: expect.stringContaining('systems/a.yml was not read') as unknown,
      },
      hint: { zh: '改名为 a.yaml', en: 'Rename it to a.yaml' },
    });
    expect(library.diagnostics[2]?.hint?.en).toBe('Rename it to c.yaml');
    expect(library.systems.list).toEqual([]);
  });

  it('may be absent', async () => {
    const dir = makeFolder();
    writeFiles(dir, { [standardPath()]: writeStandard() });
    expect((await open(dir)).systems.list).toEqual([]);
  });

  it('get the successor of a replaced standard by std fix', async () => {
    const dir = makeFolder();
    writeFiles(dir, {
      [standardPath(700, 2020)]: writeStandard({ year: 2020 }),
      [standardPath(700, 2024)]: writeStandard({ meta: 'replaces: [DB9902/T 700—2020]\n' }),
      'vocabulary/chains.yaml': vocabulary,
      'systems/s.yaml': writeSystem({
        rows: '  - { node: store, number: DB9902/T 700-2020, role: 服务 }',
      }),
    });
    const library = await open(dir);
    expect(rulesOf(library)).toEqual(['systems/s.yaml system-number-replaced']);
    expect(applyFixes(library, false)).toEqual([{ file: 'systems/s.yaml', count: 1 }]);
    expect(rulesOf(await open(dir))).toEqual([]);
    expect(readFileSync(join(dir, 'systems/s.yaml'), 'utf8')).toContain(
      'number: DB9902/T 700-2024, role',
    );
  });
});
