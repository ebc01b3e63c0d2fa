import { coverageByYear } from '../core/systems/index.ts';
import type { Place, System, SystemRow } from '../core/systems/index.ts';
import type { Language } from '../core/model/standard.ts';
import { shortDigest } from '../library/digest.ts';
import type { Library } from '../library/open.ts';
import { findFacetValue } from './data/facets.ts';
import { listOrganisations } from './data/place.ts';
import { listSystemFiles } from './data/system-file-list.ts';
import { getGaps } from './data/system-gaps.ts';
import { makePage } from './page-spec.ts';
import type { PageSpec } from './page-spec.ts';

export const systemsPath = '/systems/';

/** Lists behind the numbers of the overview. */
export const gapsPath = `${systemsPath}gaps/`;

export function systemPath(id: string): string {
  return `${systemsPath}${id}/`;
}

/** The 明细表. */
export function systemListPath(id: string): string {
  return `${systemPath(id)}list/`;
}

/** A file to take away. */
export function systemFilePath(id: string, name: string): string {
  return `${systemPath(id)}${name}`;
}

/** `place` is the id of a node or the code of a branch. */
export function placePath(id: string, place: string): string {
  return `${systemPath(id)}at/${place}/`;
}

/** Pages of the standard systems of a library in one language. */
export function* listSystemPages(library: Library, language: Language): Generator<PageSpec> {
  const gaps = () => describeGaps(library);
  yield makePage({ template: 'systems', language, path: systemsPath, inputs: gaps });
  yield makePage({ template: 'gaps', language, path: gapsPath, inputs: gaps });
  for (const system of library.systems.list) {
    const { id } = system;
    yield makePage({
      template: 'system',
      language,
      path: systemPath(id),
      params: { system: id },
      props: { system: id },
      inputs: () => [describeSystem(system), coverageByYear(system.rows, library.catalog)],
    });
    yield makePage({
      template: 'system-list',
      language,
      path: systemListPath(id),
      params: { system: id },
      props: { system: id },
      inputs: () => describeSystem(system),
    });
    yield* listFilePages(system, language);
    yield* listPlacePages(library, system, language);
  }
}

function* listFilePages(system: System, language: Language): Generator<PageSpec> {
  const { id, rows } = system;
  for (const file of listSystemFiles(system)) {
    if (file.language !== language) continue;
    const [, base, extension] = /^([^.]*)\.(.*)$/.exec(file.name) ?? [];
    yield makePage({
      template: 'system-file',
      // Files of both languages lie beside the Chinese page: the name of a file says its language.
      language: 'zh',
      path: systemFilePath(id, file.name),
      params: { system: id, file: base, extension },
      props: { system: id, file: file.name },
      inputs: () => [describeSystem(system), rows.map(describeFacts)],
    });
  }
}

function* listPlacePages(
  library: Library,
  system: System,
  language: Language,
): Generator<PageSpec> {
  const taken = new Set<string>();
  for (const place of system.places) {
    // An id that is used twice is a finding of the check; it must not be two pages of one address.
    if (taken.has(place.id)) continue;
    taken.add(place.id);
    yield makePage({
      template: 'place',
      language,
      path: placePath(system.id, place.id),
      params: { system: system.id, place: place.id },
      props: { system: system.id, place: place.id },
      inputs: () => [describeSystem(system), describePlace(library, place)],
    });
  }
}

const described = new WeakMap<System, string>();

/** All that pages about a system show of it, as a digest: it has a page for each place. */
function describeSystem(system: System): string {
  const known = described.get(system);
  if (known !== undefined) return known;
  const { model, counts, rows } = system;
  const digest = shortDigest(JSON.stringify([model.digest, counts, rows.map(describeRow)]));
  described.set(system, digest);
  return digest;
}

function describePlace(library: Library, { key, rows, related }: Place): unknown {
  // Indicators and clauses come from the texts.
  const texts = [...rows, ...related].map(
    ({ subject }) => subject.kind === 'standard' && subject.entry.row?.digest,
  );
  const organisations = listOrganisations(rows).map(({ name, count }) => [
    name,
    count,
    findFacetValue(library, 'issuer', name)?.id,
  ]);
  return [key, related.map(describeRow), texts, organisations];
}

/** What files say of a row beside what pages do. */
function describeFacts({ adoption, subject }: SystemRow): unknown {
  const hosted = subject.kind === 'standard' && subject.entry.row !== undefined;
  return [adoption, hosted];
}

/** What a row shows that its file does not say. */
function describeRow(row: SystemRow): unknown {
  const { code, state, number, title, responsible, implemented, subject } = row;
  const status = subject.kind === 'standard' ? subject.status : undefined;
  return [code, state, number, title, responsible, implemented, status];
}

/** What the overviews show: systems, chains without one, and the lists of gaps. */
function describeGaps(library: Library): unknown {
  const { systems, vocabulary } = library;
  const gaps = systems.list.map((system) => {
    const { old, staleReferences, enterpriseOnly, empty, withoutAdoption } = getGaps(
      library,
      system,
    );
    return [
      describeSystem(system),
      old.map(({ row, since, years, review }) => [row.code, since, years, review]),
      staleReferences.map(({ row, entry, heirs }) => [
        row.code,
        entry.number,
        heirs.map(({ number }) => number),
      ]),
      [enterpriseOnly, empty].map((places) => places.map(({ key }) => key)),
      withoutAdoption.map(({ place, adoption }) => [place.key, adoption.unknown]),
    ];
  });
  return [vocabulary.chains, gaps];
}
