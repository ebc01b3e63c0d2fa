import { lead, say, sayDay } from '../graph/nodes.ts';
import type { Graph, GraphNode, GraphProperty } from '../graph/nodes.ts';
import { mediaTypeOf } from './media-types.ts';

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** A set of data with its files, by their paths from the description. */
export interface DescribedSet {
  readonly id: string;
  readonly name: Words;
  readonly what: Words;
  readonly files: readonly string[];
}

export interface DescribedCatalogue {
  readonly name: Words;
  readonly what: Words;
  readonly rights: readonly Words[];
  /** The latest day of the facts; empty where none is known. */
  readonly day: string;
  readonly sets: readonly DescribedSet[];
}

const inBoth = (name: string, { zh, en }: Words): readonly GraphProperty[] => [
  ...say(name, zh, 'zh'),
  ...say(name, en, 'en'),
];

/** Open data as a catalogue of the W3C's Data Catalog Vocabulary (DCAT 3). Ids are relative to the file, which lies in `/data/`. */
export function describeCatalogue({ name, what, rights, day, sets }: DescribedCatalogue): Graph {
  const common = [
    ...rights.flatMap((words) => inBoth('dcterms:rights', words)),
    ...sayDay('dcterms:modified', day || undefined),
  ];
  const catalogue: GraphNode = {
    id: './',
    types: ['dcat:Catalog'],
    properties: [
      ...inBoth('dcterms:title', name),
      ...inBoth('dcterms:description', what),
      ...common,
      ...lead('foaf:homepage', '../'),
      ...sets.flatMap(({ id }) => lead('dcat:dataset', `./#${id}`)),
    ],
  };
  return {
    prefixes: {
      dcat: 'http://www.w3.org/ns/dcat#',
      dcterms: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    nodes: [
      catalogue,
      ...sets.map((set): GraphNode => ({
        id: `./#${set.id}`,
        types: ['dcat:Dataset'],
        properties: [
          ...say('dcterms:identifier', set.id),
          ...inBoth('dcterms:title', set.name),
          ...inBoth('dcterms:description', set.what),
          ...common,
          ...set.files.map(describeFile),
        ],
      })),
    ],
  };
}

/** IANA’s page of a media type, which DCAT names it by. */
const mediaTypeAddress = (type: string): string =>
  `https://www.iana.org/assignments/media-types/${type.replace(/;.*/, '')}`;

function describeFile(path: string): GraphProperty {
  const plain = path.replace(/\.gz$/, '');
  return {
    name: 'dcat:distribution',
    value: {
      blank: {
        types: ['dcat:Distribution'],
        properties: [
          ...lead('dcat:downloadURL', `./${path}`),
          ...lead('dcat:accessURL', './'),
          ...lead('dcat:mediaType', mediaTypeAddress(mediaTypeOf(plain))),
          ...(plain === path
            ? []
            : lead('dcat:compressFormat', mediaTypeAddress('application/gzip'))),
        ],
      },
    },
  };
}
