import type { Language } from '#core/model/standard.ts';
import type { Library } from '#library/open.ts';
import {
  bankPath,
  coursePath,
  learnPath,
  lessonFigurePath,
  lessonPath,
  practicePath,
  testPath,
} from './learn-paths.ts';
import { makePage } from './page-spec.ts';
import type { PageSpec } from './page-spec.ts';
import { listTopics } from './views/practice.ts';

/** Pages of the training base: of all courses, of each, of its lessons, its test; practice and the banks. */
export function* listLearnPages(library: Library, language: Language): Generator<PageSpec> {
  const { courses } = library;
  yield makePage({ template: 'learn', language, path: learnPath });
  yield makePage({ template: 'practice', language, path: practicePath });
  for (const topic of listTopics(library)) {
    const own = { params: { topic }, props: { value: topic } };
    yield makePage({ ...own, template: 'question-bank', language, path: bankPath(topic) });
  }
  for (const { id: course, lessons, figures } of courses) {
    const own = { params: { course }, props: { course } };
    yield makePage({ ...own, template: 'course', language, path: coursePath(course) });
    yield makePage({ ...own, template: 'closing-test', language, path: testPath(course) });
    for (const { slug } of lessons) {
      yield makePage({
        template: 'lesson',
        language,
        path: lessonPath(course, slug),
        params: { course, lesson: slug },
        props: { course, lesson: slug },
      });
    }
    if (language !== 'zh') continue;
    for (const file of Object.keys(figures)) {
      const props = { course, file };
      const path = lessonFigurePath(course, file);
      yield makePage({ template: 'lesson-figure', language, path, params: props, props });
    }
  }
}
