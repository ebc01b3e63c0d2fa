import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  locateInProject,
  noDeadlines,
  readDeadlines,
  readProject,
  readProjectKinds,
} from '#core/lifecycle/index.ts';
import type { DeadlinesFile, ProjectKind, ProjectModel } from '#core/lifecycle/index.ts';
import { readKeptComments } from '#core/comments/index.ts';
import type { KeptComment } from '#core/comments/index.ts';
import type { Diagnostic } from '#core/model/diagnostic.ts';
import { makeFinding } from '#core/model/finding.ts';
import { decodePlainText } from './decode.ts';
import { digestFile } from './digest.ts';
import { readIfThere } from './files.ts';
import { rememberLast } from './remember.ts';

/** What a library says of the making of standards; each part may be absent. */
export interface ProjectParts {
  /** By id. */
  readonly projects: readonly ProjectModel[];
  readonly kinds: readonly ProjectKind[];
  readonly deadlines: DeadlinesFile;
  /** Comments on the draft of each project that has some. */
  readonly comments: ReadonlyMap<string, readonly KeptComment[]>;
  /** Papers that readers may have, by their paths `projects/<id>/<file>`; equal values, equal content. */
  readonly papers: ReadonlyMap<string, string>;
  /** Of each file that was read. */
  readonly digests: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

export const projectKindsFileName = 'project-kinds.yaml';
export const deadlinesFileName = 'deadlines.yaml';

const remember = rememberLast<unknown>();

/**
 * The projects of `projects/`, the kinds they are of and the limits of days, with findings about what was left out and
 * about papers that are not there. A file may be read from another root than the library, or from nowhere.
 */
export function readProjects(
  library: string,
  rootOf: (file: string) => string | null = () => library,
): ProjectParts {
  const digests = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  const read = <T extends { readonly diagnostics: readonly Diagnostic[] }>(
    file: string,
    parse: (text: string, file: string) => T,
  ): T | null => {
    const root = rootOf(file);
    const bytes = root === null ? null : readIfThere(join(root, file));
    if (root === null || bytes === null) return null;
    const digest = digestFile(file, bytes);
    digests.set(file, digest);
    const text = decodePlainText(bytes, file, diagnostics);
    if (text === null) return null;
    const found = remember(join(root, file), digest, () => parse(text, file)) as T;
    diagnostics.push(...found.diagnostics);
    return found;
  };
  const kinds = read(projectKindsFileName, readProjectKinds)?.kinds ?? [];
  const deadlines = read(deadlinesFileName, readDeadlines)?.deadlines ?? noDeadlines;
  const projects = listProjectFolders(library).flatMap((id) => {
    const file = `projects/${id}/project.yaml`;
    return read(file, (text) => readProject(text, { file }))?.project ?? [];
  });
  const comments = new Map<string, readonly KeptComment[]>();
  for (const { id } of projects) {
    const kept = read(`projects/${id}/comments.yaml`, readKeptComments)?.comments;
    if (kept) comments.set(id, kept);
  }
  const papers = new Map<string, string>();
  for (const project of projects) diagnostics.push(...checkPapers(library, project, papers));
  return { projects, kinds, deadlines, comments, papers, digests, diagnostics };
}

/** Names of the folders of `projects/` that hold a project, sorted; links are not followed. */
function listProjectFolders(library: string): readonly string[] {
  const folder = join(library, 'projects');
  try {
    return readdirSync(folder, { withFileTypes: true })
      .flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
      .filter((name) => isRegular(join(folder, name, 'project.yaml')))
      .sort();
  } catch {
    return [];
  }
}

/** Folders with the text of a project that is being written, sorted: `projects/<id>/draft`. */
export function listDrafts(library: string): readonly string[] {
  return listProjectFolders(library)
    .map((id) => `projects/${id}/draft`)
    .filter((path) => isRegular(join(library, path, 'index.md')) && isFolder(join(library, path)));
}

/** Where a paper of a project lies: a regular file of the project's own folder, else null. */
export function findPaper(library: string, project: string, file: string): string | null {
  const folder = join(library, 'projects', project);
  const [first = '', second] = file.split('/');
  if (second !== undefined && !isFolder(join(folder, first))) return null;
  const path = join(folder, file);
  return isRegular(path) ? path : null;
}

/** Notes the papers that may be shown; those that are not there are findings. */
function checkPapers(
  library: string,
  project: ProjectModel,
  shown: Map<string, string>,
): readonly Diagnostic[] {
  return project.stages.flatMap(({ papers }, at) =>
    papers.flatMap(({ file, public: isPublic }, index) => {
      const path = findPaper(library, project.id, file);
      if (path !== null) {
        const { size, mtimeMs } = lstatSync(path);
        if (isPublic) shown.set(`projects/${project.id}/${file}`, `${size} ${mtimeMs}`);
        return [];
      }
      return makeFinding(project.file, {
        rule: 'project-paper',
        range: locateInProject(project, `stages.${at}.papers.${index}.file`),
        message: {
          zh: `材料“${file}”不在项目的文件夹里`,
          en: `The paper "${file}" is not in the folder of the project`,
        },
        hint: {
          zh: `把文件放进 projects/${project.id}/，或改正文件名`,
          en: `Put the file into projects/${project.id}/, or correct its name`,
        },
      });
    }),
  );
}

/** A regular file, no link: a link could name any file of the machine. */
function isRegular(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
