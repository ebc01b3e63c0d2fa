import type { FileFacts } from './tree.ts';

/** The steps of copying a site file by file, so that no page is ever without what it needs, in their order. */
export const deploymentSteps = ['assets', 'index', 'pages', 'names', 'removals'] as const;

export type DeploymentStep = (typeof deploymentSteps)[number];

/** The step in which a file that stays or comes is copied. */
export function stepOf(path: string): Exclude<DeploymentStep, 'removals'> {
  if (path.startsWith('search-index/'))
    return path === 'search-index/directory.json' ? 'names' : 'index';
  if (/^(?:[^/]+\.(?:xml|json|txt)|data\/.*)$/.test(path)) return 'names';
  return path.endsWith('.html') ? 'pages' : 'assets';
}

/** The order of two files: by step, then what is deep in the site before what lists it. */
export function compareDeployment(
  a: { readonly path: string },
  b: { readonly path: string },
): number {
  const rank = ({ path }: { readonly path: string }) => deploymentSteps.indexOf(stepOf(path));
  const depth = ({ path }: { readonly path: string }) => path.split('/').length;
  return rank(a) - rank(b) || depth(b) - depth(a) || (a.path < b.path ? -1 : 1);
}

export interface Deployment {
  /** Files to copy, step by step. */
  readonly copy: readonly {
    readonly step: Exclude<DeploymentStep, 'removals'>;
    readonly files: readonly (FileFacts & { readonly path: string })[];
  }[];
  /** Paths to remove, when all is copied. */
  readonly remove: readonly string[];
}

/** What has to be copied and removed, in which order, so that a host that holds one release holds another. */
export function planDeployment(
  from: ReadonlyMap<string, FileFacts>,
  to: ReadonlyMap<string, FileFacts>,
): Deployment {
  const files = [...to]
    .filter(([path, { sha256 }]) => from.get(path)?.sha256 !== sha256)
    .map(([path, facts]) => ({ path, ...facts }))
    .toSorted(compareDeployment);
  const copy = deploymentSteps
    .filter((step) => step !== 'removals')
    .map((step) => ({ step, files: files.filter(({ path }) => stepOf(path) === step) }));
  const remove = [...from.keys()].filter((path) => !to.has(path)).sort();
  return { copy, remove };
}
