import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { once } from '#core/base/memo.ts';
import { writeLines } from '#core/exchange/clause-lines.ts';
import { writeJsonLd } from '#core/exchange/graph/json-ld.ts';
import { writeTurtle } from '#core/exchange/graph/turtle.ts';
import { describeCatalogue } from '#core/exchange/open-data/dcat.ts';
import { writeRecords } from '#library/catalogue.ts';
import type { Library } from '#library/open.ts';
import { listDatasets, listFilesOf, readSlotFile } from '../../data/open-data/datasets.ts';
import type { SlotDataset } from '../../data/open-data/datasets.ts';
import { latestDay, licenceOf } from '../../data/open-data/facts.ts';
import {
  listNoticeLines,
  listProjectLines,
  listRecords,
  listSlotLines,
  listSystemLines,
} from '../../data/open-data/lines.ts';
import { exportCatalogue, writeCatalogueCsv } from '../exports.ts';
import { buildCatalogueWorkbook } from './catalogue-xlsx.ts';
import { describeApi, publishedShapes } from './openapi.ts';

/** Makes files of the whole library, by their paths below `/data/`; what several need of the texts is read once for those that follow each other. Throws where there is no such file. */
export function startDataFiles(
  library: Library,
  addressOf: (path: string) => string,
): (name: string) => string | Uint8Array {
  let slot = -1;
  let lines: Readonly<Record<SlotDataset, readonly unknown[]>> | undefined;
  const catalogue = once(() => encodeLines(exportCatalogue(library)));
  return (name) => {
    const numbered = readSlotFile(name);
    if (name === 'catalogue.ndjson') return catalogue();
    if (name === 'catalogue.ndjson.gz') return compress(catalogue());
    if (!numbered) return writeDataFile(library, name, addressOf);
    if (!lines || slot !== numbered.slot) lines = listSlotLines(library, numbered.slot);
    slot = numbered.slot;
    return compress(writeLines(lines[numbered.id]));
  };
}

function writeDataFile(
  library: Library,
  name: string,
  addressOf: (path: string) => string,
): string | Uint8Array {
  const shape = publishedShapes[/^schema\/(.+)\.json$/.exec(name)?.[1] ?? ''];
  if (shape) return writeJson(z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }));
  switch (name) {
    case 'catalogue.csv.gz':
      return compress(writeCatalogueCsv(exportCatalogue(library)));
    case 'catalogue.xlsx':
      return buildCatalogueWorkbook(exportCatalogue(library), latestDay(library));
    case 'systems.ndjson':
      return writeLines(listSystemLines(library));
    case 'projects.ndjson':
      return writeLines(listProjectLines(library));
    case 'notices.ndjson':
      return writeLines(listNoticeLines(library));
    case 'sources/catalogue.csv':
      return writeRecords(listRecords(library));
    case 'dcat.jsonld':
      return writeJsonLd(describeData(library));
    case 'dcat.ttl':
      return writeTurtle(describeData(library));
    case 'openapi.json':
      return writeJson(describeApi(library, addressOf('/')));
    default:
      throw new Error(`no file of open data ${name}`);
  }
}

/** Lines that are written at once: those of a whole catalogue are a text of a hundred megabytes. */
const linesAtOnce = 500;

/** The bytes of `writeLines`. */
function encodeLines(values: readonly unknown[]): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < values.length; at += linesAtOnce)
    parts.push(Buffer.from(writeLines(values.slice(at, at + linesAtOnce))));
  return Buffer.concat(parts);
}

const writeJson = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

const describeData = (library: Library) =>
  describeCatalogue({
    name: library.settings.names.full,
    what: {
      zh: '标准目录和结构化的标准文本',
      en: 'A catalogue of standards, and standards as structured text',
    },
    rights: Object.values(licenceOf(library)),
    day: latestDay(library),
    sets: listDatasets(library).map((set) => ({ ...set, files: listFilesOf(set) })),
  });

/** The byte of a gzip head that says on which system it was made (RFC 1952, 2.3.1); 255 is unknown: equal bytes on all. */
const [systemByte, unknownSystem] = [9, 255];

function compress(text: string | Uint8Array): Uint8Array {
  const bytes = gzipSync(text, { level: 4 });
  bytes[systemByte] = unknownSystem;
  return bytes;
}
