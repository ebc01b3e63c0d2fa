import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readCourse, readQuestions } from '#core/learning/index.ts';
import type { Course, CourseOutline, Lesson, QuestionBank } from '#core/learning/index.ts';
import type { readLesson } from '#core/learning/read-lesson.ts';
import type { Diagnostic } from '#core/model/diagnostic.ts';
import { makeFinding, startOfLine } from '#core/model/finding.ts';
import { decodePlainText } from './decode.ts';
import { digestFile } from './digest.ts';
import { readIfThere } from './files.ts';
import { rememberLast } from './remember.ts';
import { refuseSvg } from './svg.ts';
import { readYamlFolder } from './yaml-files.ts';
import type { YamlFolder } from './yaml-files.ts';

/** What a library teaches; each part may be absent. */
export interface LearningParts {
  /** By their places, then by id. */
  readonly courses: readonly Course[];
  /** By the names of their files. */
  readonly banks: readonly QuestionBank[];
  /** Digests of what questions rested on when somebody checked them, by their ids. */
  readonly checked: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

const banks: YamlFolder<QuestionBank> = {
  folder: 'questions',
  read: readQuestions,
  misnamed: { rule: 'learning-value', what: { zh: '题库', en: 'a question file' } },
};

const remember = rememberLast<unknown>();

/** The place of a course that says none, behind all that do. */
const last = 1000;

/** Reads lessons; a fifth of all modules, which a library without courses need not wait for. */
let parseLesson: typeof readLesson | undefined;

/** To be awaited before the courses of a library are read. */
export async function prepareLessons(library: string): Promise<void> {
  if (parseLesson || listFolders(library).every((id) => areLessonsKnown(library, id))) return;
  ({ readLesson: parseLesson } = await import('#core/learning/read-lesson.ts'));
}

/** Whether all lessons of a course were read before, as they are now. */
function areLessonsKnown(library: string, id: string): boolean {
  const folder = `courses/${id}`;
  return readdirSync(join(library, folder)).every((name) => {
    const file = `${folder}/${name}`;
    const bytes = name.endsWith('.md') ? readRegular(join(library, file)) : null;
    return bytes === null || remember.has(join(library, file), digestFile(file, bytes));
  });
}

/** The courses of `courses/` and the questions of `questions/`, with findings about what was left out. */
export function readLearning(library: string): LearningParts {
  const diagnostics: Diagnostic[] = [];
  const read = <T>(
    file: string,
    parse: (
      text: string,
      file: string,
    ) => { readonly model: T | null; readonly diagnostics: readonly Diagnostic[] },
  ): T | null | undefined => {
    const bytes = readRegular(join(library, file));
    if (bytes === null) return undefined;
    const text = decodePlainText(bytes, file, diagnostics);
    if (text === null) return null;
    const found = remember(join(library, file), digestFile(file, bytes), () =>
      parse(text, file),
    ) as ReturnType<typeof parse>;
    diagnostics.push(...found.diagnostics);
    return found.model;
  };
  const courses = listFolders(library).flatMap((id): Course[] => {
    const outline = read(`courses/${id}/course.yaml`, readCourse);
    if (!outline) return [];
    const found = outline.lessons.flatMap((slug, at): readonly Lesson[] => {
      const lesson = read(`courses/${id}/${slug}.md`, (text, file) => {
        if (!parseLesson) throw new Error('lessons are read without what reads them');
        return parseLesson(text, file);
      });
      if (lesson === undefined) diagnostics.push(missLesson(outline, slug, at));
      return lesson ? [lesson] : [];
    });
    const figures = readFigures(library, id, found, diagnostics);
    return [{ ...outline, lessons: found, figures }];
  });
  courses.sort((a, b) => (a.order ?? last) - (b.order ?? last));
  const asked = readYamlFolder(library, banks, () => library);
  diagnostics.push(...asked.diagnostics);
  const checked = readChecked(library);
  return { courses, banks: asked.models, checked, diagnostics };
}

/** Which questions were checked against which texts, a line each: its id, a tab, the digest. Written by `std questions`. */
export const checkedFile = 'questions/checked.tsv';

function readChecked(library: string): ReadonlyMap<string, string> {
  const lines = readRegular(join(library, checkedFile))?.toString('utf8').split(/\r?\n/) ?? [];
  return new Map(
    lines.flatMap((line) => {
      const [id = '', digest = ''] = line.split('\t');
      return line.startsWith('#') || digest === '' ? [] : [[id, digest]];
    }),
  );
}

/** Regular files only: a link could name any file of the machine. */
function readRegular(path: string): Buffer | null {
  try {
    return lstatSync(path).isFile() ? readIfThere(path) : null;
  } catch {
    return null;
  }
}

/** Names of the folders of `courses/`, sorted; links are not followed. */
function listFolders(library: string): readonly string[] {
  try {
    return readdirSync(join(library, 'courses'), { withFileTypes: true })
      .flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
      .sort();
  } catch {
    return [];
  }
}

function missLesson({ id, file, ranges }: CourseOutline, slug: string, at: number): Diagnostic {
  return makeFinding(file, {
    rule: 'lesson-missing',
    range: ranges.get(`lessons.${at}`) ?? startOfLine(1),
    message: {
      zh: `课程里没有这一课的文件：courses/${id}/${slug}.md`,
      en: `There is no file of this lesson: courses/${id}/${slug}.md`,
    },
  });
}

/** Drawings that lessons show and that may be published, with their digests. */
function readFigures(
  library: string,
  course: string,
  lessons: readonly Lesson[],
  diagnostics: Diagnostic[],
): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const { file, slots } of lessons) {
    for (const slot of slots) {
      if (slot.kind !== 'figure' || found[slot.src] !== undefined) continue;
      const place = `courses/${course}/${slot.src}`;
      const bytes = readRegular(join(library, place));
      if (bytes === null) {
        diagnostics.push(
          makeFinding(file, {
            rule: 'lesson-place',
            range: startOfLine(slot.line),
            message: {
              zh: `课程的文件夹里没有图 ${slot.src}`,
              en: `The folder of the course has no drawing ${slot.src}`,
            },
          }),
        );
        continue;
      }
      const reason = refuseSvg(bytes);
      if (reason) {
        diagnostics.push(
          makeFinding(place, {
            rule: 'figure-active',
            range: startOfLine(1),
            message: {
              zh: `${slot.src} 没有公布：${reason.zh}`,
              en: `${slot.src} is not published: ${reason.en}`,
            },
          }),
        );
      } else found[slot.src] = digestFile(place, bytes);
    }
  }
  return found;
}

/** The bytes of a drawing of a course; null where there is none that may be published. */
export function readLessonFigure(library: string, course: string, file: string): Buffer | null {
  const bytes = readRegular(join(library, 'courses', course, file));
  return bytes === null || refuseSvg(bytes) ? null : bytes;
}
