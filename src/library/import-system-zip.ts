import { crc32, inflateRawSync } from 'node:zlib';
import type { Bilingual } from '../core/model/diagnostic.ts';

/** What one archive may unpack to: far above any list of standards, far below what harms a machine. */
const largest = 50 * 1024 * 1024;
const largestRatio = 200;
/** Below this size a high ratio does no harm. */
const worthRatio = 1024 * 1024;
const mostEntries = 5000;

const signatures = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 } as const;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/**
 * Parts of a ZIP archive whose names are wanted, unpacked; or why it cannot be. Sizes are judged by the directory before
 * anything is unpacked, and each part is unpacked to no more than the directory says (APPNOTE 4.3).
 */
export function readZip(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
):
  | { readonly names: readonly string[]; readonly parts: ReadonlyMap<string, Uint8Array> }
  | Bilingual {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(view, bytes);
  if ('zh' in entries) return entries;
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > largest || (total > worthRatio && total > largestRatio * bytes.length))
    return bomb(total);
  const parts = new Map<string, Uint8Array>();
  let left = largest;
  for (const entry of entries) {
    if (!isWanted(entry.name) || parts.has(entry.name)) continue;
    const part = unpack(view, bytes, entry, left);
    if (!(part instanceof Uint8Array)) return part;
    left -= part.length;
    parts.set(entry.name, part);
  }
  return { names: entries.map(({ name }) => name), parts };
}

function readDirectory(view: DataView, bytes: Uint8Array): readonly Entry[] | Bilingual {
  const first = Math.max(0, bytes.length - 22 - 0xffff);
  let end = bytes.length - 22;
  while (end >= first && view.getUint32(end, true) !== signatures.end) end -= 1;
  if (end < first || end < 0) return truncated;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > mostEntries || at === 0xffffffff) {
    return {
      zh: `压缩包里有 ${count} 个部分，不是普通的工作簿`,
      en: `an archive of ${count} parts is no usual workbook`,
    };
  }
  const entries: Entry[] = [];
  for (let left = count; left > 0; left -= 1) {
    if (at + 46 > end || view.getUint32(at, true) !== signatures.central) return truncated;
    const [name = 0, extra = 0, comment = 0] = [28, 30, 32].map((field) =>
      view.getUint16(at + field, true),
    );
    if (at + 46 + name > end) return truncated;
    if ((view.getUint16(at + 8, true) & 1) === 1) return encrypted;
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name)),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + name + extra + comment;
  }
  return entries;
}

function unpack(
  view: DataView,
  bytes: Uint8Array,
  { method, packed, size, offset }: Entry,
  left: number,
): Uint8Array | Bilingual {
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== signatures.local)
    return truncated;
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const data = bytes.subarray(start, start + packed);
  if (data.length < packed) return truncated;
  if (size > left) return bomb(size);
  if (method === 0) return packed === size ? data : lying;
  if (method !== 8) return truncated;
  try {
    const part = inflateRawSync(data, { maxOutputLength: Math.max(1, size) });
    return part.length === size ? part : lying;
  } catch (error) {
    return error instanceof RangeError ? lying : truncated;
  }
}

const truncated: Bilingual = {
  zh: '文件不完整或已损坏，不是能读的工作簿：请在 Excel 或 WPS 里打开并另存为 .xlsx',
  en: 'the file is cut off or damaged and no readable workbook: open it in Excel or WPS and save it as .xlsx',
};

const lying: Bilingual = {
  zh: '压缩包的目录与内容不符（声明的大小是假的），没有读',
  en: "the archive's directory does not say what is in it (false sizes); it was not read",
};

const encrypted: Bilingual = {
  zh: '压缩包有密码：请去掉密码再导入',
  en: 'the archive has a password: remove it first',
};

function bomb(size: number): Bilingual {
  const mebibytes = Math.ceil(size / 1024 / 1024);
  return {
    zh: `解开以后有 ${mebibytes} MiB 或更多，超过 50 MiB 或压缩率高得不正常，没有解开`,
    en: `it would unpack to ${mebibytes} MiB or more, beyond 50 MiB or suspiciously well packed; it was not unpacked`,
  };
}

/** An archive of parts that are not packed. */
export function writeZip(parts: ReadonlyMap<string, Uint8Array>): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, data] of parts) {
    const name = Buffer.from(path);
    // From "version needed" to "extra field length", which both headers have.
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt32LE(crc32(data), 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(data.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const head = Buffer.alloc(4);
    head.writeUInt32LE(signatures.local);
    local.push(head, fields, name, Buffer.from(data));
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(signatures.central, 0);
    entry.writeUInt16LE(20, 4);
    fields.copy(entry, 6);
    entry.writeUInt32LE(offset, 42);
    directory.push(entry, name);
    offset += 30 + name.length + data.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(signatures.end, 0);
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, listing, end]);
}
