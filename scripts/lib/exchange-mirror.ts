import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { checkMirror, importMirror, listPartnerIds, MirrorRefused } from '#acts/mirror/index.ts';
import { ActRefused } from '#acts/index.ts';
import type { Bilingual } from '#core/base/bilingual.ts';
import { Problem } from '../bootstrap/problem.mjs';
import type { CommandContext, ExitStatus } from '../commands/command.ts';
import { printable } from '../report/printable.ts';
import { describeChecks, describeMirrored, describeRefused } from '../report/mirror-report.ts';
import { readArguments } from './arguments.ts';
import { today } from '#library/cache-folder.ts';

/** Whether what is to be taken in is a site, a folder of one, or its manifest. */
export function isMirrorSource(where: string): boolean {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(where)) return true;
  const stat = statSync(where, { throwIfNoEntry: false });
  if (!stat || stat.isDirectory()) return stat?.isDirectory() ?? false;
  const head = readHead(where);
  return /"format"\s*:\s*"biaolian-manifest"/.test(head);
}

/** The first 4 KB of a file, whatever its size. */
function readHead(path: string): string {
  const bytes = Buffer.alloc(4096);
  const handle = openSync(path, 'r');
  try {
    return bytes.subarray(0, readSync(handle, bytes)).toString('utf8');
  } finally {
    closeSync(handle);
  }
}

/** Takes in the library of a partner and says what was done. */
export async function runMirror(context: CommandContext, where: string): Promise<ExitStatus> {
  const { json, library, stdout } = context;
  const { id, code, name, isDry } = readOptions(context.argv);
  try {
    const outcome = await importMirror({
      from: where,
      library,
      day: today(),
      isDry,
      id,
      code,
      name,
    });
    stdout.write(json ? `${JSON.stringify(outcome)}\n` : describeMirrored(outcome, isDry));
    return 0;
  } catch (error) {
    if (error instanceof ActRefused) throw new Problem(error.what, error.hint, { exitCode: 1 });
    if (!(error instanceof MirrorRefused)) throw error;
    if (json) {
      stdout.write(
        `${JSON.stringify({ refused: error.what, files: error.files, written: false })}\n`,
      );
      return 1;
    }
    const { zh, en } = error.what;
    const what = { zh: printable(zh), en: printable(en) };
    throw new Problem(what, describeRefused(error.files), { exitCode: 1 });
  }
}

/** Holds mirrors to what their manifests said. */
export function runCheck({ argv, json, library, stdout }: CommandContext): ExitStatus {
  const { positionals } = readArguments(argv, {}, true);
  const known = listPartnerIds(library);
  const unknown = positionals.find((id) => !known.includes(id));
  if (unknown !== undefined)
    throw new Problem(
      { zh: `没有 partners/${unknown}。`, en: `There is no partners/${unknown}.` },
      {
        zh: known.length > 0 ? `有：${known.join('、')}` : '还没有伙伴库。',
        en: known.length > 0 ? `There are: ${known.join(', ')}` : 'There is no partner yet.',
      },
      { exitCode: 2 },
    );
  const ids = positionals.length > 0 ? positionals : known;
  const checks = ids.map((id) => checkMirror(library, id));
  stdout.write(
    json
      ? `${JSON.stringify(checks.map(({ record, ...check }) => ({ ...check, isMirror: record !== null })))}\n`
      : describeChecks(checks),
  );
  const isWhole = checks.every(
    ({ record, isNamed, missing, changed, extra }) =>
      record === null || (isNamed && missing.length + changed.length + extra.length === 0),
  );
  return isWhole ? 0 : 1;
}

function readOptions(argv: readonly string[]) {
  const { values } = readArguments(
    argv,
    {
      id: { type: 'string' },
      code: { type: 'string' },
      name: { type: 'string' },
      'dry-run': { type: 'boolean' },
    },
    true,
  );
  return {
    id: values.id,
    code: values.code,
    name: values.name === undefined ? undefined : readName(values.name),
    isDry: values['dry-run'] ?? false,
  };
}

/** 「样板市|Model City」. */
function readName(written: string): Bilingual {
  const [zh = '', en = ''] = written.split(/[|｜]/).map((part) => part.trim());
  if (zh !== '' && en !== '') return { zh, en };
  throw new Problem(
    { zh: `“${written}”不是两种语言的名称。`, en: `"${written}" is no name in both languages.` },
    { zh: '写作 --name "样板市|Model City"', en: 'Write --name "样板市|Model City"' },
    { exitCode: 2 },
  );
}
