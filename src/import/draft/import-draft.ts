import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Bilingual } from '#core/base/bilingual.ts';
import type { DraftOptions, ImportedDraft } from './draft.ts';
import { convertFiles, findOffice } from './office.ts';

/** What one import may take. */
export interface ImportLimits {
  readonly seconds: number;
  readonly megabytes: number;
  /** LibreOffice, for files and pictures that only it reads; looked for on the PATH where this is not given. */
  readonly office?: string | undefined;
}

/** 60,000 paragraphs take a tenth of the time and two thirds of the memory. */
const usual: ImportLimits = { seconds: 60, megabytes: 640 };

/** What the process that reads is asked. */
export interface DraftQuestion {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly options: DraftOptions;
}

/**
 * A draft of a standard from the bytes of a file and its name, as the files of a folder of the library with a report; or, in a
 * sentence, why there is none. Nothing is written: the caller puts `files` where they belong (`path` says where in the
 * library, or why it has no place there).
 *
 *     const draft = await importDraft(bytes, '冷链.docx', { number: 'DB9999/T 71—2027' });
 *     if ('zh' in draft) return say(draft);
 *     for (const [name, content] of draft.files) …
 *
 * The file is read in a process of its own that may neither write nor start others, with a bound on memory and time, so any
 * bytes may be given; what goes beyond is refused in a sentence too. Never rejects on content.
 */
export async function importDraft(
  bytes: Uint8Array,
  name: string,
  options: DraftOptions = {},
  limits: ImportLimits = usual,
): Promise<ImportedDraft | Bilingual> {
  if (bytes.length > largestFile) return tooLarge(bytes.length);
  const office = 'office' in limits ? limits.office : findOffice();
  const extension = oldFormat(bytes, name);
  if (extension === undefined) return askWithPictures({ bytes, name, options }, limits, office);
  if (office === undefined) return withoutOffice(extension);
  const [made] = await convertFiles(office, [{ bytes, extension }], 'docx', limits.seconds);
  if (!made) return notConverted(extension);
  const given = { ...options, formulas: countFormulas(bytes, extension) };
  const draft = await askWithPictures({ bytes: made, name, options: given }, limits, office);
  if ('zh' in draft) return draft;
  const notices = [byOffice, ...draft.report.notices];
  return { ...draft, report: { ...draft.report, notices } };
}

/** Old Word and RTF, which only an office reads; undefined for all else, files with a password too. */
function oldFormat(bytes: Uint8Array, name: string): 'doc' | 'rtf' | undefined {
  const head = Buffer.from(bytes.subarray(0, 1 << 20));
  if (head.subarray(0, 5).toString('latin1') === '{\\rtf') return 'rtf';
  const isOle = head.subarray(0, 4).toString('hex') === 'd0cf11e0';
  const has = (stream: string): boolean => head.includes(Buffer.from(stream, 'utf16le'));
  const isDocument = has('WordDocument') || /\.(?:doc|dot|wps)$/i.test(name);
  return isOle && isDocument && !has('EncryptedPackage') ? 'doc' : undefined;
}

/** Formulae of an old file: of each an object of the equation editor, or in RTF mathematics of Word. */
function countFormulas(bytes: Uint8Array, extension: 'doc' | 'rtf'): number {
  if (extension === 'rtf') {
    const text = Buffer.from(bytes).toString('latin1');
    return (text.match(/\\moMath(?![A-Za-z])|\\objclass Equation/g) ?? []).length;
  }
  const name = Buffer.from('Equation Native', 'utf16le');
  const file = Buffer.from(bytes);
  let count = 0;
  for (let at = file.indexOf(name); at !== -1; at = file.indexOf(name, at + 1)) count += 1;
  return count;
}

/** Asks once; where the text has pictures that pages cannot show and an office makes others of them, once more with those. */
async function askWithPictures(
  question: DraftQuestion,
  limits: ImportLimits,
  office: string | undefined,
): Promise<ImportedDraft | Bilingual> {
  const first = await askApart(question, limits);
  if ('zh' in first || office === undefined || first.unusable.size === 0) return first;
  const names = [...first.unusable.keys()].slice(0, mostPictures);
  const files = names.map((name) => ({
    bytes: first.unusable.get(name) ?? new Uint8Array(),
    extension: /\.([a-z]{3,4})$/i.exec(name)?.[1]?.toLowerCase() ?? 'emf',
  }));
  const made = await convertFiles(office, files, 'png', limits.seconds);
  const pictures = new Map(
    names.flatMap((name, at) => {
      const picture = made[at];
      return picture ? [[name, picture] as const] : [];
    }),
  );
  if (pictures.size === 0) return first;
  return askApart({ ...question, options: { ...question.options, pictures } }, limits);
}

const mostPictures = 200;

const largestFile = 100 * 1024 * 1024;

const script = fileURLToPath(new URL('draft-process.ts', import.meta.url));

function askApart(
  question: DraftQuestion,
  { seconds, megabytes }: ImportLimits,
): Promise<ImportedDraft | Bilingual> {
  const child = fork(script, [], {
    // It reads our own modules and writes nothing; the parser of Markdown is an addon.
    execArgv: [
      `--max-old-space-size=${megabytes}`,
      '--permission',
      '--allow-fs-read=*',
      '--allow-addons',
    ],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: withoutOptions(),
  });
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      resolve(tooLong(seconds));
      child.kill('SIGKILL');
    }, seconds * 1000);
    child.once('message', (answer: ImportedDraft | Bilingual) => resolve(answer));
    child.once('error', () => resolve(failed));
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      resolve(wasOutOfMemory(code, signal) ? tooMuch(megabytes) : failed);
    });
    send(child, question);
  });
}

/** Options of Node that a test or a shell has set are not those of the reader. */
function withoutOptions(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _, ...rest } = process.env;
  return rest;
}

/** What cannot be sent was ended before: the end of the process says why. */
function send(child: ChildProcess, question: DraftQuestion): void {
  child.send(question, () => {});
}

/** V8 aborts when its heap is full. */
const wasOutOfMemory = (code: number | null, signal: NodeJS.Signals | null): boolean =>
  signal === 'SIGABRT' || signal === 'SIGTRAP' || code === 134;

const tooLarge = (bytes: number): Bilingual => ({
  zh: `文件有 ${Math.round(bytes / 1024 / 1024)} MB，超过 ${largestFile / 1024 / 1024} MB：请压缩图片后另存`,
  en: `the file has ${Math.round(bytes / 1024 / 1024)} MB, more than ${largestFile / 1024 / 1024} MB: compress its pictures and save it again`,
});

const tooLong = (seconds: number): Bilingual => ({
  zh: `读了 ${seconds} 秒还没有读完，已停下：请把稿子分成几份，或在 Word 里另存后再试`,
  en: `it was not read within ${seconds} seconds and was stopped: split the draft, or save it anew in Word and try again`,
});

const tooMuch = (megabytes: number): Bilingual => ({
  zh: `读它要用的内存超过 ${megabytes} MB，已停下：请压缩图片，或把稿子分成几份`,
  en: `reading it takes more than ${megabytes} MB of memory and was stopped: compress its pictures, or split the draft`,
});

const failed: Bilingual = {
  zh: '读这个文件时程序出了错，什么也没有写：请在 Word 里另存为新的 .docx 再试，仍不行请把文件交给维护者',
  en: 'the program failed on this file and nothing was written: save it anew as .docx in Word and try again, else give it to a maintainer',
};

const byOffice: Bilingual = {
  zh: '旧格式的文件，由 LibreOffice 转成 .docx 再读：封面表单域的名字会丢，列项的编号可能断开，请核对文件头和列项',
  en: 'a file of the old format, read after it was made a .docx by LibreOffice: names of form fields are lost and lists may be cut in two: check the front matter and the lists',
};

const withoutOffice = (extension: 'doc' | 'rtf'): Bilingual => ({
  zh: `这是旧格式的文件（.${extension}）：请在 Word 或 WPS 里另存为 .docx 再导入；这台机器装上 LibreOffice 以后也可以直接导入`,
  en: `this is a file of the old format (.${extension}): save it as .docx in Word or WPS and import again, or install LibreOffice on this machine and import it as it is`,
});

const notConverted = (extension: 'doc' | 'rtf'): Bilingual => ({
  zh: `这是旧格式的文件（.${extension}），LibreOffice 没有读出来：请在 Word 或 WPS 里另存为 .docx 再导入`,
  en: `this is a file of the old format (.${extension}) and LibreOffice could not read it: save it as .docx in Word or WPS and import again`,
});
