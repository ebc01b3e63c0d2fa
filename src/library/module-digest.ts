import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, posix } from 'node:path';
import { keepByStat } from './by-stat.ts';
import { keptOfCode, projectRoot } from './code-digest.ts';
import { readIfThere } from './files.ts';

/** What modules of the project load: the files below it, and packages. */
export interface ModuleGraph {
  /** From the project's folder, with `/`, in order. */
  readonly files: readonly string[];
  readonly packages: readonly string[];
}

/** `import …`, `export … from …` and `import(…)`; what is only a type is not loaded. */
const statements = [
  /^(?:import|export)\s+(?!type\s+[\w*{])(?:[^'"`;]*?\sfrom\s*)?['"]([^'"\n]+)['"]/gm,
  /\bimport\(\s*['"]([^'"\n]+)['"]\s*\)/g,
  /\bnew URL\(\s*['"](\.[^'"\n]+)['"],\s*import\.meta\.url\s*\)/g,
];

/** The modules that some modules of the project load, themselves among them, and the packages that these load. */
export function listModules(entries: readonly string[], root: string = projectRoot): ModuleGraph {
  const files = new Set<string>();
  const packages = new Set<string>();
  const rooms = readImports(root);
  const waiting = [...entries];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (files.has(path)) continue;
    files.add(path);
    const text = readIfThere(join(root, path))?.toString() ?? '';
    for (const statement of statements) {
      for (const [, specifier = ''] of text.matchAll(statement)) {
        if (isBuiltin(specifier)) continue;
        const own = resolveOwn(path, specifier, rooms);
        if (own === null) packages.add(nameOfPackage(specifier));
        // A folder that code knows the place of (`new URL('../..', import.meta.url)`) is not loaded.
        else if (posix.extname(own) !== '') waiting.push(own);
      }
    }
  }
  return { files: [...files].sort(), packages: [...packages].sort() };
}

/** The file that a specifier names from another one; null where it is a package. */
function resolveOwn(
  from: string,
  specifier: string,
  rooms: readonly (readonly [string, string])[],
): string | null {
  if (/^\.{1,2}\//.test(specifier)) return posix.join(posix.dirname(from), specifier);
  const room = rooms.find(([start]) => specifier.startsWith(start));
  return room ? room[1] + specifier.slice(room[0].length) : null;
}

function nameOfPackage(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** The names that package.json gives to rooms, with the folder of each. */
function readImports(root: string): readonly (readonly [string, string])[] {
  const { imports = {} } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly imports?: Readonly<Record<string, string>>;
  };
  return Object.entries(imports).map(([name, folder]) => [
    name.replace('*', ''),
    folder.replace(/^\.\//, '').replace('*', ''),
  ]);
}

/**
 * Digest of all that modules of the project load: their files, and the versions of packages with all that those need.
 * What they made is stale when it changes, and is not when anything else does.
 */
export function digestModules(entries: readonly string[], root: string = projectRoot): string {
  const { files, packages } = listModules(entries, root);
  const hash = createHash('sha256');
  for (const path of files) {
    const bytes = readIfThere(join(root, path)) ?? 'absent';
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  }
  for (const each of listLocked(packages, root)) hash.update(`${each}\0`);
  return hash.digest('hex').slice(0, 32);
}

const keep = keepByStat<string>(keptOfCode);

/** As {@link digestModules}, of this project; taken again only where the system says something else of one of these files. */
export function digestOwnModules(...entries: readonly string[]): string {
  const listFiles = () =>
    [...listModules(entries).files, 'package.json', 'package-lock.json'].map((path) =>
      join(projectRoot, path),
    );
  return keep(`modules ${entries.join(' ')}`, listFiles, () => digestModules(entries));
}

interface LockedPackage {
  readonly version?: string;
  readonly integrity?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** Packages and all that they need, as the lock file has them, in order. */
function listLocked(packages: readonly string[], root: string): readonly string[] {
  const { packages: locked } = JSON.parse(
    readFileSync(join(root, 'package-lock.json'), 'utf8'),
  ) as { readonly packages: Readonly<Record<string, LockedPackage>> };
  const found = new Map<string, string>();
  const visit = (name: string, from: string): void => {
    const path = findLocked(name, from, locked);
    const entry = path === undefined ? undefined : locked[path];
    if (path === undefined || !entry || found.has(path)) return;
    found.set(path, `${path} ${entry.version} ${entry.integrity}`);
    const { dependencies, optionalDependencies, peerDependencies } = entry;
    const needed = { ...dependencies, ...optionalDependencies, ...peerDependencies };
    for (const each of Object.keys(needed)) visit(each, path);
  };
  for (const name of packages) visit(name, '');
  return [...found.values()].sort();
}

/** Where npm put a package that another one needs: in its own folder, or in one further up. */
function findLocked(
  name: string,
  from: string,
  locked: Readonly<Record<string, LockedPackage>>,
): string | undefined {
  for (let folder = from; ;) {
    const path = `${folder}${folder && '/'}node_modules/${name}`;
    if (path in locked) return path;
    if (folder === '') return undefined;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')));
  }
}
