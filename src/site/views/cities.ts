import type { CatalogEntry } from '#core/catalog/index.ts';
import { nameSubject } from '#core/cities/index.ts';
import type { AlikeReasons, Subject } from '#core/cities/index.ts';
import { holdsOn } from '#core/model/partner.ts';
import type { SystemRow } from '#core/systems/index.ts';
import type { Library } from '#library/open.ts';
import { findSubject, listSubjects } from '../data/cities.ts';
import { showEntry, showMention } from './entries.ts';
import type { ShownEntry } from './shapes.ts';

/**
 * What the page of a standard says of other cities: whose library it is from, and which acts recognise it with which
 * others; nothing where there is neither.
 */
export function showCities(library: Library, entry: CatalogEntry) {
  const { origin } = entry;
  const recognitions = library.catalog.recognitionsOf(entry).map((recognition) => {
    const { keys, since, until, ground, notice } = recognition;
    const others = keys.filter((key) => key !== entry.key);
    return {
      others: others.map((key) => showMention(library, key)),
      since,
      until,
      ground,
      notice,
    };
  });
  return {
    ...(origin && { origin }),
    ...(recognitions.length > 0 && { recognitions }),
  };
}

/** One subject, with the standards of each city on it. */
export interface ShownSubject {
  readonly name: string;
  readonly nameEn?: string | undefined;
  /** By the cities of the page, in their order. */
  readonly cells: readonly (readonly ShownEntry[])[];
  readonly likeness: 'same' | 'similar' | 'only';
  readonly reasons: readonly Omit<AlikeReasons, 'title'>[];
  /** Texts to compare two and two. */
  readonly compared: readonly (readonly [ShownEntry, ShownEntry])[];
  /** Whether standards of it are recognised on the day: all of them, some, or none. */
  readonly recognised: 'all' | 'some' | 'none';
  /** Whether one joint standard could stand for those of several cities. */
  readonly joint: boolean;
}

const order = { same: 0, similar: 1, only: 2 } as const;

/**
 * The cities whose libraries stand together, and their local standards subject by subject: those of several cities first,
 * then those that one city alone has.
 */
export function viewCities(library: Library) {
  const { partners, settings } = library;
  const cities = ['own', ...partners.map(({ id }) => id)];
  const subjects = listSubjects(library).map((subject) => showSubject(library, cities, subject));
  return {
    city: settings.city?.name,
    partners: partners.map(({ rows: texts, ...facts }) => ({ ...facts, standards: texts.length })),
    subjects: subjects.toSorted(
      (a, b) => order[a.likeness] - order[b.likeness] || countCities(b) - countCities(a),
    ),
  };
}

export type CitiesView = ReturnType<typeof viewCities>;

const countCities = ({ cells }: ShownSubject): number =>
  cells.filter(({ length }) => length > 0).length;

function showSubject(library: Library, cities: readonly string[], subject: Subject): ShownSubject {
  const { catalog } = library;
  const { standards, likeness = 'only', pairs } = subject;
  const entryOf = (key: string) => catalog.byKey(key);
  const show = (key: string): readonly ShownEntry[] => {
    const entry = entryOf(key);
    return entry ? [showEntry(library, entry)] : [];
  };
  const recognised = standards.filter(({ key }) => {
    const entry = entryOf(key);
    return entry && catalog.recognitionsOf(entry).some((each) => holdsOn(each, catalog.asOf));
  }).length;
  const [first] = standards;
  return {
    name: nameSubject(first?.title ?? ''),
    nameEn: entryOf(first?.key ?? '')?.titleEn,
    cells: cities.map((city) =>
      standards.filter((each) => each.city === city).flatMap(({ key }) => show(key)),
    ),
    likeness,
    reasons: pairs.map(({ reasons: { ics, chains, terms } }) => ({ ics, chains, terms })),
    compared: pairs.flatMap(({ a, b }) => {
      const [[one], [other]] = [show(a.key), show(b.key)];
      return one && other ? [[one, other] as const] : [];
    }),
    recognised: recognised === 0 ? 'none' : recognised === standards.length ? 'all' : 'some',
    joint: likeness === 'same',
  };
}

/** Standards of partners on the subjects of rows of a system; nothing where there are none. */
export function listBeside(
  library: Library,
  rows: readonly SystemRow[],
): { readonly beside?: readonly ShownEntry[] } {
  if (library.partners.length === 0) return {};
  const keys = new Set(
    rows.flatMap(({ subject }) => {
      const standards =
        subject.kind === 'standard' ? findSubject(library, subject.entry)?.standards : undefined;
      return (standards ?? []).filter(({ city }) => city !== 'own').map(({ key }) => key);
    }),
  );
  const listed = rows.map(({ subject }) => subject.kind === 'standard' && subject.entry.key);
  const beside = [...keys].flatMap((key) => {
    const entry = listed.includes(key) ? undefined : library.catalog.byKey(key);
    return entry ? [showEntry(library, entry)] : [];
  });
  return beside.length > 0 ? { beside } : {};
}
