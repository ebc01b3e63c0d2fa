import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { DraftOptions, ImportedDraft } from '#import/draft/draft.ts';
import { importDraft } from '#import/draft/import-draft.ts';
import { renderReportPage } from '#import/draft/report-page.ts';
import { isRegularFile, typeOf } from '#library/figures.ts';
import { hostedFamilies } from '#core/terms/index.ts';
import { readArguments, usage } from '../lib/arguments.ts';
import { checkEnglish, requireChinese, writeEnglish } from '../lib/import-english.ts';
import { writeFolder } from '../lib/write-folder.ts';
import { readInput } from '../lib/read-input.ts';
import { describeDraft } from '../report/word-report.ts';
import { Problem } from '../bootstrap/problem.mjs';
import type { Bilingual, Command, CommandContext, ExitStatus } from './command.ts';

const draftFile = {
  zh: '检查路径；要给的是 .docx、.doc、.pdf、.md 或 .xml 文件。',
  en: 'Check the path; it must be a .docx, .doc, .pdf, .md or .xml file.',
};
const bound = {
  mebibytes: 100,
  what: { zh: '超过 100 MB。', en: 'has more than 100 MB.' },
  todo: {
    zh: '压缩图片后另存再导入。',
    en: 'Compress its pictures, save it, and import again.',
  },
};
const largestPicture = 16 * 1024 * 1024;

export const command: Command = {
  name: 'import',
  summary: {
    zh: '把 Word 稿（.docx、.doc）、PDF、md2std 稿、NISO STS（.xml）导入为标准的文件夹',
    en: 'bring drafts (Word, PDF, md2std, NISO STS) in as folders of standards',
  },
  usage: {
    zh: `用法：npm run std -- import 稿.docx … [--kind local|group|enterprise] [--number 编号] [--title 名称] [--issuer 发布机构] [--dry-run] [--json]
认得官方编写工具的样式、Word 的标题样式，和手打的编号；NISO STS（.xml，图片放在旁边）照章节读，英文本写成中文本旁边的 index.en.md；PDF（.pdf、.txt）尽力而为；.doc 要有 LibreOffice。写入 standards/类别/编号/
index.md（状态 draft）、图片和 import-report.html，报告逐段说明没有照原样写进正文的内容。
--kind 类别     地方 local、团体 group、企业 enterprise 标准；编号不是这一类的不导入
--number 编号   稿中没有编号，或编号不是地方、团体、企业标准的，用它
--title 名称    代替稿中的名称
--issuer 机构   代替稿中的发布机构
--dry-run       只报告，不写
退出状态：0 没有要人看的；1 有要人看的，或检查仍有发现；2 用法错误，或文件不能读。`,
    en: `Usage: npm run std -- import FILE.docx … [--kind local|group|enterprise] [--number NUMBER] [--title TITLE] [--issuer ISSUER] [--dry-run] [--json]
Reads the styles of the official editing tool, heading styles of Word, and numbers typed by hand; NISO STS (.xml, pictures
beside it) by its sections, an English text becomes index.en.md beside the Chinese one; PDF (.pdf, .txt) as well as can be; .doc where LibreOffice is. Writes standards/KIND/NUMBER/index.md (status draft), its pictures and import-report.html; the report says of everything that is not in the text as it stood.
--kind KIND      what it is to become; a draft with a number of another kind is refused
--number NUMBER  for a draft without number, or with one that is not of a local, group or enterprise standard
--title TITLE    instead of that of the draft
--issuer ISSUER  instead of that of the draft
--dry-run        report, write nothing
Exit status: 0 nothing for a person to look at; 1 something is, or the check still finds something; 2 usage, or an unreadable file.`,
  },
  run,
};

async function run({ argv, json, library, stdout }: CommandContext): Promise<ExitStatus> {
  const { values, positionals } = readArguments(
    argv,
    {
      kind: { type: 'string' },
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
  const options = readOptions(values);
  // All are read before anything is written.
  const drafts: PlacedDraft[] = [];
  for (const path of positionals) drafts.push(await readDraft(library, path, options));
  const isDry = values['dry-run'];
  refuseTaken(library, drafts, isDry);
  // An English text goes beside a Chinese one, which may be among these.
  drafts.sort((a, b) => Number(isEnglish(a)) - Number(isEnglish(b)));
  let needsPerson = false;
  for (const placed of drafts) {
    const { path, folder, draft, warnings } = take(library, placed, isDry);
    const report = `${folder}/${reportNames[draft.textFile]}`;
    const outcome = isDry
      ? dry
      : {
          zh: `已写入 ${folder}/${draft.textFile}，报告在 ${report}。`,
          en: `Wrote ${folder}/${draft.textFile}; the report is ${report}.`,
        };
    stdout.write(
      json
        ? `${JSON.stringify({ path: folder, file: draft.textFile, mended: draft.mended, ...draft.report, findings: draft.diagnostics, warnings, written: !isDry })}\n`
        : describeDraft(basename(path), folder, draft, outcome) + warnings.map(sayWarning).join(''),
    );
    const finds = draft.diagnostics.some(({ severity }) => severity !== 'info');
    needsPerson ||= finds || warnings.length > 0;
    needsPerson ||= draft.report.left.some((left) => left.needsPerson);
  }
  return needsPerson ? 1 : 0;
}

const isEnglish = ({ draft }: PlacedDraft): boolean => draft.textFile === 'index.en.md';

/** Nothing is written over: no folder, no English text, none of two files of one number. */
function refuseTaken(library: string, drafts: readonly PlacedDraft[], isDry: boolean): void {
  const texts = drafts.map(({ folder, draft }) => `${folder}/${draft.textFile}`);
  for (const [at, placed] of drafts.entries()) {
    if (texts.indexOf(texts[at] ?? '') !== at) throw twice(placed.folder);
    if (isDry) continue;
    if (!isEnglish(placed)) refuseExisting(library, placed.folder);
    else if (!texts.includes(`${placed.folder}/index.md`)) requireChinese(library, placed);
  }
}

interface TakenDraft extends PlacedDraft {
  readonly warnings: readonly Bilingual[];
}

/** Writes a draft where it belongs, unless this is a dry run. */
function take(library: string, placed: PlacedDraft, isDry: boolean): TakenDraft {
  const { path, folder } = placed;
  if (!isEnglish(placed)) {
    if (!isDry) writeFolder(library, folder, withReport(path, placed.draft));
    return { ...placed, warnings: [] };
  }
  const draft = checkEnglish(library, folder, placed.draft);
  const warnings = isDry ? [] : writeEnglish(library, folder, withReport(path, draft));
  return { path, folder, draft, warnings };
}

const sayWarning = ({ zh, en }: Bilingual): string => `⚠ ${zh}\n  ${en}\n`;

/** Beside the text, for people; the library does not read it. */
const reportNames = {
  'index.md': 'import-report.html',
  'index.en.md': 'import-report.en.html',
} as const;

const withReport = (path: string, draft: ImportedDraft): ReadonlyMap<string, Uint8Array> => {
  const page = renderReportPage(basename(path), draft);
  return new Map([...draft.files, [reportNames[draft.textFile], new TextEncoder().encode(page)]]);
};

/** A draft of a file that was given, and its folder in the library. */
interface PlacedDraft {
  readonly path: string;
  readonly folder: string;
  readonly draft: ImportedDraft;
}

function readOptions({
  kind: written,
  number,
  title,
  issuer,
}: Readonly<Partial<Record<'kind' | 'number' | 'title' | 'issuer', string>>>): DraftOptions {
  const kind = hostedFamilies.find((family) => family === written);
  if (written !== undefined && kind === undefined) {
    throw usage(
      { zh: `没有 ${written} 这一类。`, en: `There is no kind "${written}".` },
      {
        zh: `--kind 是 ${hostedFamilies.join('、')} 之一。`,
        en: `--kind is one of ${hostedFamilies.join(', ')}.`,
      },
    );
  }
  return {
    ...(kind !== undefined && { kind }),
    ...(number !== undefined && { number }),
    ...(title !== undefined && { title }),
    ...(issuer !== undefined && { issuer }),
  };
}

async function readDraft(
  library: string,
  path: string,
  options: DraftOptions,
): Promise<PlacedDraft> {
  const bytes = readInput(path, draftFile, bound);
  const attached = isSts(path) ? readAttached(dirname(path), bytes) : new Map();
  const given = attached.size > 0 ? { ...options, attached } : options;
  const draft = await importDraft(bytes, basename(path), given);
  if ('zh' in draft) throw refused(path, draft);
  if (typeof draft.path !== 'string') throw refused(path, draft.path);
  const placed = { path, folder: draft.path, draft };
  if (!isEnglish(placed)) return placed;
  // An English text shows pictures that the Chinese one has beside it.
  const there = readAttached(join(library, draft.path), bytes);
  if (there.size === 0) return placed;
  const both = { ...options, attached: new Map([...there, ...attached]) };
  const again = await importDraft(bytes, basename(path), both);
  return 'zh' in again ? placed : { ...placed, draft: again };
}

const isSts = (path: string): boolean => /\.(?:xml|sts)$/i.test(path);

/** Pictures in a folder that a file names, by name; none that is a link or larger than a page can show. */
function readAttached(folder: string, bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const text = Buffer.from(bytes);
  const names = (existsSync(folder) ? readdirSync(folder) : []).filter(
    (name) =>
      typeOf(name) !== undefined && text.includes(name) && isRegularFile(join(folder, name)),
  );
  const small = names.filter((name) => statSync(join(folder, name)).size <= largestPicture);
  return new Map(small.map((name) => [name, readFileSync(join(folder, name))]));
}

const refused = (path: string, { zh, en }: Bilingual): Problem =>
  usage(
    {
      zh: `${basename(path)} 没有导入：${zh}。`,
      en: `${basename(path)} was not imported: ${en}.`,
    },
    { zh: '什么也没有写。', en: 'Nothing was written.' },
  );

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

const twice = (path: string): Problem =>
  usage(
    {
      zh: `两个文件是同一个编号（${path}），什么也没有写。`,
      en: `Two files have one number (${path}); nothing was written.`,
    },
    { zh: '分开导入，用 --number 给出编号。', en: 'Import them one by one with --number.' },
  );

const dry: Bilingual = { zh: '试运行，没有写。', en: 'A dry run, nothing written.' };
