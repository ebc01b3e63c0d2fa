import { Unzip, UnzipInflate, unzipSync } from 'fflate';
import type { Bilingual } from '#core/model/diagnostic.ts';

/** What one archive may unpack to: far above any list of standards, far below what harms a machine. */
const largestWorkbook = 50 * 1024 * 1024;
const largestRatio = 200;
/** Below this size a high ratio does no harm. */
const worthRatio = 1024 * 1024;
const mostEntries = 5000;
/** Bytes given to the unpacker at a time; each may become a thousand times as many before they can be counted. */
const slice = 16 * 1024;

export interface OpenedZip {
  /** Of all parts. */
  readonly names: readonly string[];
  /** Those that were wanted; of two with one name the first. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
}

/**
 * Parts of a ZIP archive whose names are wanted, unpacked; or why it cannot be. Sizes are judged by the directory before
 * anything is unpacked, and no part is unpacked to more than the directory says.
 */
export function readZip(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
  largest = largestWorkbook,
): OpenedZip | Bilingual {
  const sizes = readDirectory(bytes);
  if ('zh' in sizes) return sizes;
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  if (total > largest || (total > worthRatio && total > largestRatio * bytes.length))
    return bomb(total, largest);
  const wanted = new Map([...sizes].filter(([name]) => isWanted(name)));
  const parts = unpack(bytes, wanted);
  return 'zh' in parts ? parts : { names: [...sizes.keys()], parts };
}

/** Sizes by name as the directory at the end has them. */
function readDirectory(bytes: Uint8Array): ReadonlyMap<string, number> | Bilingual {
  const sizes = new Map<string, number>();
  let count = 0;
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        count += 1;
        if (count > mostEntries) throw new Error('too many parts');
        if (!sizes.has(name)) sizes.set(name, originalSize);
        return false;
      },
    });
  } catch {
    return count > mostEntries ? tooManyParts : truncated;
  }
  // APPNOTE 4.4.4: bit 0 of the flags of the first local header.
  return ((bytes[6] ?? 0) & 1) === 1 ? encrypted : sizes;
}

function unpack(
  bytes: Uint8Array,
  sizes: ReadonlyMap<string, number>,
): ReadonlyMap<string, Uint8Array> | Bilingual {
  const parts = new Map<string, Uint8Array>();
  let refused: Bilingual | undefined;
  const unzip = new Unzip((file) => {
    const size = sizes.get(file.name);
    if (size === undefined || parts.has(file.name)) return;
    const part = new Uint8Array(size);
    let length = 0;
    parts.set(file.name, part);
    file.ondata = (error, data, isLast) => {
      if (error) refused ??= truncated;
      else if (length + data.length > size) refused ??= lying;
      else {
        part.set(data, length);
        length += data.length;
        if (isLast && length < size) refused ??= lying;
      }
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += slice) {
      unzip.push(bytes.subarray(at, at + slice), at + slice >= bytes.length);
      if (refused) return refused;
    }
  } catch {
    refused ??= truncated;
  }
  if (refused) return refused;
  return parts.size === sizes.size ? parts : truncated;
}

const truncated: Bilingual = {
  zh: '文件不完整或已损坏：请在 Excel、Word 或 WPS 里打开并另存为 .xlsx 或 .docx',
  en: 'the file is cut off or damaged: open it in Excel, Word or WPS and save it as .xlsx or .docx',
};

const lying: Bilingual = {
  zh: '压缩包的目录与内容不符（声明的大小是假的），没有读',
  en: "the archive's directory does not say what is in it (false sizes); it was not read",
};

const encrypted: Bilingual = {
  zh: '压缩包有密码：请去掉密码再导入',
  en: 'the archive has a password: remove it first',
};

const tooManyParts: Bilingual = {
  zh: `压缩包里有 ${mostEntries} 个以上的部分，不是普通的文件`,
  en: `an archive of more than ${mostEntries} parts is no usual file`,
};

function bomb(size: number, largest: number): Bilingual {
  const [mebibytes, most] = [size, largest].map((bytes) => Math.ceil(bytes / 1024 / 1024));
  return {
    zh: `解开以后有 ${mebibytes} MiB 或更多，超过 ${most} MiB 或压缩率高得不正常，没有解开`,
    en: `it would unpack to ${mebibytes} MiB or more, beyond ${most} MiB or suspiciously well packed; it was not unpacked`,
  };
}
