import { createHash } from 'node:crypto';
import type { Bilingual } from '#core/base/bilingual.ts';
import { dataManifest, manifestPart } from '#core/exchange/open-data/manifest.ts';
import type { DataFile, DataManifest } from '#core/exchange/open-data/manifest.ts';
import { hostedFamilies } from '#core/terms/index.ts';
import type { MirroredFile, MirrorRecord } from './mirror-file.ts';
import { MirrorRefused } from './refused.ts';
import type { RefusedFile } from './refused.ts';
import type { MirrorSource } from './source.ts';

/** What a manifest says that a mirror holds. */
export interface MirrorDescription {
  /** SHA-256 of the manifest. */
  readonly state: string;
  readonly manifest: DataManifest;
  readonly files: readonly MirroredFile[];
  readonly parts: MirrorRecord['parts'];
  /** Numbers of the standards of parts that were read now. */
  readonly numbers: readonly string[];
}

const mostOfManifest = 32 * 1024 * 1024;
/** All parts of a manifest together: some 400 bytes a file. */
const mostOfParts = 256 * 1024 * 1024;
const mostParts = 20_000;
const mostOfFile = 64 * 1024 * 1024;
const mostOfAll = 2 * 1024 * 1024 * 1024;
const mostFiles = 200_000;

/**
 * Reads a manifest, and those of its parts that are not known. All of it is judged before a file is asked for.
 *
 * @throws {MirrorRefused} when it is no manifest, a part is not what it says, or a file would lie where none of a mirror does
 */
export async function readDescription(
  source: MirrorSource,
  known: MirrorRecord | null,
): Promise<MirrorDescription> {
  const text = await readAll(source.readManifest(), mostOfManifest);
  const manifest = parseManifest(text);
  source.setRoot(manifest.root);
  refuseManyParts(manifest);
  const parts: MirrorRecord['parts'] = [];
  const numbers: string[] = [];
  const before = new Map(known?.parts.map((part) => [`${part.sha256} ${part.path}`, part]));
  let count = manifest.files.length;
  for (const { path, sha256, bytes } of manifest.parts) {
    const same = before.get(`${sha256} ${path}`);
    if (same) {
      parts.push(same);
      continue;
    }
    const content = await readPart(source, path, bytes);
    if (digestOf(content) !== sha256) throw new MirrorRefused(lies(path));
    const part = parsePart(content, path);
    for (const { key, files } of part.standards) {
      numbers.push(key);
      count += files.length;
    }
    // What has been read so far is enough to refuse it: no more is asked for.
    if (count > 8 * mostFiles) throw new MirrorRefused(tooMany(count));
    parts.push({ path, sha256, files: part.standards.flatMap(({ files }) => pick(files)) });
  }
  const files = pick(manifest.files);
  judge([...files, ...parts.flatMap((part) => part.files)]);
  return { state: digestOf(text), manifest, files, parts, numbers };
}

/** SHA-256 of some bytes, in hex. */
export const digestOf = (content: Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/** Files that a mirror is made of. */
const pick = (files: readonly DataFile[]): MirroredFile[] =>
  files.flatMap(({ path, source, bytes, sha256 }) =>
    source === undefined ? [] : [{ path, source, bytes, sha256 }],
  );

/** Parts are judged by what the manifest says of them before the first is asked for. */
function refuseManyParts({ parts }: DataManifest): void {
  const size = parts.reduce((sum, { bytes }) => sum + bytes, 0);
  if (parts.length > mostParts || size > mostOfParts)
    throw new MirrorRefused({
      zh: `manifest 有 ${parts.length} 个部分、${toMegabytes(size)} MB，超过 ${mostParts} 个或 ${toMegabytes(mostOfParts)} MB`,
      en: `the manifest has ${parts.length} parts of ${toMegabytes(size)} MB: more than ${mostParts}, or than ${toMegabytes(mostOfParts)} MB`,
    });
}

const toMegabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024);

const tooMany = (files: number): Bilingual => ({
  zh: `它有 ${files} 个以上的文件，太多`,
  en: `it has more than ${files} files, which is too many`,
});

async function readPart(source: MirrorSource, path: string, bytes: number): Promise<Uint8Array> {
  if (bytes > mostOfManifest) throw new MirrorRefused(tooLarge(path, bytes));
  try {
    return await readAll((await source.read(path, 0)).pieces, bytes);
  } catch (error) {
    if (!(error instanceof MirrorRefused)) throw error;
    const { what, isPassing } = error;
    throw new MirrorRefused({ zh: `${path}：${what.zh}`, en: `${path}: ${what.en}` }, isPassing);
  }
}

async function readAll(pieces: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    size += piece.length;
    if (size > most) throw new MirrorRefused(tooLarge('', size));
    all.push(piece);
  }
  return Buffer.concat(all);
}

function parseManifest(text: Uint8Array): DataManifest {
  const read = dataManifest.safeParse(parseJson(text));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const at = issue?.path.join('.') ?? '';
  throw new MirrorRefused({
    zh: `这不是标准库的 manifest（${at}）`,
    en: `this is no manifest of a library (${at})`,
  });
}

function parsePart(text: Uint8Array, path: string) {
  const read = manifestPart.safeParse(parseJson(text));
  if (read.success) return read.data;
  const at = read.error.issues[0]?.path.join('.') ?? '';
  throw new MirrorRefused({
    zh: `${path} 不是 manifest 的一部分（${at}）`,
    en: `${path} is no part of a manifest (${at})`,
  });
}

function parseJson(text: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(text)) as unknown;
  } catch {
    return null;
  }
}

/** Where files of a mirror lie: texts, ledgers and figures of standards, and tables of the catalogue. */
const places = [
  new RegExp(
    `^standards/(?:${hostedFamilies.join('|')})/[a-z0-9][a-z0-9._-]{0,99}/[\\p{L}\\p{N}][\\p{L}\\p{N}._ ()-]{0,99}$`,
    'u',
  ),
  /^catalogue\/[\p{L}\p{N}][\p{L}\p{N}._-]{0,99}\.csv$/u,
];

/** Names that Windows keeps for devices, whatever stands behind the dot, and ends that it drops. */
const reserved = /^(?:con|prn|aux|nul|(?:com|lpt)[\d\u00b9\u00b2\u00b3])(?:\..*)?$|[. ]$/i;

/** Bytes of a name that every disk takes. */
const mostOfName = 240;

/** Refuses all where one file would lie elsewhere, be too large, or be two of one name. */
function judge(files: readonly MirroredFile[]): void {
  const refused: RefusedFile[] = [];
  const seen = new Map<string, string>();
  let size = 0;
  for (const { source, bytes, sha256 } of files) {
    const refuse = (why: Bilingual): void => void refused.push({ path: source, why });
    size += bytes;
    if (!places.some((place) => place.test(source))) refuse(elsewhere);
    else if (source.split('/').some((name) => reserved.test(name))) refuse(windowsName);
    else if (source.split('/').some((name) => Buffer.byteLength(name) > mostOfName))
      refuse(longName);
    if (bytes > mostOfFile) refuse(tooLarge(source, bytes));
    // Disks that know no capitals have one file for both.
    const plain = source.normalize('NFKC').toUpperCase().toLowerCase();
    const twin = seen.get(plain);
    if (twin !== undefined && twin !== `${source} ${sha256}`) refuse(twoOfOneName);
    seen.set(plain, `${source} ${sha256}`);
  }
  if (files.length > mostFiles || size > mostOfAll)
    throw new MirrorRefused({
      zh: `它有 ${files.length} 个文件、${toMegabytes(size)} MB，超过 ${mostFiles} 个或 ${toMegabytes(mostOfAll)} MB`,
      en: `it has ${files.length} files of ${toMegabytes(size)} MB: more than ${mostFiles}, or than ${toMegabytes(mostOfAll)} MB`,
    });
  if (refused.length > 0)
    throw new MirrorRefused(
      {
        zh: 'manifest 里有不能收的文件，没有取任何文件',
        en: 'the manifest names files that cannot be taken; none was',
      },
      false,
      refused,
    );
}

const elsewhere: Bilingual = {
  zh: '它要放到镜像以外的地方',
  en: 'it would lie where no file of a mirror does',
};

const windowsName: Bilingual = {
  zh: 'Windows 上没有这样的文件名',
  en: 'Windows has no such name',
};

const longName: Bilingual = {
  zh: `文件名超过 ${mostOfName} 字节`,
  en: `its name has more than ${mostOfName} bytes`,
};

const twoOfOneName: Bilingual = {
  zh: '两个文件的名字只有大小写不同，或内容不同',
  en: 'two files have this name but for capitals, or with other contents',
};

/** A file that does not have the digest that the manifest says. */
export const lies = (path: string): Bilingual => ({
  zh: `${path} 的校验和与 manifest 所说的不符`.trim(),
  en: `the checksum of ${path || 'this file'} is not the one that the manifest says`,
});

const tooLarge = (path: string, bytes: number): Bilingual => ({
  zh: `${path} 有 ${bytes} 字节，太大`.trim(),
  en: `${path || 'it'} has ${bytes} bytes, which is too much`,
});
