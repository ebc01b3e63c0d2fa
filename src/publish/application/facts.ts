import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestCode, projectRoot } from '#library/code-digest.ts';
import { shortDigest } from '#library/digest.ts';

/** Where a site will be read. */
export interface SitePlace {
  readonly base?: string;
  readonly site?: string;
}

/** What is known of an application, besides its files. */
interface Facts {
  /** File of the bundle that is imported to draw. */
  readonly entry: string;
  /** The route that draws the pages of a template, by its pattern. */
  readonly routes: Readonly<Record<string, string>>;
  /** What each module of the browser's code imports, by names without folders. */
  readonly imports: Readonly<Record<string, readonly string[]>>;
  /** Files of the project that were read to make it. */
  readonly inputs: readonly string[];
}

/** An application that lies in a folder. */
export interface ApplicationFacts extends Facts {
  /** Of all it was made from. */
  readonly digest: string;
  /** Digests of its files, by their paths. */
  readonly files: Readonly<Record<string, string>>;
}

export const entryFolder = 'entry';
export const staticFolder = 'static';
export const factsName = 'application.json';

/** What an application is made from and no module is: settings, packages, files that are copied as they are, and what builds it. */
const settings = [
  'astro.config.mjs',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
  'src/site/integrations',
  'src/site/public',
  'src/publish/application/build.ts',
  'src/publish/application/facts.ts',
  'src/publish/application/routes.ts',
];

/** Digest of the code as it is now, by the files that an application was made from. */
export function digestInputs(inputs: readonly string[]): string {
  // A page that is new is none of the files that were read.
  const pages = readdirSync(join(projectRoot, 'src/site/pages'), { recursive: true })
    .map((name) => String(name).replaceAll('\\', '/'))
    .sort();
  const code = digestCode(...new Set([...settings, ...inputs]));
  return shortDigest([process.versions.node, code, ...pages].join('\n'));
}

/** Write down what an application is; refused when its code changed while it was built. */
export function writeFacts(
  folder: string,
  { started, ...facts }: Facts & { readonly started: number },
): void {
  const changed = [...settings, ...facts.inputs].find(
    (path) =>
      (statSync(join(projectRoot, path), { throwIfNoEntry: false })?.mtimeMs ?? 0) > started,
  );
  if (changed !== undefined) throw new CodeChanged(`${changed} was changed while it was built`);
  const whole: ApplicationFacts = {
    ...facts,
    digest: digestInputs(facts.inputs),
    files: digestFiles(folder),
  };
  writeFileSync(join(folder, factsName), JSON.stringify(whole));
}

/** Files were saved while the project was built: what was built is of no one state of them. */
export class CodeChanged extends Error {
  override readonly name = 'CodeChanged';
}

/** What lies in a folder as it was built from the code as it is now; null when it is of other code, damaged or half. */
export function readFacts(folder: string): ApplicationFacts | null {
  try {
    const facts = JSON.parse(readFileSync(join(folder, factsName), 'utf8')) as ApplicationFacts;
    if (facts.digest !== digestInputs(facts.inputs)) return null;
    const files = digestFiles(folder);
    const names = Object.keys(facts.files);
    const isWhole =
      names.length === Object.keys(files).length &&
      names.every((name) => files[name] === facts.files[name]);
    return isWhole ? facts : null;
  } catch {
    return null;
  }
}

function digestFiles(folder: string): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name === factsName) continue;
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(folder.length + 1).replaceAll('\\', '/');
    files[name] = createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 32);
  }
  return files;
}
