import { z } from 'zod';
import { changesLine } from '#core/exchange/open-data/changes.ts';
import { dataManifest, manifestPart } from '#core/exchange/open-data/manifest.ts';
import { mediaTypeOf } from '#core/exchange/open-data/media-types.ts';
import { portalStatus } from '#core/exchange/open-data/status.ts';
import { validityFile } from '#core/exchange/open-data/validity.ts';
import { standardJson } from '#core/exchange/standard-json.ts';
import { facetTerms } from '#core/terms/index.ts';
import type { Library } from '#library/open.ts';
import { scopes, sorts } from '#search/contract.ts';
import { SCHEMA } from '#search/meilisearch/schema.ts';
import { listDatasets } from '../../data/open-data/datasets.ts';
import type { Dataset } from '../../data/open-data/datasets.ts';
import { licenceOf } from '../../data/open-data/facts.ts';
import { FEED_FACETS, FEED_FORMATS, feedsPath } from '../../feed-paths.ts';
import { DATA_FILE_WORDS } from '../../i18n/data-files.ts';
import { OPEN_DATA_WORDS } from '../../i18n/open-data.ts';
import { sourceFolder } from '../../source-paths.ts';
import { dataFiles, dataFormats } from '../data-file-list.ts';
import { CATALOGUE_COLUMNS } from '../exports.ts';
import { searchAnswer, searchServers, servedDocuments } from './search-shapes.ts';

type Json = Readonly<Record<string, unknown>>;

/** Version of what is described: the first number changes where a reader has to, see `docs/open-data.md`. */
const version = '1.0.0';

const toSchema = (shape: z.ZodType): Json => {
  const { $schema: _schema, ...schema } = z.toJSONSchema(shape, {
    io: 'input',
    unrepresentable: 'any',
  });
  return schema;
};

/** Shapes that lie beside the data as JSON Schema, by the names of their files. */
export const publishedShapes: Readonly<Record<string, z.ZodType>> = {
  standard: standardJson,
  manifest: dataManifest,
  'manifest-part': manifestPart,
  changes: changesLine,
  validity: validityFile,
};

/** `ServedStandard` of the index `standards`. */
const servedName = (index: string): string =>
  `Served${index[0]?.toUpperCase()}${index.slice(1, -1)}`;

const schemas = (): Json => ({
  Manifest: toSchema(dataManifest),
  ManifestPart: toSchema(manifestPart),
  Changes: toSchema(changesLine),
  Validity: toSchema(validityFile),
  Standard: toSchema(standardJson),
  SearchAnswer: toSchema(searchAnswer),
  SearchServers: toSchema(searchServers),
  ...Object.fromEntries(
    Object.entries(servedDocuments).map(([index, shape]) => [servedName(index), toSchema(shape)]),
  ),
  PortalStatus: toSchema(portalStatus),
  CatalogueRow: {
    type: 'object',
    description: 'Several values of a cell are joined by a semicolon.',
    properties: Object.fromEntries(CATALOGUE_COLUMNS.map((name) => [name, { type: 'string' }])),
    required: CATALOGUE_COLUMNS,
  },
});

const slug: Json = {
  name: 'slug',
  in: 'path',
  required: true,
  description: 'The number in small letters: db9999-t-12-2023',
  schema: { type: 'string' },
  example: 'db9999-t-12-2023',
};

const refer = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

/** A file that is asked for by its address. */
function get(summary: string, path: string, schema: Json, parameters: readonly Json[] = []): Json {
  const type = mediaTypeOf(path).replace(/;.*/, '');
  return {
    get: {
      summary,
      ...(parameters.length > 0 && { parameters }),
      responses: {
        '200': { description: summary, content: { [type]: { schema } } },
        ...(parameters.length > 0 && { '404': { description: 'There is no such file.' } }),
      },
    },
  };
}

const anything: Json = {};
/** A line of JSON each, which no schema says of a whole file. */
const lines = (of: Json): Json => ({ type: 'string', 'x-line': of });

function describeSet({ id, what, files, parts }: Dataset): readonly (readonly [string, Json])[] {
  if (parts !== undefined) {
    const slot = {
      name: 'slot',
      in: 'path',
      required: true,
      description: 'Each standard is in one of them.',
      schema: { type: 'integer', minimum: 0, maximum: parts - 1 },
    };
    const path = `/data/${id}/{slot}.ndjson.gz`;
    return [[path, get(what.en, path, lines({ type: 'object' }), [slot])]];
  }
  return files.map((name) => {
    const isLines = name.includes('.ndjson');
    const row = id === 'catalogue' ? refer('CatalogueRow') : { type: 'object' };
    return [`/data/${name}`, get(what.en, name, isLines ? lines(row) : anything)];
  });
}

function describeStandards(withData: boolean): readonly (readonly [string, Json])[] {
  const page = '/standards/{slug}/';
  const files: readonly (readonly [string, string, Json])[] = [
    ['index.json', 'The text as data', refer('Standard')],
    ['index.md', 'The text as Markdown, with notices for readers', anything],
    [`${sourceFolder}index.md`, 'The Markdown as its author wrote it', anything],
    ...(withData
      ? dataFormats.map(
          (format) => [dataFiles[format].name, DATA_FILE_WORDS.en[format], anything] as const,
        )
      : []),
  ];
  return files.map(([name, summary, schema]) => [page + name, get(summary, name, schema, [slug])]);
}

function describeFeeds(): readonly (readonly [string, Json])[] {
  const format = {
    name: 'format',
    in: 'path',
    required: true,
    schema: { type: 'string', enum: FEED_FORMATS },
  };
  const facet = {
    name: 'facet',
    in: 'path',
    required: true,
    schema: { type: 'string', enum: FEED_FACETS },
  };
  const value = { name: 'value', in: 'path', required: true, schema: { type: 'string' } };
  const content = Object.fromEntries(
    ['application/atom+xml', 'application/feed+json', 'text/calendar'].map((type) => [type, {}]),
  );
  const describe = (summary: string, parameters: readonly Json[]): Json => ({
    get: { summary, parameters, responses: { '200': { description: summary, content } } },
  });
  return [
    [`${feedsPath}all.{format}`, describe('What happened to all standards', [format])],
    [`${feedsPath}tbt.{format}`, describe('TBT notifications, and ends of comments', [format])],
    [
      `${feedsPath}comments.{format}`,
      describe('Drafts that are open to comments, and until when', [format]),
    ],
    [
      `${feedsPath}place/{system}/{place}.{format}`,
      describe('What happened to the standards of a place of a chain', [
        ...['system', 'place'].map((name) => ({ ...value, name })),
        format,
      ]),
    ],
    [
      `${feedsPath}{facet}/{value}.{format}`,
      describe('What happened to the standards of a list', [facet, value, format]),
    ],
  ];
}

/** The page of the search, by whose address anything can be asked: it is worked out in the browser. */
function describeSearch(): Json {
  const query = (name: string, description: string, schema: Json): Json => ({
    name,
    in: 'query',
    description,
    schema,
  });
  const many = { type: 'array', items: { type: 'string' }, maxItems: 20 };
  const summary = 'A question to the search; the page answers it in the browser';
  return {
    get: {
      summary,
      parameters: [
        query('q', 'A number, words, or a question', { type: 'string' }),
        query('exact', 'Search for what is written, without a suggestion in its place', {
          type: 'string',
          enum: ['1'],
        }),
        query('scope', 'What is looked for', { type: 'string', enum: scopes, default: scopes[0] }),
        query('sort', 'Order', { type: 'string', enum: sorts, default: sorts[0] }),
        query('page', 'From 1; ten hits each', { type: 'integer', minimum: 1, maximum: 100 }),
        ...facetTerms.map(({ value, en }) => query(value, `${en}; several are alternatives`, many)),
      ],
      responses: {
        '200': {
          description: `${summary}. What the page shows is an answer as \`x-answer\` has it.`,
          content: { 'text/html': { 'x-answer': refer('SearchAnswer') } },
        },
      },
    },
  };
}

/** A search server of the site, where it has some: Meilisearch, whose own description has all that can be asked. */
function describeServer(): Json {
  const of = Object.keys(servedDocuments).map((index) => refer(servedName(index)));
  const summary = 'Documents of an index of a search server that /search.json names';
  return {
    servers: [{ url: 'https://search.example.com', description: '`url` of /search.json' }],
    post: {
      summary,
      security: [{ searchKey: [] }],
      parameters: [
        {
          name: 'name',
          in: 'path',
          required: true,
          schema: { type: 'string' },
          description: '`index` of /search.json',
        },
        {
          name: 'index',
          in: 'path',
          required: true,
          schema: { type: 'string', enum: Object.keys(servedDocuments) },
        },
      ],
      requestBody: {
        content: {
          'application/json': { schema: { type: 'object', properties: { q: { type: 'string' } } } },
        },
      },
      responses: {
        '200': {
          description: summary,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                properties: { hits: { type: 'array', items: { anyOf: of } } },
                required: ['hits'],
              },
            },
          },
        },
      },
    },
  };
}

/** What a site can be asked for, as OpenAPI 3.1: its files, feeds, and questions to its search. `address`: of its root. */
export function describeApi(library: Library, address: string): Json {
  const { withData = false } = library;
  const licence = licenceOf(library);
  return {
    openapi: '3.1.1',
    info: {
      title: library.settings.names.full.en,
      version,
      summary: 'Standards as structured text, in static files',
      description: OPEN_DATA_WORDS.en.policy.join('\n\n'),
      license: { name: licence.texts.en, ...(licence.texts.url && { url: licence.texts.url }) },
    },
    servers: [{ url: address.replace(/\/$/, '') || '..' }],
    paths: Object.fromEntries([
      [
        '/data/manifest.json',
        get('All files of open data with their digests', 'x.json', refer('Manifest')),
      ],
      [
        '/data/manifest/{slot}.json',
        get('The files of some of the standards', 'x.json', refer('ManifestPart'), [
          { name: 'slot', in: 'path', required: true, schema: { type: 'integer', minimum: 0 } },
        ]),
      ],
      [
        '/data/changes.ndjson',
        get('What the last publications changed', 'x.ndjson', lines(refer('Changes'))),
      ],
      [
        '/data/validity.json',
        get(
          'What each standard is on any day: days, successors, and of which city it is',
          'x.json',
          refer('Validity'),
        ),
      ],
      ...listDatasets(library).flatMap(describeSet),
      ...describeStandards(withData),
      ...describeFeeds(),
      ['/search/', describeSearch()],
      [
        '/search.json',
        get('The search servers of the site, if it has some', 'x.json', refer('SearchServers')),
      ],
      [`/indexes/{name}_v${SCHEMA}_{index}/search`, describeServer()],
      [
        '/status.json',
        get('Which publication the site holds, for monitors', 'x.json', refer('PortalStatus')),
      ],
      ['/llms.txt', get('What is here, for programs that only read', 'x.txt', anything)],
    ]),
    components: {
      schemas: schemas(),
      securitySchemes: { searchKey: { type: 'http', scheme: 'bearer' } },
    },
  };
}
