import type { Diagnostic } from '../model/diagnostic.ts';
import { startReport } from '../text/report.ts';
import { readFrontMatter } from '../text/syntax/front-matter.ts';
import { checkLesson } from './check-lesson.ts';
import type { Lesson } from './read-course.ts';
import { learningId, lessonMeta } from './schema.ts';

const longest = 200_000;

/** One lesson; null, with findings at their lines, where its front matter cannot be used. */
export function readLesson(
  source: string,
  file: string,
): { readonly model: Lesson | null; readonly diagnostics: readonly Diagnostic[] } {
  const report = startReport(file, source);
  const slug = /([^/]*)\.md$/.exec(file)?.[1] ?? '';
  if (!learningId.test(slug)) return { model: null, diagnostics: report.found };
  const { meta } = readFrontMatter(lessonMeta, report);
  const head = /^---[ \t]*\n[^]*?\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(source)?.[0] ?? '';
  const body = source.slice(head.length).slice(0, longest);
  const before = head.split('\n').length - 1;
  const slots = checkLesson(body, before, report);
  return { model: meta && { ...meta, slug, file, body, slots }, diagnostics: report.found };
}
