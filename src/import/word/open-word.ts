import type { Bilingual } from '#core/base/bilingual.ts';
import { readCarried } from '#core/model/carried-facts.ts';
import type { CarriedFacts } from '#core/model/carried-facts.ts';
import { readZip } from '../workbook/zip.ts';
import { elementsOf, readTree, textOf } from './xml-tree.ts';
import type { WordElement } from './xml-tree.ts';

/** A relationship of the main part: a picture, a link, a note. */
export interface Relationship {
  readonly type: string;
  /** A name in the archive, or an address outside of it, which nobody follows. */
  readonly target: string;
  readonly isExternal: boolean;
}

/** A Word document as its parts. */
export interface WordFile {
  readonly main: WordElement;
  readonly styles: WordElement | undefined;
  readonly numbering: WordElement | undefined;
  readonly footnotes: WordElement | undefined;
  readonly endnotes: WordElement | undefined;
  readonly comments: WordElement | undefined;
  readonly settings: WordElement | undefined;
  readonly relationships: ReadonlyMap<string, Relationship>;
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** Facts that a file of ours carries beside its pages. */
  readonly carried: CarriedFacts;
  /** What a person should know of the file. */
  readonly notices: readonly Bilingual[];
}

/** Larger files are no standards. */
const largestFile = 100 * 1024 * 1024;
const largestUnpacked = 300 * 1024 * 1024;
const largestPart = 64 * 1024 * 1024;

/**
 * The parts of a Word document (.docx, .docm, .dotx; transitional or strict, whatever its prefixes and wherever its parts),
 * or why it cannot be read. Nothing outside of the file is opened, macros are not read, no part of it is trusted.
 */
export function openWord(bytes: Uint8Array): WordFile | Bilingual {
  if (bytes.length > largestFile) return tooLarge(bytes.length);
  if (isOle(bytes)) return describeOle(bytes);
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return describeOther(bytes);
  const archive = readZip(bytes, isWanted, largestUnpacked);
  if ('zh' in archive) return archive;
  const parts = new Map(
    [...archive.parts].map(([name, part]) => [name.replaceAll('\\', '/').replace(/^\//, ''), part]),
  );
  const oversized = [...parts].find(([name, { length }]) => isXml(name) && length > largestPart);
  if (oversized) return partTooLarge(oversized[0]);
  const mainName = findMain(parts);
  if (mainName === undefined) return noDocument;
  const trees = new Map<string, WordElement>();
  for (const [name, part] of parts) {
    if (!isXml(name)) continue;
    const tree = readTree(part);
    if (!('zh' in tree)) trees.set(name, tree);
    else if (name === mainName) return broken(name, tree);
  }
  const main = trees.get(mainName);
  if (main?.name !== 'w:document') return noDocument;
  const relationships = readRelationships(trees, mainName);
  const treeOf = (kind: string): WordElement | undefined => {
    const found = [...relationships.values()].find(({ type }) => type.endsWith(`/${kind}`));
    return trees.get(found?.target ?? `word/${kind}.xml`);
  };
  const hasMacros = archive.names.some((name) => name.endsWith('vbaProject.bin'));
  return {
    main,
    styles: treeOf('styles'),
    numbering: treeOf('numbering'),
    footnotes: treeOf('footnotes'),
    endnotes: treeOf('endnotes'),
    comments: treeOf('comments'),
    settings: treeOf('settings'),
    relationships,
    pictures: new Map([...parts].filter(([name]) => !isXml(name))),
    carried: findCarried(trees),
    notices: hasMacros ? [macros] : [],
  };
}

/** Only this part of data is ours; programs keep others of their own. */
function findCarried(trees: ReadonlyMap<string, WordElement>): CarriedFacts {
  const part = [...trees.values()].find(({ name }) => name === 'bl:facts');
  return part ? readCarried(textOf(part)) : {};
}

const isXml = (name: string): boolean => /\.(?:xml|rels)$/i.test(name);

/** Parts that hold text, and pictures; nothing of settings of programs, embedded files or macros. */
const isWanted = (name: string): boolean =>
  /^[\\/]?_rels[\\/]\.rels$/.test(name) ||
  /^[\\/]?customXml[\\/]item\d{1,3}\.xml$/.test(name) ||
  (/\.(?:xml|rels)$/i.test(name) &&
    !/(?:^|[\\/])(?:theme|glossary|customXml|docProps|webSettings|fontTable)/.test(name)) ||
  /\.(?:png|jpe?g|webp|svg|gif|bmp|tiff?|emf|wmf)$/i.test(name);

/** The main part by the relationship of the package (ECMA-376-2, 9.3); else by its usual name. */
function findMain(parts: ReadonlyMap<string, Uint8Array>): string | undefined {
  const root = parts.get('_rels/.rels');
  const tree = root && readTree(root);
  const targets =
    tree && !('zh' in tree)
      ? elementsOf(tree)
          .filter(({ attributes }) => attributes['Type']?.endsWith('/officeDocument'))
          .map(({ attributes }) => resolveTarget('', attributes['Target'] ?? ''))
      : [];
  return [...targets, 'word/document.xml'].find((name) => parts.has(name));
}

function readRelationships(
  trees: ReadonlyMap<string, WordElement>,
  main: string,
): ReadonlyMap<string, Relationship> {
  const at = main.lastIndexOf('/') + 1;
  const tree = trees.get(`${main.slice(0, at)}_rels/${main.slice(at)}.rels`);
  return new Map(
    (tree ? elementsOf(tree) : []).map(({ attributes }) => {
      const isExternal = attributes['TargetMode'] === 'External';
      const target = attributes['Target'] ?? '';
      return [
        attributes['Id'] ?? '',
        {
          type: attributes['Type'] ?? '',
          target: isExternal ? target : resolveTarget(main.slice(0, at), target),
          isExternal,
        },
      ];
    }),
  );
}

/** The name of a part that a relationship points to, from the folder of the part that has it. */
function resolveTarget(folder: string, target: string): string {
  const path = target.startsWith('/') ? target : `/${folder}${target}`;
  const kept: string[] = [];
  for (const step of path.replaceAll('\\', '/').split('/')) {
    if (step === '..') kept.pop();
    else if (step !== '' && step !== '.') kept.push(step);
  }
  return kept.join('/');
}

const ole = [0xd0, 0xcf, 0x11, 0xe0];
const isOle = (bytes: Uint8Array): boolean => ole.every((byte, at) => bytes[at] === byte);

function describeOle(bytes: Uint8Array): Bilingual {
  const head = bytes.subarray(0, 1 << 20);
  const decoder = new TextDecoder('utf-16le');
  // Names of streams are in UTF-16, on even or odd places.
  const names = [head, head.subarray(1)].map((each) => decoder.decode(each)).join('');
  if (names.includes('EncryptedPackage')) {
    return {
      zh: '文件有打开密码：请在 Word 或 WPS 里去掉密码，另存后再导入',
      en: 'the file has a password: remove it in Word or WPS, save, and import again',
    };
  }
  return {
    zh: '这是旧格式的文件（.doc）：请在 Word 或 WPS 里另存为 .docx 再导入',
    en: 'this is a file of the old format (.doc): save it as .docx in Word or WPS and import again',
  };
}

function describeOther(bytes: Uint8Array): Bilingual {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 8));
  const what = head.startsWith('%PDF')
    ? { zh: '这是 PDF 文件', en: 'this is a PDF' }
    : head.startsWith('{\\rtf')
      ? { zh: '这是 RTF 文件', en: 'this is an RTF file' }
      : bytes.length === 0
        ? { zh: '文件是空的', en: 'the file is empty' }
        : { zh: '这不是 Word 文件', en: 'this is no Word file' };
  return {
    zh: `${what.zh}：要给的是 .docx；请在 Word 或 WPS 里打开原稿，另存为 .docx`,
    en: `${what.en}: a .docx is needed; open the draft in Word or WPS and save it as .docx`,
  };
}

const tooLarge = (bytes: number): Bilingual => ({
  zh: `文件有 ${Math.round(bytes / 1024 / 1024)} MB，超过 ${largestFile / 1024 / 1024} MB：请压缩图片后另存`,
  en: `the file has ${Math.round(bytes / 1024 / 1024)} MB, more than ${largestFile / 1024 / 1024} MB: compress its pictures and save it again`,
});

const partTooLarge = (name: string): Bilingual => ({
  zh: `文件里的 ${name} 超过 ${largestPart / 1024 / 1024} MiB，没有读`,
  en: `${name} in the file has more than ${largestPart / 1024 / 1024} MiB and was not read`,
});

const broken = (name: string, reason: Bilingual): Bilingual => ({
  zh: `文件里的 ${name} 读不通（${reason.zh}）：请在 Word 或 WPS 里打开并另存后再导入`,
  en: `${name} in the file cannot be read (${reason.en}): open it in Word or WPS, save it and import again`,
});

const noDocument: Bilingual = {
  zh: '压缩包里没有 Word 文档：要给的是 .docx 文件',
  en: 'the archive holds no Word document: a .docx file is needed',
};

const macros: Bilingual = {
  zh: '文件里有宏：没有读，也没有运行',
  en: 'the file holds macros: they were neither read nor run',
};
