import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { loadBundler } from '#library/bundler.ts';
import { projectRoot } from '#library/code-digest.ts';
import { shortDigest } from '#library/digest.ts';
import { readIfThere } from '#library/files.ts';
import { writeAtomically } from '#library/write-atomically.ts';

/** The script and the style of the page of the desk, with the digest that their addresses carry. */
export interface DeskBundle {
  readonly digest: string;
  readonly script: Uint8Array;
  readonly style: Uint8Array;
  /** Bytes of both as they are sent compressed. */
  readonly compressed: number;
}

/** What a bundle was made of: it is made anew where one of these differs. */
interface Made {
  readonly inputs: Readonly<Record<string, string>>;
}

const folder = join(projectRoot, '.cache', 'desk');

/** The page's script and style: those of the last time where nothing they are made of has changed. */
export async function openBundle(): Promise<DeskBundle> {
  return readBundle() ?? (await makeBundle());
}

function readBundle(): DeskBundle | undefined {
  const made = readIfThere(join(folder, 'made.json'));
  if (!made || !existsSync(join(folder, 'desk.js'))) return undefined;
  const { inputs } = JSON.parse(made.toString()) as Made;
  const isSame = Object.entries(inputs).every(([path, digest]) => {
    const bytes = readIfThere(join(projectRoot, path));
    return bytes !== null && shortDigest(bytes) === digest;
  });
  if (!isSame) return undefined;
  return toBundle(readFileSync(join(folder, 'desk.js')), readFileSync(join(folder, 'desk.css')));
}

async function makeBundle(): Promise<DeskBundle> {
  const { build } = await loadBundler();
  const { outputFiles = [], metafile } = await build({
    absWorkingDir: projectRoot,
    entryPoints: { desk: 'src/desk/client/main.ts' },
    outdir: 'out',
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'browser',
    target: ['es2022', 'chrome100', 'firefox100', 'safari15.4'],
    logLevel: 'silent',
  });
  const find = (end: string): Uint8Array =>
    outputFiles.find(({ path }) => path.endsWith(end))?.contents ?? new Uint8Array();
  const inputs = Object.fromEntries(
    Object.keys(metafile.inputs).map((path) => [
      path,
      shortDigest(readFileSync(join(projectRoot, path))),
    ]),
  );
  const bundle = toBundle(find('.js'), find('.css'));
  writeAtomically(join(folder, 'desk.js'), bundle.script);
  writeAtomically(join(folder, 'desk.css'), bundle.style);
  writeAtomically(join(folder, 'made.json'), JSON.stringify({ inputs } satisfies Made));
  return bundle;
}

function toBundle(script: Uint8Array, style: Uint8Array): DeskBundle {
  const digest = shortDigest(Buffer.concat([script, style])).slice(0, 12);
  const compressed = gzipSync(script).length + gzipSync(style).length;
  return { digest, script, style, compressed };
}
