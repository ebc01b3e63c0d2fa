import { memo } from '#core/base/memo.ts';
import { digestList, shortDigest } from '#library/digest.ts';
import type { Library } from '#library/open.ts';
import { exportCatalogue } from '../../files/exports.ts';
import { listDatasets, listFilesOf, readSlotFile } from './datasets.ts';
import { latestDay, licenceOf } from './facts.ts';
import {
  listNoticeLines,
  listProjectLines,
  listRecords,
  listSlotTexts,
  listSystemLines,
} from './lines.ts';

/** Files that describe the data of the whole library to programs. */
const descriptions = [
  'dcat.jsonld',
  'dcat.ttl',
  'openapi.json',
  ...['standard', 'manifest', 'manifest-part', 'changes', 'validity'].map(
    (name) => `schema/${name}.json`,
  ),
];

/** Files below `/data/` that have a template of their own. */
const drawn: ReadonlySet<string> = new Set(['catalogue.csv', 'catalogue.json']);

/** Files of the whole library that are written without a template, by their paths below `/data/`. */
export function listOpenDataFiles(library: Library): readonly string[] {
  const files = listDatasets(library).flatMap(listFilesOf);
  return [...files.filter((name) => !drawn.has(name)), ...descriptions];
}

const digestOf = (lines: (library: Library) => unknown): ((library: Library) => string) =>
  memo((library: Library) => shortDigest(JSON.stringify(lines(library))));

const digestCatalogue = digestOf((library) => [
  digestList(exportCatalogue(library)),
  latestDay(library),
]);

const digestDescription = digestOf((library) => [
  listDatasets(library),
  latestDay(library),
  licenceOf(library),
  library.settings.names.full,
]);

const digests: Readonly<Record<string, (library: Library) => string>> = {
  'catalogue.ndjson': digestCatalogue,
  'catalogue.xlsx': digestCatalogue,
  'catalogue.csv.gz': digestCatalogue,
  'catalogue.ndjson.gz': digestCatalogue,
  'systems.ndjson': digestOf(listSystemLines),
  'projects.ndjson': digestOf(listProjectLines),
  'notices.ndjson': digestOf(listNoticeLines),
  'sources/catalogue.csv': (library) => digestList(listRecords(library)),
  'dcat.jsonld': digestDescription,
  'dcat.ttl': digestDescription,
  'openapi.json': digestDescription,
};

/** The digest of what a file of the whole library is made from. Throws where there is no such file. */
export function digestDataFile(library: Library, name: string): string {
  const numbered = readSlotFile(name);
  if (numbered) {
    const texts = listSlotTexts(library, numbered.slot);
    return shortDigest(JSON.stringify(texts.map(({ slug, digest }) => [slug, digest])));
  }
  // A shape is part of the code.
  if (name.startsWith('schema/')) return '';
  const digest = digests[name];
  if (!digest) throw new Error(`no file of open data ${name}`);
  return digest(library);
}
