import type { Diagnostic, Range } from '../model/diagnostic.ts';
import { fileStart, startReport } from '../text/report.ts';
import { readYamlAs } from '../text/syntax/yaml-data.ts';
import type { Slot } from './markdown.ts';
import { courseFile } from './schema.ts';
import type { CourseFile, LessonMeta } from './schema.ts';
import { learningWords } from './words.ts';

/** One lesson of a course. */
export interface Lesson extends LessonMeta {
  /** The name of its file without the ending. */
  readonly slug: string;
  readonly file: string;
  /** Markdown below the front matter. */
  readonly body: string;
  /** What stands in it beside words, each at its line of the file. */
  readonly slots: readonly PlacedSlot[];
}

export type PlacedSlot = Slot & { readonly line: number };

/** A course with those of its lessons that could be read. */
export interface Course extends Omit<CourseFile, 'lessons'> {
  readonly file: string;
  readonly lessons: readonly Lesson[];
  /** Names of its drawings, each with the digest of what is in it. */
  readonly figures: Readonly<Record<string, string>>;
  readonly ranges: ReadonlyMap<string, Range>;
}

/** What its own file says of a course, and where each key stands. */
export interface CourseOutline extends CourseFile {
  readonly file: string;
  readonly ranges: ReadonlyMap<string, Range>;
}

const words = learningWords({ zh: '课程文件', en: 'course file' });

/** One `course.yaml`; null, with findings at their lines, where it cannot be used. */
export function readCourse(
  source: string,
  file: string,
): { readonly model: CourseOutline | null; readonly diagnostics: readonly Diagnostic[] } {
  const report = startReport(file, source);
  const { value: course, ranges } = readYamlAs(source, courseFile, words, report);
  const folder = file.split('/').at(-2) ?? '';
  if (course && course.id !== folder) {
    report.add({
      rule: 'learning-value',
      range: ranges.get('id') ?? fileStart,
      message: {
        zh: `课程的标识“${course.id}”应与文件夹“${folder.slice(0, 60)}”同名`,
        en: `The id "${course.id}" of a course is the name of its folder, "${folder.slice(0, 60)}"`,
      },
    });
    return { model: null, diagnostics: report.found };
  }
  return { model: course && { ...course, file, ranges }, diagnostics: report.found };
}
