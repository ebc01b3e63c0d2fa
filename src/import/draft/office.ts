import { execFile } from 'node:child_process';
import { accessSync, constants, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where LibreOffice is on this machine; undefined where it is not. */
export function findOffice(path = process.env['PATH'] ?? ''): string | undefined {
  const names =
    process.platform === 'win32' ? ['soffice.com', 'soffice.exe'] : ['soffice', 'libreoffice'];
  return path
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find(canRun);
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const largest = 100 * 1024 * 1024;

/**
 * Files made by LibreOffice from others, in their order; undefined for each that it did not make. They are named anew in a
 * folder of their own that is gone afterwards, with a profile of its own: nothing of the user's is read, no macro runs, and
 * addresses in files lead nowhere.
 */
export async function convertFiles(
  office: string,
  files: readonly { readonly bytes: Uint8Array; readonly extension: string }[],
  to: 'docx' | 'png',
  seconds: number,
): Promise<readonly (Uint8Array | undefined)[]> {
  const folder = mkdtempSync(join(tmpdir(), 'biaolian-office-'));
  try {
    const [from, out] = [join(folder, 'in'), join(folder, 'out')];
    mkdirSync(from);
    mkdirSync(out);
    const names = files.map(({ bytes, extension }, at) => {
      const name = join(from, `source-${at}.${extension}`);
      writeFileSync(name, bytes);
      return name;
    });
    const profile = pathToFileURL(join(folder, 'profile')).href;
    await run(
      office,
      [
        `-env:UserInstallation=${profile}`,
        '--headless',
        '--norestore',
        '--nolockcheck',
        '--convert-to',
        to,
        '--outdir',
        out,
        ...names,
      ],
      seconds,
    );
    return await Promise.all(files.map((_, at) => readMade(join(out, `source-${at}.${to}`))));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Over when the program has ended, however it did: what it made tells. */
function run(office: string, argv: readonly string[], seconds: number): Promise<void> {
  const nowhere = 'http://127.0.0.1:9';
  return new Promise((resolve) => {
    execFile(
      office,
      argv,
      {
        timeout: seconds * 1000,
        killSignal: 'SIGKILL',
        env: { ...process.env, http_proxy: nowhere, https_proxy: nowhere, no_proxy: '' },
      },
      () => resolve(),
    );
  });
}

async function readMade(path: string): Promise<Uint8Array | undefined> {
  try {
    const { size } = await stat(path);
    return size > 0 && size <= largest ? await readFile(path) : undefined;
  } catch {
    return undefined;
  }
}
