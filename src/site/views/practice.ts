import type { Library } from '#library/open.ts';
import { showEntry } from './entries.ts';
import { findCourse, showCourse } from './learn.ts';
import type { ViewProps } from './props.ts';
import { findQuestion, isAskable, showQuestion } from './questions.ts';

/** Names of the banks of a library. */
export function listTopics({ banks }: Library): readonly string[] {
  return banks.map(({ topic }) => topic);
}

/** What a bank is about, and how many questions it has. */
function showTopic(library: Library, topic: string) {
  const entry = library.catalog.bySlug(topic);
  const course = library.courses.find(({ id }) => id === topic);
  const written = library.banks.find((bank) => bank.topic === topic)?.questions.length ?? 0;
  return {
    topic,
    language: course?.language ?? 'zh',
    course: course?.title,
    standard: entry && showEntry(library, entry),
    written,
  };
}

/** All banks, by the names of their files. */
export function viewPractice(library: Library, _props: ViewProps = {}) {
  return { topics: listTopics(library).map((topic) => showTopic(library, topic)) };
}

/** The questions of one bank. Throws where there is none of that name. */
export function viewBank(library: Library, { value: topic = '' }: ViewProps) {
  const bank = library.banks.find((each) => each.topic === topic);
  if (!bank) throw new Error(`no questions about ${topic}`);
  const own = bank.questions.filter((question) => findQuestion(library, question.id) === question);
  return {
    ...showTopic(library, topic),
    questions: own.map((question) => showQuestion(library, question)),
  };
}

/** The closing test of a course; questions whose clause has changed since they were checked are not asked. */
export function viewTest(library: Library, { course: id = '' }: ViewProps) {
  const course = findCourse(library, id);
  const asked = course.closing.questions.flatMap((each) => findQuestion(library, each) ?? []);
  const fit = asked.filter((question) => isAskable(library, question));
  return {
    course: showCourse(course),
    pass: course.closing.pass,
    left: asked.length - fit.length,
    questions: fit.map((question) => showQuestion(library, question)),
  };
}
