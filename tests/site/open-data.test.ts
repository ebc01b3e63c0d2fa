import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';
import { Validator } from '@seriousme/openapi-schema-validator';
import jsonld from 'jsonld';
import { Parser, Writer } from 'n3';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { validityFile } from '#core/exchange/open-data/validity.ts';
import { readWorkbook } from '#import/workbook/workbook.ts';
import { openLibrary } from '#library/open.ts';
import type { Library } from '#library/open.ts';
import { listDatasets, listFilesOf } from '#site/data/open-data/datasets.ts';
import { listOpenDataFiles } from '#site/data/open-data/files.ts';
import { exportCatalogue, exportStandard } from '#site/files/exports.ts';
import { startDataFiles } from '#site/files/open-data/write.ts';
import { startAddresses } from '#site/lib/urls.ts';
import { listPages } from '#site/routes.ts';
import { viewOf } from '#site/views/index.ts';
import {
  makeFolder,
  standardPath,
  writeFiles,
  writeStandard,
} from '../support/temporary-library.ts';

const whole = startAddresses('https://city.example', '/portal/');
let library: Library;
let write: ReturnType<typeof startDataFiles>;

beforeAll(async () => {
  library = {
    ...(await openLibrary({ dir: 'content', asOf: '2026-11-30' })),
    withData: true,
  };
  write = startDataFiles(library, whole);
});

const read = (name: string): Buffer => Buffer.from(write(name));
const readLines = (name: string): readonly Record<string, unknown>[] => {
  const bytes = read(name);
  const text = name.endsWith('.gz') ? gunzipSync(bytes).toString() : bytes.toString();
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
};

describe('the catalogue', () => {
  it('says the same in every format', () => {
    const rows = exportCatalogue(library);
    expect(readLines('catalogue.ndjson')).toEqual(rows);
    expect(readLines('catalogue.ndjson.gz')).toEqual(rows);
    const csv = gunzipSync(read('catalogue.csv.gz')).toString();
    expect(csv.split('\r\n')).toHaveLength(rows.length + 2);
    const workbook = readWorkbook(read('catalogue.xlsx'));
    if ('zh' in workbook) throw new Error(workbook.en);
    const [sheet] = workbook.sheets;
    expect(sheet?.rows).toHaveLength(rows.length + 1);
    expect(sheet?.rows[1]?.cells.slice(0, 2)).toEqual([rows[0]?.number, rows[0]?.title]);
  });

  it('gives a library with the same facts when it is read as one', async () => {
    const dir = makeFolder();
    writeFiles(dir, { 'catalogue/records.csv': read('sources/catalogue.csv') });
    const { catalog } = await openLibrary({ dir, cache: makeFolder(), asOf: '2026-11-30' });
    const own = library.catalog.entries.flatMap(({ record, origin }) =>
      record && !origin ? [record] : [],
    );
    expect(own.length).toBeGreaterThan(1000);
    expect(catalog.entries.map(({ record }) => record)).toEqual(own);
  });
});

describe('lines of all texts', () => {
  it('are those of each, one after another', () => {
    const [clauses, provisions, terms, references] = (
      ['clauses', 'provisions', 'terms', 'references'] as const
    ).map((id) => {
      const set = listDatasets(library).find((each) => each.id === id);
      return (set ? listFilesOf(set) : []).flatMap(readLines);
    });
    const bodies = library.rows
      .filter(({ meta }) => meta.bodyRestricted === undefined)
      .map(({ slug }) => library.body(slug));
    const count = (of: (body: (typeof bodies)[number]) => number) =>
      bodies.reduce((sum, body) => sum + of(body), 0);
    expect(clauses).toHaveLength(
      count(({ text, english }) => text.clauses.length + (english?.clauses.length ?? 0)),
    );
    expect(provisions).toHaveLength(count(({ text }) => text.provisions.length));
    expect(terms).toHaveLength(count(({ text }) => text.terms.length));
    expect(references).toHaveLength(
      count(({ text, english }) => text.references.length + (english?.references.length ?? 0)),
    );
    const named = new Set(clauses?.map(({ standard, id }) => `${String(standard)}#${String(id)}`));
    for (const { standard, clause } of [...(provisions ?? []), ...(terms ?? [])]) {
      expect(named).toContain(`${String(standard)}#${String(clause)}`);
    }
    expect(references?.[0]).toMatchObject({ to: expect.any(String), dated: expect.any(Boolean) });
  });

  it('of a text that is not public are left out', async () => {
    const dir = makeFolder();
    writeFiles(dir, {
      [standardPath(1)]: writeStandard({ serial: 1 }),
      [standardPath(2)]: writeStandard({ serial: 2, meta: 'bodyRestricted: 依法不公开\n' }),
    });
    const own = await openLibrary({ dir, cache: makeFolder(), asOf: '2026-11-30' });
    const bytes = startDataFiles({ ...own, withData: true }, whole)('clauses/0.ndjson.gz');
    const text = gunzipSync(bytes).toString();
    expect([text.includes('DB9902/T 1-2024'), text.includes('DB9902/T 2-2024')]).toEqual([
      true,
      false,
    ]);
  });
});

it('systems, projects and notices have a line each, with the page it is of', () => {
  const systems = readLines('systems.ndjson');
  expect(new Set(systems.map(({ inSystem }) => inSystem)).size).toBe(library.systems.list.length);
  const projects = readLines('projects.ndjson');
  const ids = projects.map(({ id }) => String(id));
  expect(ids.sort()).toEqual(library.projects.map(({ id }) => id).sort());
  const notices = readLines('notices.ndjson');
  expect(notices).toHaveLength(library.notices.length);
  expect(notices[0]).toMatchObject({ path: `/notices/${library.notices[0]?.id}/` });
});

it('an empty library has every file, empty or not', async () => {
  const dir = makeFolder();
  writeFiles(dir, { 'vocabulary/bodies.csv': 'code,zh,en\n' });
  const empty = await openLibrary({ dir, cache: makeFolder(), asOf: '2026-11-30' });
  const data = { ...empty, withData: true };
  const sizes = listOpenDataFiles(data).map((name): readonly [string, boolean] => {
    const bytes = Buffer.from(startDataFiles(data, whole)(name));
    return [name, (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).length === 0];
  });
  const isEmpty = (name: string): boolean => /^.*\.ndjson(?:\.gz)?$/.test(name);
  expect(sizes).toEqual(sizes.map(([name]) => [name, isEmpty(name)]));
});

describe('DCAT', () => {
  const base = 'https://city.example/data/dcat.jsonld';
  const dcat = 'http://www.w3.org/ns/dcat#';

  it('is one graph in both formats, of sets whose files are there', async () => {
    const canonize = async (input: unknown, options: object): Promise<string> =>
      String(await Promise.resolve(jsonld.canonize(input as never, options as never)));
    const fromJson = await canonize(JSON.parse(read('dcat.jsonld').toString()), { base });
    const quads = new Parser({ baseIRI: base }).parse(read('dcat.ttl').toString());
    const lines = new Writer({ format: 'N-Quads' }).quadsToString(quads);
    expect(await canonize(lines, { inputFormat: 'application/n-quads' })).toBe(fromJson);
    const links = quads
      .filter(({ predicate }) => predicate.value === `${dcat}downloadURL`)
      .map(({ object }) => object.value.replace('https://city.example/data/', ''));
    const files = new Set([...listOpenDataFiles(library), 'catalogue.csv', 'catalogue.json']);
    expect(links.length).toBeGreaterThan(10);
    for (const link of links) expect(files).toContain(link);
    const sets = quads.filter(({ object }) => object.value === `${dcat}Dataset`);
    expect(sets).toHaveLength(listDatasets(library).length);
  });
});

it('OpenAPI is valid, and names every file of the whole library and of a standard', async () => {
  const api = JSON.parse(read('openapi.json').toString()) as {
    readonly servers: readonly unknown[];
    readonly paths: Readonly<Record<string, unknown>>;
  };
  const { valid, errors } = await new Validator().validate(structuredClone(api));
  expect([valid, errors]).toEqual([true, undefined]);
  expect(api.servers).toEqual([{ url: 'https://city.example/portal' }]);
  const paths = Object.keys(api.paths).map((path) => {
    const pattern = path.replaceAll('.', '\\.').replaceAll(/\{[a-z]+\}/g, '[^/]+');
    return new RegExp(`^${pattern}$`);
  });
  const { slug } = library.rows[0] ?? { slug: '' };
  const asked = [...listPages(library)].filter(
    ({ path, template }) =>
      (template === 'data-file' && !/schema|dcat|openapi/.test(path)) ||
      /^\/feeds\/.*\.(?:atom|json|ics)$/.test(path) ||
      (path.startsWith(`/standards/${slug}/`) && /\.(?:json|md|ndjson|ttl|txt|xml)$/.test(path)),
  );
  expect(asked.length).toBeGreaterThan(30);
  const unnamed = asked.filter(({ path }) => !paths.some((pattern) => pattern.test(path)));
  expect(unnamed.map(({ path }) => path)).toEqual([]);
});

interface Schemas {
  readonly compile: (schema: unknown) => ((value: unknown) => boolean) & {
    readonly errors?: unknown;
  };
}
const { default: Ajv } = createRequire(
  createRequire(import.meta.url).resolve('@seriousme/openapi-schema-validator'),
)('ajv/dist/2020.js') as { readonly default: new (options: object) => Schemas };
const compile = (schema: unknown) =>
  new Ajv({ strict: false, allErrors: false }).compile({
    ...(schema as object),
    $schema: 'https://json-schema.org/draft/2020-12/schema',
  });

it('the facts by which lists are checked are what their JSON Schema says, with no key that it does not name, and say of which city each is', () => {
  const file = JSON.parse(JSON.stringify(viewOf(library, 'validity-json', {}))) as {
    readonly standards: readonly { readonly key: string; readonly origin?: unknown }[];
  };
  // As it is written, keys that are not named would be passed over.
  const isValid = compile(z.toJSONSchema(validityFile, { io: 'output', unrepresentable: 'any' }));
  expect([isValid(file), isValid.errors]).toEqual([true, null]);
  const published = compile(JSON.parse(read('schema/validity.json').toString()));
  expect([published(file), published.errors]).toEqual([true, null]);
  const origins = new Map(file.standards.map(({ key, origin }) => [key, origin]));
  expect(origins.get('DB9903/T 11-2025')).toEqual({
    id: '9903',
    zh: '样板市',
    en: 'Yangban (model city)',
  });
  const own = library.rows.map(({ key }) => origins.get(key));
  expect(own).toEqual(own.map(() => undefined));
  for (const { id, name, rows, records } of library.partners)
    for (const { key } of [...rows, ...records])
      expect([key, origins.get(key)]).toEqual([key, { id, ...name }]);
});

describe('the JSON of a standard', () => {
  const schema: unknown = JSON.parse(readFileSync('docs/schema/standard.json', 'utf8'));

  it('of every sample is what the JSON Schema says, with no key that it does not name', () => {
    const isValid = compile(schema);
    for (const { slug } of library.rows) {
      const { status } = viewOf(library, 'standard-json', { slug });
      const written: unknown = JSON.parse(
        JSON.stringify(exportStandard(library.body(slug), status)),
      );
      expect([slug, isValid(written), isValid.errors]).toEqual([slug, true, null]);
      expect(isValid({ ...(written as object), key: 1 })).toBe(false);
    }
  });
});
