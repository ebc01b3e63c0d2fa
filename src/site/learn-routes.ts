import type { Language } from '#core/model/standard.ts';
import type { Library } from '#library/open.ts';
import { coursePath, learnPath, lessonFigurePath, lessonPath } from './learn-paths.ts';
import { makePage } from './page-spec.ts';
import type { PageSpec } from './page-spec.ts';

/** Pages of the training base: of all courses, of each, of its lessons. */
export function* listLearnPages({ courses }: Library, language: Language): Generator<PageSpec> {
  yield makePage({ template: 'learn', language, path: learnPath });
  for (const { id: course, lessons, figures } of courses) {
    const own = { params: { course }, props: { course } };
    yield makePage({ ...own, template: 'course', language, path: coursePath(course) });
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
