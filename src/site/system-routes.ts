import type { System } from '#core/systems/index.ts';
import type { Language } from '#core/model/standard.ts';
import type { Library } from '#library/open.ts';
import { listSystemFiles } from './files/system-file-list.ts';
import { placeHasReferences } from './data/neighbours.ts';
import { FEED_FORMATS, feedPath } from './feed-paths.ts';
import { makePage } from './page-spec.ts';
import type { PageSpec } from './page-spec.ts';
import {
  gapsPath,
  placePath,
  placeReferencesPath,
  systemFilePath,
  systemGapsPath,
  systemListPath,
  systemPath,
  systemsPath,
} from './system-paths.ts';

/** Pages of the standard systems of a library in one language. */
export function* listSystemPages(library: Library, language: Language): Generator<PageSpec> {
  yield makePage({ template: 'systems', language, path: systemsPath });
  yield makePage({ template: 'gaps', language, path: gapsPath });
  for (const system of library.systems.list) {
    const { id } = system;
    const own = { language, params: { system: id }, props: { system: id } };
    yield makePage({ ...own, template: 'system', path: systemPath(id) });
    yield makePage({ ...own, template: 'system-list', path: systemListPath(id) });
    yield makePage({ ...own, template: 'system-gaps', path: systemGapsPath(id) });
    yield* listFilePages(system, language);
    yield* listPlacePages(library, system, language);
  }
}

function* listFilePages(system: System, language: Language): Generator<PageSpec> {
  const { id } = system;
  for (const { name, language: own } of listSystemFiles(system)) {
    if (own !== language) continue;
    const [, base, extension] = /^([^.]*)\.(.*)$/.exec(name) ?? [];
    yield makePage({
      template: 'system-file',
      // Files of both languages lie beside the Chinese page: the name of a file says its language.
      language: 'zh',
      path: systemFilePath(id, name),
      params: { system: id, file: base, extension },
      props: { system: id, file: name },
    });
  }
}

function* listPlacePages(
  library: Library,
  { id, places }: System,
  language: Language,
): Generator<PageSpec> {
  // An id that is used twice is a finding of the check; it must not be two pages of one address.
  for (const place of new Set(places.map((each) => each.id))) {
    const own = { language, params: { system: id, place }, props: { system: id, place } };
    yield makePage({ ...own, template: 'place', path: placePath(id, place) });
    const found = places.find((each) => each.id === place);
    for (const format of found?.kind === 'node' ? FEED_FORMATS : []) {
      yield makePage({
        ...own,
        template: 'place-feed',
        path: feedPath({ facet: 'place', id: `${id}/${place}` }, format),
        props: { ...own.props, file: format },
      });
    }
    if (!found || !placeHasReferences(library, found)) continue;
    yield makePage({
      ...own,
      template: 'place-references',
      path: placeReferencesPath(id, place),
    });
  }
}
