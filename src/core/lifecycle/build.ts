import { memo } from '../base/memo.ts';
import { isEarly, keyOfNumber } from '../catalog/index.ts';
import type { Catalog, CatalogEntry } from '../catalog/index.ts';
import { joinSteps, listDues, stepsOfStandard } from './life.ts';
import type { Due, LifeStep } from './life.ts';
import type { ProjectModel } from './read.ts';
import type { DeadlinesFile, ProjectKind } from './schema.ts';

/** What a library says of the making of standards. */
export interface LifecycleParts {
  readonly projects: readonly ProjectModel[];
  readonly kinds: readonly ProjectKind[];
  readonly deadlines: DeadlinesFile;
}

/** The life of a standard: of a project, of a standard that is hosted, or of both. One of the two is there. */
export interface Life {
  /** Of the project, else the address of the standard. */
  readonly id: string;
  readonly project?: ProjectModel | undefined;
  /** The standard that came of it, as far as it is known. */
  readonly entry?: CatalogEntry | undefined;
  readonly kind?: ProjectKind | undefined;
  /** In order; those of a day to come are announced. */
  readonly steps: readonly LifeStep[];
  readonly dues: readonly Due[];
  /** The project was given up, or the standard is replaced or withdrawn: nothing is due any more. */
  readonly over: boolean;
}

const keyOf = memo(keyOfNumber);

/** The standard that a number names, where it may be seen on the day of a catalog and is no draft. */
export function findIssued(number: string | undefined, catalog: Catalog): CatalogEntry | undefined {
  if (number === undefined) return undefined;
  const resolution = catalog.resolve(keyOf(number), true);
  if (resolution.kind === 'unknown') return undefined;
  const { entry } = resolution;
  const isHidden = entry.row && isEarly(entry.row.meta, catalog.asOf);
  return isHidden || catalog.statusOf(entry).status === '草案' ? undefined : entry;
}

/** The lives of all projects, by id, then those of hosted standards that no project names and that are not over, by number. */
export function buildLives(
  { projects, kinds, deadlines }: LifecycleParts,
  catalog: Catalog,
): readonly Life[] {
  const taken = new Set<string>();
  const ofProjects = projects.map((project): Life => {
    const entry = findIssued(project.number, catalog);
    if (entry) taken.add(entry.key);
    const kind = kinds.find(({ id }) => id === project.kind);
    const steps = joinSteps(project.stages, entry ? stepsOfStandard(entry) : []);
    const over = project.stopped !== undefined || isOver(steps, catalog, entry);
    const dues = listDues(steps, kind?.id, deadlines, over);
    return { id: project.id, project, entry, kind, steps, dues, over };
  });
  const ofStandards = catalog.entries.flatMap((entry): readonly Life[] => {
    const { row, origin } = entry;
    if (!row || origin || taken.has(entry.key) || findIssued(entry.key, catalog) !== entry)
      return [];
    const kind = kindOfStandard(entry, kinds);
    const steps = stepsOfStandard(entry);
    if (!kind || isOver(steps, catalog, entry)) return [];
    // What a kind may leave out is not asked of a standard whose project is not known.
    const asked = new Set(kind.way.flatMap(({ stage, optional }) => (optional ? [] : [stage])));
    const dues = listDues(steps, kind.id, deadlines).filter(({ stage }) => asked.has(stage));
    return [{ id: row.slug, entry, kind, steps, dues, over: false }];
  });
  return [...ofProjects, ...ofStandards];
}

function isOver(
  steps: readonly LifeStep[],
  catalog: Catalog,
  entry: CatalogEntry | undefined,
): boolean {
  const withdrawn = steps.some(({ stage, began }) => stage === '废止' && began <= catalog.asOf);
  const status = entry && catalog.statusOf(entry).status;
  return withdrawn || status === '被代替' || status === '废止';
}

/** The kind of a standard without a project: of those that hold its family, the one of its profile before any other. */
function kindOfStandard(
  { family, row }: CatalogEntry,
  kinds: readonly ProjectKind[],
): ProjectKind | undefined {
  const own = kinds.filter(({ families }) => families.some((each) => each === family));
  return (
    own.find(({ profile }) => profile !== undefined && profile === row?.meta.profile) ??
    own.find(({ profile }) => profile === undefined) ??
    own[0]
  );
}
