import type { z } from 'zod';
import type { Diagnostic, Range } from '../model/diagnostic.ts';
import { fileStart, startReport } from '../text/report.ts';
import { readYamlAs } from '../text/syntax/yaml-data.ts';
import type { YamlWords } from '../text/syntax/yaml-data.ts';
import { deadlinesFile, idPattern, projectFile, projectKindsFile } from './schema.ts';
import type { DeadlinesFile, Limit, ProjectFile, ProjectKind } from './schema.ts';

/** A project as its file says it. */
export interface ProjectModel extends ProjectFile {
  /** The name of its folder. */
  readonly id: string;
  /** `projects/<id>/project.yaml` */
  readonly file: string;
  /** Where each key stands: `stages.3.began`. */
  readonly ranges: ReadonlyMap<string, Range>;
}

interface Read<T> {
  readonly value: T | null;
  readonly ranges: ReadonlyMap<string, Range>;
  readonly diagnostics: readonly Diagnostic[];
}

const guide = {
  zh: '键名区分大小写，见 docs/lifecycle.md',
  en: 'Keys are case-sensitive; see docs/lifecycle.md',
};

const projectWords: YamlWords = {
  broken: { rule: 'project-yaml' },
  unknownKey: { rule: 'project-unknown-key' },
  value: { rule: 'project-value' },
  name: { zh: '项目文件', en: 'project file' },
  guide,
  deepest: 8,
};

const kindsWords: YamlWords = {
  broken: { rule: 'project-kinds-file' },
  unknownKey: { rule: 'project-kinds-file' },
  value: { rule: 'project-kinds-file' },
  name: { zh: '项目类别文件', en: 'file of project kinds' },
  guide,
  deepest: 6,
};

const deadlinesWords: YamlWords = {
  broken: { rule: 'deadlines-file' },
  unknownKey: { rule: 'deadlines-file' },
  value: { rule: 'deadlines-file' },
  name: { zh: '期限文件', en: 'file of time limits' },
  guide,
  deepest: 6,
};

/** Words of addresses below `/lifecycle/` that are not those of a project. */
const reserved: ReadonlySet<string> = new Set(['plan']);

/** Whether a name can be the id of a project: of its folder, and of its page. */
export const isProjectId = (id: string): boolean => idPattern.test(id) && !reserved.has(id);

/** One `project.yaml`; null, with findings at their lines, where it cannot be used. `source` uses LF line ends. */
export function readProject(
  source: string,
  { file }: { readonly file: string },
): { readonly project: ProjectModel | null; readonly diagnostics: readonly Diagnostic[] } {
  const id = /^projects\/([^/]*)\//.exec(file)?.[1] ?? '';
  if (!isProjectId(id)) {
    const report = startReport(file, source);
    report.add({
      rule: 'project-folder-name',
      range: fileStart,
      message: {
        zh: `文件夹名“${id.slice(0, 60)}”不能作项目的标识，没有读入`,
        en: `The folder name "${id.slice(0, 60)}" cannot be the id of a project; it was not read`,
      },
      hint: {
        zh: '用小写字母、数字和 -，以字母开头，如 sf2026-014；plan 已是网站的一页',
        en: 'Use small letters, digits and -, starting with a letter: sf2026-014; plan is a page of the site',
      },
    });
    return { project: null, diagnostics: report.found };
  }
  const { value, ranges, diagnostics } = read(source, file, projectFile, projectWords);
  return { project: value && { ...value, id, file, ranges }, diagnostics };
}

/** The kinds of `project-kinds.yaml`; none, with findings at their lines, where it cannot be used. */
export function readProjectKinds(
  source: string,
  file: string,
): { readonly kinds: readonly ProjectKind[]; readonly diagnostics: readonly Diagnostic[] } {
  const { value, diagnostics } = read(source, file, projectKindsFile, kindsWords);
  return { kinds: value ?? [], diagnostics };
}

/** No limits at all. */
export const noDeadlines: DeadlinesFile = { limits: [], holidays: [], workdays: [] };

/** The limits of `deadlines.yaml`; none, with findings at their lines, where it cannot be used. */
export function readDeadlines(
  source: string,
  file: string,
): { readonly deadlines: DeadlinesFile; readonly diagnostics: readonly Diagnostic[] } {
  const { value, diagnostics } = read(source, file, deadlinesFile, deadlinesWords);
  return { deadlines: value ?? noDeadlines, diagnostics };
}

/** Years from one review (复审) of a standard to the next, as a library sets them; undefined where it does not. */
export function findReviewYears({ limits }: DeadlinesFile): number | undefined {
  const isOfReview = ({ to, bound }: Limit): boolean => to.stage === '复审' && bound === '至多';
  return limits.find((limit) => isOfReview(limit) && limit.span.years !== undefined)?.span.years;
}

function read<T>(source: string, file: string, shape: z.ZodType<T>, words: YamlWords): Read<T> {
  const report = startReport(file, source);
  return { ...readYamlAs(source, shape, words, report), diagnostics: report.found };
}

/** Where a key of a project stands, or its nearest parent, or the first line where neither does. */
export function locateInProject({ ranges }: ProjectModel, path: string): Range {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    const range = ranges.get(at);
    if (range) return range;
  }
  return fileStart;
}
