import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import ts from 'typescript';
import manifest from '../../package.json' with { type: 'json' };
import { CORE_ROOMS } from './core-rooms.ts';

/** A source file: its path from the repository with forward slashes, and its text. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

const MAX_LINES = 400;

/** The names that package.json gives to the rooms (`imports`), with the folder each stands for. */
const ROOM_NAMES: readonly (readonly [string, string])[] = Object.entries(manifest.imports).map(
  ([name, folder]) => [name.replace('*', ''), folder.replace(/^\.\//, '').replace('*', '')],
);

/** Whether a specifier names a file of ours, by its place or by its room. */
const isOurs = (specifier: string): boolean => /^[.#]/.test(specifier);

const EXTENSIONS = ['', '.ts', '.mjs', '.astro', '/index.ts'];

/** Global names that core may not use: it has no clock, no console, no host. */
const IMPURE_GLOBALS = new Set([
  'console',
  'process',
  'performance',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'localStorage',
  'sessionStorage',
  'navigator',
  'Buffer',
]);

/**
 * The room a file lives in: `core/text`, `library`, `acts`, `import`, `import/list`, `site`, `site/client`, `site/words`, `publish`,
 * `search/record` and the other pure rooms of `search`, `search`, `scripts`, `tests` or nothing for the files at the top.
 */
function findRoom(path: string): string | undefined {
  const core = /^src\/core\/([^/]+)\//.exec(path)?.[1];
  if (core !== undefined) return `core/${core}`;
  if (path.startsWith('src/core/')) return 'core';
  if (path.startsWith('src/site/client/')) return 'site/client';
  if (path.startsWith('src/desk/client/')) return 'desk/client';
  if (path.startsWith('src/site/i18n/browser/')) return 'site/words';
  if (path.startsWith('src/import/list/')) return 'import/list';
  if (/^search\/(?:shared\/|contract\.ts$)/.test(path)) return 'search/shared';
  const search = /^search\/(record|question|places|match|guide)\//.exec(path)?.[1];
  if (search !== undefined) return `search/${search}`;
  return /^(?:src\/)?(library|acts|assistant|editor|import|site|publish|desk|search|scripts|tests)\//.exec(
    path,
  )?.[1];
}

/** What a room may import besides itself; a name stands for the rooms inside it too. Core has `CORE_ROOMS`. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: ['core'],
  library: ['core'],
  acts: ['core', 'library'],
  editor: ['core', 'library'],
  'import/list': ['core', 'library', 'import'],
  import: ['core', 'library', 'import/list'],
  'search/record': ['core'],
  'search/places': ['core', 'search/record'],
  'search/shared': ['core', 'search/record'],
  'search/question': ['core', 'search/record', 'search/shared'],
  'search/guide': ['core', 'search/record', 'search/question'],
  'search/match': ['core', 'search/record', 'search/places', 'search/shared', 'search/question'],
  search: [
    'core',
    'library',
    'search/record',
    'search/places',
    'search/shared',
    'search/question',
    'search/guide',
    'search/match',
  ],
  'site/words': ['core', 'search'],
  'site/client': ['core', 'import/list', 'search', 'site/words'],
  site: ['core', 'library', 'search', 'site/client', 'site/words'],
  publish: ['core', 'library', 'search', 'site'],
  assistant: ['core', 'library', 'search', 'site'],
  'desk/client': ['core'],
  desk: ['core', 'library', 'acts', 'import', 'site', 'publish', 'desk/client'],
  scripts: [
    'core',
    'library',
    'acts',
    'assistant',
    'editor',
    'import',
    'search',
    'publish',
    'desk',
  ],
};

/** Whether the arrows allow a file of one room to import a file of another. */
function mayImport(from: string, to: string): boolean {
  if (from === to || from === 'tests') return true;
  const rank = (room: string): number => CORE_ROOMS.indexOf(room.slice('core/'.length));
  if (from.startsWith('core/')) return rank(to) >= 0 && rank(to) <= rank(from);
  return (MAY_IMPORT[from] ?? []).some((room) => to === room || to.startsWith(`${room}/`));
}

/** The specifiers a file imports, exports from or loads dynamically; types included. */
export function listImports({ path, text }: Source): readonly string[] {
  return codeOf(path, text).flatMap((code) =>
    ts.preProcessFile(code, true, true).importedFiles.map(({ fileName }) => fileName),
  );
}

/** The script parts of a file: all of it, or of an `.astro` file the frontmatter and scripts. */
function codeOf(path: string, text: string): readonly string[] {
  if (!path.endsWith('.astro')) return [text];
  const frontmatter = /^\s*---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? '';
  const scripts = [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)];
  return [frontmatter, ...scripts.map((match) => match[1] ?? '')];
}

/** Files of ours that each file imports; with `listLoads`, those whose values it uses. */
export function linkFiles(
  sources: readonly Source[],
  list: (source: Source) => readonly string[] = listImports,
): ReadonlyMap<string, readonly string[]> {
  const known = new Set(sources.map(({ path }) => path));
  return new Map(
    sources.map((source) => {
      const targets = list(source)
        .filter(isOurs)
        .map((specifier) => resolveImport(source.path, specifier, known))
        .filter((path) => path !== undefined);
      return [source.path, targets];
    }),
  );
}

function resolveImport(
  from: string,
  specifier: string,
  known: ReadonlySet<string>,
): string | undefined {
  const bare = specifier.replace(/(?<=.)[?#].*$/, '');
  const [room = '', folder] = ROOM_NAMES.find(([start]) => bare.startsWith(start)) ?? [];
  const path =
    folder === undefined ? posix.join(posix.dirname(from), bare) : folder + bare.slice(room.length);
  return EXTENSIONS.map((extension) => path + extension).find((name) => known.has(name));
}

/** Imports that go against the arrows. */
export function findForbiddenArrows(sources: readonly Source[]): readonly string[] {
  return [...linkFiles(sources)].flatMap(([path, targets]) => {
    const from = findRoom(path);
    if (from === undefined) return [];
    return targets
      .filter((target) => !mayImport(from, findRoom(target) ?? ''))
      .map((target) => `${path} imports ${target}`);
  });
}

/** Templates see views only: those that import, for more than types, what looks into a library, a catalog or systems. */
export function findLookingTemplates(sources: readonly Source[]): readonly string[] {
  const known = new Set(sources.map(({ path }) => path));
  const looks =
    /^src\/(?:library|publish)\/|^src\/core\/catalog\/(?!status|citation-formats|neighbour-kinds)|^src\/site\/(?:routes|system-routes)\.ts$|^src\/site\/data\/(?:chain-lists|facets|library|status-lists|system-on)\.ts$/;
  return sources
    .filter(({ path }) => /^src\/site\/(?:pages|components|layouts)\//.test(path))
    .flatMap((source) => {
      const views = listLoads(source).filter((name) => /\/views\//.test(name));
      const reached = listLoads(source)
        .filter(isOurs)
        .map((name) => resolveImport(source.path, name, known) ?? '')
        .filter((path) => looks.test(path));
      const asked = /\bgetLibrary\b/.test(source.text) ? ['the library'] : [];
      return [...reached, ...views, ...asked].map((path) => `${source.path} imports ${path}`);
    });
}

/** Packages that core and the browser code may not import: Node's own, Astro, and what builds. */
export function findImpureImports(sources: readonly Source[]): readonly string[] {
  return sources
    .filter(({ path }) =>
      /^(core|search\/record|site\/client|site\/words)/.test(findRoom(path) ?? ''),
    )
    .flatMap((source) =>
      listImports(source)
        .filter((name) => isHostModule(name))
        .map((name) => `${source.path} imports ${name}`),
    );
}

function isHostModule(name: string): boolean {
  return (
    name.startsWith('node:') ||
    builtinModules.includes(name) ||
    /^(astro|vite|playwright)(:|\/|$)/.test(name)
  );
}

/** Packages that are made for browsers, and small; whatever else a page loads is code of ours. */
const BROWSER_PACKAGES = new Set([
  'diff',
  'fastest-levenshtein',
  'fflate',
  'saxes',
  'ts-fsrs',
  'write-excel-file/browser',
]);

/**
 * Packages loaded by what pages load: all files that the browser code imports for more than their types, however far.
 * A bundler may leave out what is not used; that is nothing to rely on.
 */
export function findHeavyBrowserCode(sources: readonly Source[]): readonly string[] {
  const known = new Map(sources.map((source) => [source.path, source]));
  const paths = new Set(known.keys());
  const reached = new Set<string>();
  const found: string[] = [];
  const walk = (source: Source): void => {
    reached.add(source.path);
    for (const specifier of listLoads(source)) {
      if (!isOurs(specifier)) {
        if (!BROWSER_PACKAGES.has(specifier)) found.push(`${source.path} imports ${specifier}`);
        continue;
      }
      const target = resolveImport(source.path, specifier, paths);
      const next = target === undefined ? undefined : known.get(target);
      if (next && !reached.has(next.path)) walk(next);
    }
  };
  for (const source of sources) {
    if (findRoom(source.path) === 'site/client' && !reached.has(source.path)) walk(source);
  }
  return found;
}

/** The specifiers a file loads when it runs: imports and exports of more than types, and dynamic imports. */
export function listLoads({ path, text }: Source): readonly string[] {
  const loads: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      if (!loadsTypesOnly(node.importClause)) loads.push(textOf(node.moduleSpecifier));
      return;
    }
    if (ts.isExportDeclaration(node)) {
      if (node.moduleSpecifier && !node.isTypeOnly) loads.push(textOf(node.moduleSpecifier));
      return;
    }
    const isLoad = ts.isCallExpression(node) && node.expression.kind === IMPORT;
    const [asked] = isLoad ? node.arguments : [];
    if (asked && ts.isStringLiteralLike(asked)) loads.push(asked.text);
    ts.forEachChild(node, visit);
  };
  for (const code of codeOf(path, text)) {
    visit(ts.createSourceFile(path, code, ts.ScriptTarget.ES2024, true));
  }
  return loads;
}

const IMPORT = ts.SyntaxKind.ImportKeyword;
function loadsTypesOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause || clause.isTypeOnly) return clause !== undefined;
  const { name, namedBindings } = clause;
  if (name || !namedBindings || !ts.isNamedImports(namedBindings)) return false;
  return namedBindings.elements.every(({ isTypeOnly }) => isTypeOnly);
}

const textOf = (node: ts.Expression): string => (ts.isStringLiteral(node) ? node.text : '');

/** Uses of a clock, chance, the console or the host in core. */
export function findImpureCode(sources: readonly Source[]): readonly string[] {
  return sources
    .filter(({ path }) => path.startsWith('src/core/'))
    .flatMap(({ path, text }) => {
      const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2024, true);
      const found: string[] = [];
      const visit = (node: ts.Node): void => {
        const what = describeImpurity(node);
        if (what !== undefined) {
          const { line } = file.getLineAndCharacterOfPosition(node.getStart());
          found.push(`${path}:${line + 1} ${what}`);
        }
        ts.forEachChild(node, visit);
      };
      visit(file);
      return found;
    });
}

function describeImpurity(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node)) {
    const text = node.getText();
    if (['Date.now', 'Math.random'].includes(text)) return text;
  }
  const isCall = ts.isNewExpression(node) || ts.isCallExpression(node);
  if (isCall && node.expression.getText() === 'Date' && !node.arguments?.length) return 'Date()';
  if (ts.isIdentifier(node) && IMPURE_GLOBALS.has(node.text) && isReference(node)) return node.text;
  return undefined;
}

/** Whether an identifier stands for a value, and is not a key, a member or a declared name. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  return !(
    ts.isPropertySignature(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isQualifiedName(parent) ||
    ts.isTypeReferenceNode(parent) ||
    ts.isLiteralTypeNode(parent)
  );
}

/** Circles of imports, each once, as `a → b → a`. */
export function findCycles(links: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>();
  const cycles: string[] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) cycles.push([...trail.slice(at), path].join(' → '));
    if (at >= 0 || done.has(path)) return;
    for (const target of links.get(path) ?? []) walk(target, [...trail, path]);
    done.add(path);
  };
  for (const path of links.keys()) walk(path, []);
  return cycles;
}

/** Files longer than the ceiling. */
export function findLongFiles(sources: readonly Source[]): readonly string[] {
  return sources
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > MAX_LINES)
    .map(({ path, lines }) => `${path} has ${lines} lines`);
}

const MACHINE_PATH =
  /(?<![\w.)\]}/-])(?:\/(?:work|tmp|root|home\/[\w-]+|Users\/[\w-]+)\/[\w.-]|[A-Z]:\\Users\\)/;
const REGISTRY_HOST = /\bregistry\.(?:npm|yarn)\w+\.\w{2,}/;

/** Lines that name a place on somebody's machine, or the host of a package registry. */
export function findMachinePaths(sources: readonly Source[]): readonly string[] {
  return sources.flatMap(({ path, text }) =>
    text
      .split('\n')
      .map((line, index) => ({ line, at: `${path}:${index + 1}` }))
      .filter(({ line }) => MACHINE_PATH.test(line) || REGISTRY_HOST.test(line))
      .map(({ line, at }) => `${at} ${line.trim().slice(0, 120)}`),
  );
}

/** Exported functions that no docstring stands before; handlers of pages have the names that Astro gives them. */
export function findUntoldFunctions(sources: readonly Source[]): readonly string[] {
  return sources
    .filter(({ path }) => /^(?:src\/(?!site\/pages\/)|search\/|scripts\/).*\.ts$/.test(path))
    .flatMap(({ path, text }) =>
      ts
        .createSourceFile(path, text, ts.ScriptTarget.ES2024, true)
        .statements.filter((node) => isExportedFunction(node))
        .filter((node) => !/^\/\*\*\s*\*?\s*\S[^]{12,}\*\/$/.test(textBefore(node, text)))
        .map((node) => `${path} ${node.getText().split('\n')[0]?.slice(0, 80) ?? ''}`),
    );
}

function isExportedFunction(node: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(node) ? (ts.getModifiers(node) ?? []) : [];
  if (!modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return false;
  if (ts.isFunctionDeclaration(node)) return true;
  if (!ts.isVariableStatement(node)) return false;
  return node.declarationList.declarations.some(
    ({ initializer }) =>
      initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer)),
  );
}

/** The comment that stands right before a statement. */
function textBefore(node: ts.Statement, text: string): string {
  const last = ts.getLeadingCommentRanges(text, node.getFullStart())?.at(-1);
  return last ? text.slice(last.pos, last.end) : '';
}
