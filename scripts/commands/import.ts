import { mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { importDraft } from '#import/word/import-draft.ts';
import type { ImportedDraft } from '#import/word/import-draft.ts';
import { writeAtomically } from '#library/write-atomically.ts';
import { readArguments } from '../lib/arguments.ts';
import { explainUnreadable } from '../lib/unreadable.ts';
import { describeDraft } from '../report/word-report.ts';
import { Problem } from '../bootstrap/problem.mjs';
import type { Bilingual, Command, CommandContext, ExitStatus } from './command.ts';

const largestFile = 100 * 1024 * 1024;

export const command: Command = {
  name: 'import',
  summary: {
    zh: '把 Word 稿（.docx）导入为标准的文件夹',
    en: 'bring a Word draft (.docx) in as the folder of a standard',
  },
  usage: {
    zh: `用法：npm run std -- import 稿.docx … [--number 编号] [--title 名称] [--issuer 发布机构] [--dry-run] [--json]
认得官方编写工具的样式、Word 的标题样式，和手打的编号。写入 standards/类别/编号/index.md（状态 draft）和图片，报告逐段说明没有照原样写进正文的内容。
--number 编号   稿中没有编号，或编号不是地方、团体、企业标准的，用它
--title 名称    代替稿中的名称
--issuer 机构   代替稿中的发布机构
--dry-run       只报告，不写
退出状态：0 没有要人看的；1 有要人看的，或检查仍有发现；2 用法错误，或文件不能读。`,
    en: `Usage: npm run std -- import FILE.docx … [--number NUMBER] [--title TITLE] [--issuer ISSUER] [--dry-run] [--json]
Reads the styles of the official editing tool, heading styles of Word, and numbers typed by hand. Writes
standards/KIND/NUMBER/index.md (status draft) and its pictures; the report says of everything that is not in the text as it stood.
--number NUMBER  for a draft without number, or with one that is not of a local, group or enterprise standard
--title TITLE    instead of that of the draft
--issuer ISSUER  instead of that of the draft
--dry-run        report, write nothing
Exit status: 0 nothing for a person to look at; 1 something is, or the check still finds something; 2 usage, or an unreadable file.`,
  },
  // oxlint-disable-next-line typescript/require-await
  run: async (context) => run(context),
};

function run({ argv, json, library, stdout }: CommandContext): ExitStatus {
  const { values, positionals } = readArguments(
    argv,
    {
      number: { type: 'string' },
      title: { type: 'string' },
      issuer: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
    },
    true,
  );
  if (positionals.length === 0) {
    throw usage(
      { zh: '没有给出要导入的文件。', en: 'No file to import.' },
      { zh: command.usage.zh, en: command.usage.en },
    );
  }
  if (positionals.length > 1 && values.number !== undefined) {
    throw usage(
      { zh: '--number 只能用于一个文件。', en: '--number is for one file.' },
      { zh: '一次导入一个。', en: 'Import them one by one.' },
    );
  }
  const options = {
    ...(values.number !== undefined && { number: values.number }),
    ...(values.title !== undefined && { title: values.title }),
    ...(values.issuer !== undefined && { issuer: values.issuer }),
  };
  // All are read before anything is written.
  const drafts = positionals.map((path) => ({ path, draft: readDraft(path, options) }));
  const paths = drafts.map(({ draft }) => draft.path);
  for (const [at, path] of paths.entries()) {
    if (paths.indexOf(path) !== at) throw twice(path);
    if (!values['dry-run']) refuseExisting(library, path);
  }
  let needsPerson = false;
  for (const { path, draft } of drafts) {
    if (!values['dry-run']) writeDraft(library, draft);
    const outcome = values['dry-run']
      ? dry
      : { zh: `已写入 ${draft.path}。`, en: `Wrote ${draft.path}.` };
    stdout.write(
      json
        ? `${JSON.stringify({ path: draft.path, mended: draft.mended, ...draft.report, findings: draft.diagnostics, written: !values['dry-run'] })}\n`
        : describeDraft(basename(path), draft, outcome),
    );
    const finds = draft.diagnostics.some(({ severity }) => severity !== 'info');
    needsPerson ||= finds || draft.report.left.some((left) => left.needsPerson);
  }
  return needsPerson ? 1 : 0;
}

function readDraft(path: string, options: Parameters<typeof importDraft>[1]): ImportedDraft {
  const draft = importDraft(readInput(path), options);
  if (!('zh' in draft)) return draft;
  throw usage(
    {
      zh: `${basename(path)} 没有导入：${draft.zh}。`,
      en: `${basename(path)} was not imported: ${draft.en}.`,
    },
    { zh: '什么也没有写。', en: 'Nothing was written.' },
  );
}

function readInput(path: string): Uint8Array {
  try {
    if (statSync(path).size <= largestFile) return readFileSync(path);
  } catch (cause) {
    const { zh, en } = explainUnreadable(cause);
    throw usage(
      { zh: `读不到文件 ${path}：${zh}`, en: `Cannot read ${path}: ${en}` },
      { zh: '检查路径；要给的是 .docx 文件。', en: 'Check the path; it must be a .docx file.' },
    );
  }
  throw usage(
    { zh: `${path} 超过 100 MB。`, en: `${path} has more than 100 MB.` },
    { zh: '压缩图片后另存再导入。', en: 'Compress its pictures, save it, and import again.' },
  );
}

function refuseExisting(library: string, path: string): void {
  let names: readonly string[] = [];
  try {
    names = readdirSync(join(library, path));
  } catch {
    return;
  }
  if (names.length === 0) return;
  throw new Problem(
    { zh: `${path} 已经有了，没有改动。`, en: `${path} exists already; nothing was changed.` },
    {
      zh: '先移走那个文件夹，或用 --number 给另一个编号，或加 --dry-run 只看报告。',
      en: 'Move that folder away, give another --number, or look at the report with --dry-run.',
    },
    { exitCode: 1 },
  );
}

/** Pictures first: a text is there only when all that it shows is. */
function writeDraft(library: string, { path, files }: ImportedDraft): void {
  const folder = join(library, path);
  mkdirSync(folder, { recursive: true });
  const names = [...files.keys()].toSorted(
    (a, b) => Number(a === 'index.md') - Number(b === 'index.md'),
  );
  for (const name of names)
    writeAtomically(join(folder, name), files.get(name) ?? new Uint8Array());
}

const twice = (path: string): Problem =>
  usage(
    {
      zh: `两个文件是同一个编号（${path}），什么也没有写。`,
      en: `Two files have one number (${path}); nothing was written.`,
    },
    { zh: '分开导入，用 --number 给出编号。', en: 'Import them one by one with --number.' },
  );

const dry: Bilingual = { zh: '试运行，没有写。', en: 'A dry run, nothing written.' };

const usage = (what: Bilingual, todo: Bilingual): Problem =>
  new Problem(what, todo, { exitCode: 2 });
