import { memo } from '#core/base/memo.ts';
import { stemsOf } from '#core/number/index.ts';
import type { Library } from '#library/open.ts';
import { shortDigest } from '#library/digest.ts';
import { listSubjects } from '#site/data/cities.ts';
import { getFacetPages } from '#site/data/facets.ts';
import { getSummary } from '#site/data/library.ts';
import type { Area } from '#site/dependence.ts';
import { showEntry } from '#site/views/entries.ts';
import type { ViewProps } from '#site/views/props.ts';
import { namesOf } from './shape.ts';
import { write } from './write.ts';

/** What is kept of files beside the standards, and of what is counted over all texts, by what shows it. */
export type AreaDigests = Readonly<Record<Area, string>>;

const digestOf = memo((value: object) => shortDigest(write(value)));

/** Digests of all areas; that of what stands beside places is the one given, unless what is known of standards has changed. */
export function digestAreas(library: Library, beside?: string): AreaDigests {
  const { settings, courses, banks, checked, abroad, notices, indicators, moved } = library;
  const { projects, kinds, deadlines, comments, papers, drafts } = library;
  const { clauses, requirements, hosted } = getSummary(library);
  return {
    settings: digestOf(settings),
    figures: `${clauses} ${requirements}`,
    texts: String(hosted),
    beside: beside ?? digestBeside(library),
    learning: [courses, banks, checked].map(digestOf).join(' '),
    abroad: digestOf(abroad),
    projects: [projects, kinds, deadlines, comments, papers, listDrafts(drafts)]
      .map(digestOf)
      .join(' '),
    notices: digestOf(notices),
    indicators: digestOf(listValues(indicators)),
    register: digestOf(moved),
  };
}

/** Standards of other cities by the subjects they share, as pages name them, and which issuers have a list. */
function digestBeside(library: Library): string {
  const { catalog, partners } = library;
  const subjects = partners.length === 0 ? [] : listSubjects(library);
  const shared = subjects.flatMap(({ standards }) => {
    const others = standards.filter(({ city }) => city !== 'own');
    return others.length === 0
      ? []
      : [
          [
            standards.map(({ key }) => key),
            others.map(({ key }) => {
              const entry = catalog.byKey(key);
              return entry && showEntry(library, entry);
            }),
          ],
        ];
  });
  const issuers = getFacetPages(library, 'issuer').map(({ id, value }) => `${id} ${value}`);
  // They come in the order of how many standards are theirs, which no place shows.
  return shortDigest(JSON.stringify([shared, issuers.toSorted()]));
}

/** Of each draft, what its text is compiled from. */
const listDrafts = (drafts: Library['drafts']) =>
  [...drafts].map(([project, { row }]) => [project, row.digest, row.source]);

/** What product groups say and texts state, with standards by their addresses. */
const listValues = (groups: Library['indicators']) =>
  groups.map(({ standards, indicators, ...group }) => ({
    ...group,
    standards: standards.map(({ slug }) => slug),
    indicators: indicators.map(({ statements, ...indicator }) => ({
      ...indicator,
      statements: statements.map(({ entry, values }) => [entry.slug, values]),
    })),
  }));

/** Stems of the standards that a lesson, a closing test or a bank of questions shows clauses of, or names. */
export function listLearningStems(
  library: Library,
  { course: id, lesson: slug, value: topic }: ViewProps,
): readonly string[] {
  const { courses, banks, catalog } = library;
  const course = courses.find((each) => each.id === id);
  const slots = (course?.lessons ?? [])
    .filter((lesson) => slug === undefined || lesson.slug === slug)
    .flatMap((lesson) => lesson.slots);
  const asked = new Set([
    ...slots.flatMap((slot) => (slot.kind === 'question' ? [slot.id] : [])),
    ...(slug === undefined ? (course?.closing.questions ?? []) : []),
  ]);
  const questions = banks.flatMap((bank) =>
    bank.questions.filter((question) => bank.topic === topic || asked.has(question.id)),
  );
  const numbers = [...slots, ...questions].flatMap((each) =>
    'standard' in each && each.standard !== undefined ? [each.standard] : [],
  );
  const entry = topic === undefined ? undefined : catalog.bySlug(topic);
  return [...numbers.flatMap(stemsOf), ...(entry ? namesOf(entry) : [])];
}
