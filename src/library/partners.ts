import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readPartner, readRecognitions } from '#core/cities/index.ts';
import type { ReadRecognition } from '#core/cities/index.ts';
import type { Diagnostic } from '#core/model/diagnostic.ts';
import { makeFinding, startOfLine } from '#core/model/finding.ts';
import type { PartnerFacts } from '#core/model/partner.ts';
import type { CacheEntry } from './cache.ts';
import { readCatalogue } from './catalogue.ts';
import type { Catalogue } from './catalogue.ts';
import { decodePlainText } from './decode.ts';
import { digestFile } from './digest.ts';
import { listFolders, readIfThere } from './files.ts';

/** Where the libraries of other cities lie, each in a folder of its own with a `partner.yaml`. */
const partnersFolder = 'partners';
/** Which standards cities recognise of each other. */
export const recognitionFileName = 'recognition.yaml';

/** What lies beside a library; each part may be absent. */
export interface PartnerParts {
  /** By id. */
  readonly partners: readonly PartnerFacts[];
  /** What their catalogues say, by id. */
  readonly catalogues: ReadonlyMap<string, Pick<Catalogue, 'records' | 'fileOf' | 'digest'>>;
  readonly recognitions: readonly ReadRecognition[];
  /** Of each file that was read. */
  readonly digests: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Whether a path of the library lies in the library of a partner. */
export const isOfPartner = (path: string): boolean => path.startsWith(`${partnersFolder}/`);

/** The id of the partner that a path lies with; empty where it lies with none. */
export const partnerOf = (path: string): string =>
  isOfPartner(path) ? (path.split('/')[1] ?? '') : '';

/** Folders that hold a standard of a partner, `partners/<id>/standards/<kind>/<slug>`, sorted. */
export function listPartnerFolders(library: string): readonly string[] {
  return listPartners(library)
    .flatMap((id) => {
      const root = `${partnersFolder}/${id}`;
      return listFolders(join(library, root)).map((path) => `${root}/${path}`);
    })
    .sort();
}

/** The partners of a library and what is recognised, with findings about what was left out. */
export function readPartners(library: string): PartnerParts {
  const digests = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  const read = (file: string): string | null => {
    const bytes = readIfThere(join(library, file));
    if (bytes === null) return null;
    digests.set(file, digestFile(file, bytes));
    return decodePlainText(bytes, file, diagnostics);
  };
  const partners: PartnerFacts[] = [];
  const catalogues = new Map<string, Catalogue>();
  for (const id of listPartners(library)) {
    const file = `${partnersFolder}/${id}/partner.yaml`;
    const text = read(file);
    if (text === null) continue;
    const found = readPartner(text, file);
    diagnostics.push(...found.diagnostics);
    if (!found.partner) continue;
    const { code } = found.partner;
    const twin = partners.find((each) => each.code === code);
    if (twin) diagnostics.push(refuseTwin(file, code, twin));
    else {
      partners.push(found.partner);
      const place = `${partnersFolder}/${id}/catalogue`;
      if (!isFolder(join(library, place))) continue;
      const catalogue = readCatalogue(library, undefined, place);
      catalogues.set(id, catalogue);
      diagnostics.push(
        ...catalogue.diagnostics.filter(({ severity }) => severity !== 'info').map(softened),
      );
    }
  }
  const text = read(recognitionFileName);
  const recognised = text === null ? null : readRecognitions(text, recognitionFileName);
  diagnostics.push(...(recognised?.diagnostics ?? []));
  return {
    partners,
    catalogues,
    recognitions: recognised?.recognitions ?? [],
    digests,
    diagnostics,
  };
}

/**
 * The findings about the texts of partners: their errors, as warnings, since the partner has to mend them and this
 * library is published without. Their style is the partner's own matter.
 */
export function findPartnerErrors(entries: readonly CacheEntry[]): readonly Diagnostic[] {
  return entries
    .flatMap(({ row, diagnostics }) => row?.diagnostics ?? diagnostics)
    .filter(({ severity }) => severity === 'error')
    .map(softened);
}

/** The partner has to mend it, and this library is published without. */
const softened = (found: Diagnostic): Diagnostic =>
  found.severity === 'error' ? { ...found, severity: 'warning' } : found;

/** Folders of `partners/` with a regular `partner.yaml`, sorted; links are not followed. */
function listPartners(library: string): readonly string[] {
  const folder = join(library, partnersFolder);
  try {
    return readdirSync(folder, { withFileTypes: true })
      .flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
      .filter((name) => isRegular(join(folder, name, 'partner.yaml')))
      .sort();
  } catch {
    return [];
  }
}

function isRegular(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function refuseTwin(file: string, code: string, twin: PartnerFacts): Diagnostic {
  return makeFinding(file, {
    rule: 'partner-file',
    range: startOfLine(1),
    message: {
      zh: `城市代码 ${code} 已是 partners/${twin.id}（${twin.name.zh}）的，这一个没有读入`,
      en: `${code} is the city code of partners/${twin.id} (${twin.name.en}) already; this one was not read`,
    },
    hint: { zh: '一个城市只放一个文件夹', en: 'Keep one folder for a city' },
  });
}
