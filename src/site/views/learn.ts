import { createTextFinder, findPlace, listBelow } from '#core/learning/index.ts';
import type { Course, Lesson } from '#core/learning/index.ts';
import type { Library } from '#library/open.ts';
import { nameBodies, showEntry } from './entries.ts';
import type { ViewProps } from './props.ts';
import { findQuestion, showQuestion } from './questions.ts';
import { showReferences } from './standard.ts';

/** All courses of a library. */
export function viewLearn({ courses }: Library, _props: ViewProps = {}) {
  return { courses: courses.map((course) => showCourse(course)) };
}

export type LearnView = ReturnType<typeof viewLearn>;
export type ShownCourse = LearnView['courses'][number];

/** One course with its lessons. Throws where there is none of that id. */
export function viewCourse(library: Library, { course: id = '' }: ViewProps) {
  const course = findCourse(library, id);
  return {
    ...showCourse(course),
    aims: course.aims,
    sources: course.sources,
    pass: course.closing.pass,
  };
}

/** One lesson, with what is shown in it. Throws where there is none of that name. */
export function viewLesson(library: Library, { course: id = '', lesson: slug = '' }: ViewProps) {
  const course = findCourse(library, id);
  const at = course.lessons.findIndex((each) => each.slug === slug);
  const lesson = course.lessons[at];
  if (!lesson) throw new Error(`no lesson ${slug} of ${id}`);
  const { title, titleEn, minutes, aims, sources, body, slots } = lesson;
  const asked = slots.flatMap((slot) => (slot.kind === 'question' ? [slot.id] : []));
  return {
    course: showCourse(course),
    at,
    lesson: { slug, title, titleEn, minutes, aims, sources, body },
    previous: nameLesson(course.lessons[at - 1]),
    next: nameLesson(course.lessons[at + 1]),
    places: Object.fromEntries(
      slots.flatMap((slot) =>
        (slot.kind === 'clause' || slot.kind === 'term') && slot.standard !== undefined
          ? [[placeKey(slot.standard, slot.id), showPlace(library, slot.standard, slot.id)]]
          : [],
      ),
    ),
    questions: Object.fromEntries(
      asked.flatMap((each) => {
        const question = findQuestion(library, each);
        return question ? [[each, showQuestion(library, question)]] : [];
      }),
    ),
    terms: Object.fromEntries(
      slots.flatMap((slot) => {
        if (slot.kind !== 'term' || slot.standard !== undefined) return [];
        const term = library.glossary.byId(slot.id);
        return term ? [[slot.id, { zh: term.zh, en: term.en, definition: term.definition }]] : [];
      }),
    ),
    figures: course.figures,
  };
}

/** The key of a clause of a standard among those that a lesson shows. */
export const placeKey = (standard: string, id: string): string => `${standard} ${id}`;

/** A drawing of a course, by its digest. */
export function viewLessonFigure(library: Library, { course = '', file = '' }: ViewProps) {
  return { course, file, digest: findCourse(library, course).figures[file] };
}

/** A course by its id. Throws where there is none. */
export function findCourse({ courses }: Library, id: string): Course {
  const course = courses.find((each) => each.id === id);
  if (!course) throw new Error(`no course ${id}`);
  return course;
}

/** A course as lists and its own pages show it. */
export function showCourse(course: Course) {
  const { id, language, title, for: readers, minutes, closing, lessons } = course;
  return {
    id,
    language,
    title,
    for: readers,
    minutes,
    closing: closing.questions.length,
    lessons: lessons.map(({ slug, title: name, titleEn, minutes: each }) => ({
      slug,
      title: name,
      titleEn,
      minutes: each,
    })),
  };
}

const nameLesson = (lesson: Lesson | undefined) =>
  lesson && { slug: lesson.slug, title: lesson.title, titleEn: lesson.titleEn };

/** A clause of a hosted standard as a lesson shows it: which text, which of its clauses, how the standard stands today. */
function showPlace(library: Library, standard: string, id: string) {
  const named = createTextFinder(library.catalog, library.body)(standard);
  const place = named && findPlace(named.standard.text, id);
  if (!named || !place) return undefined;
  const { entry } = named;
  const { row } = entry;
  if (!row) return undefined;
  const { clause, exhibit, at } = place;
  return {
    slug: row.slug,
    digest: row.digest,
    entry: showEntry(library, entry),
    profile: row.meta.profile,
    references: showReferences(library, entry),
    bodies: nameBodies(library, []),
    id: exhibit?.id ?? clause.id,
    label: exhibit?.label ?? clause.label,
    title: exhibit?.title ?? clause.title,
    only: exhibit ? [at] : listBelow(named.standard.text, at),
  };
}

export type ShownPlace = NonNullable<ReturnType<typeof showPlace>>;
