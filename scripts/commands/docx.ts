import { join, resolve } from 'node:path';
import { openLibrary } from '#library/open.ts';
import { writeAtomically } from '#library/write-atomically.ts';
import { exportHosted, exportWord } from '#publish/word/export.ts';
import type { ExportedWord } from '#publish/word/export.ts';
import { readArguments } from '../lib/arguments.ts';
import { findPaper } from '../lib/find-text.ts';
import { Problem } from '../bootstrap/problem.mjs';
import type { Command, CommandContext, ExitStatus } from './command.ts';

export const command: Command = {
  name: 'docx',
  summary: {
    zh: '把标准写成 Word 文件，用官方编写工具的样式名',
    en: 'write standards as Word files, with the style names of the official editing tool',
  },
  usage: {
    zh: `std docx 标准… [--out 文件或目录] [--lang zh|en]
标准用编号、文件夹名，或里面有 index.md 的文件夹的路径：征求意见等阶段的草案也可以，封面写明是哪一稿。
--out 以 .docx 结尾时是文件名（只写一项），否则是目录；默认当前目录。
章条编号、列项、脚注、交叉引用都是 Word 的，在 Word 里接着改，用 std import 再导入：章条、标识、术语、表、提及、条款类型都在。
目次的页码在 Word 里打开时更新（问到时选“是”）。退出状态：0 写好；1 有公式或图没有写上；2 用法错误。`,
    en: `std docx STANDARD… [--out FILE|DIR] [--lang zh|en]
A standard is named by its number, its folder or the path of a folder with index.md: drafts too, with their stage on the cover.
--out that ends in .docx is the file (one standard only), else a folder; here by default.
Numbers, lists, footnotes and cross-references are Word's own: go on in Word and bring it back with std import, with its clauses,
ids, terms, tables, references and types of provisions. Word fills in the page numbers of the contents when it opens the file and is told to.
Exit status: 0 all was written; 1 a formula or a figure was not; 2 usage.`,
  },
  run,
};

async function run({ argv, json, library: dir, stdout }: CommandContext): Promise<ExitStatus> {
  const { values, positionals: names } = readArguments(
    argv,
    { out: { type: 'string', default: '.' }, lang: { type: 'string', default: 'zh' } },
    true,
  );
  const { out, lang: language } = values;
  const isFile = /\.docx$/i.test(out);
  if (names.length === 0) throw misused('没有说明哪项标准', 'No standard was named');
  if (isFile && names.length > 1)
    throw misused('--out 是一个文件，只能写一项标准', '--out is one file, for one standard only');
  if (language !== 'zh' && language !== 'en')
    throw misused(`没有“${language}”这种语言`, `There is no language "${language}"`);
  const library = await openLibrary({ dir });
  const papers = names.map((name) => findPaper(library, name));
  let isWhole = true;
  for (const paper of papers) {
    const { name } = paper;
    const made =
      'slug' in paper
        ? await exportHosted(library, paper.slug, language)
        : await exportWord(paper.folder, language);
    if (!made) throw hasNoText(name);
    const path = resolve(isFile ? out : join(out, `${name}${language === 'en' ? '.en' : ''}.docx`));
    writeAtomically(path, made.bytes);
    const { bytes, formulas, figures } = made;
    isWhole &&= formulas.length === 0 && figures.length === 0;
    stdout.write(
      json
        ? `${JSON.stringify({ slug: name, path, bytes: bytes.length, formulas, figures })}\n`
        : describe(path, made),
    );
  }
  return isWhole ? 0 : 1;
}

function describe(path: string, { bytes, formulas, figures }: ExportedWord): string {
  const lines = [
    `${path}  ${Math.ceil(bytes.length / 1024)} KB`,
    ...formulas.map((tex) => `  公式按原文写出 formula as written: ${tex.slice(0, 80)}`),
    ...figures.map((name) => `  图没有写上 figure left out: ${name}`),
  ];
  return `${lines.join('\n')}\n`;
}

const hasNoText = (slug: string): Problem =>
  new Problem(
    {
      zh: `${slug} 没有这种语言的、能读的正文。`,
      en: `${slug} has no text of that language that can be read.`,
    },
    {
      zh: '英文版写在 index.en.md；运行 npm run std -- check 看哪里读不通。',
      en: 'English stands in index.en.md; npm run std -- check says what cannot be read.',
    },
  );

const misused = (zh: string, en: string): Problem =>
  new Problem(
    { zh: `${zh}。`, en: `${en}.` },
    { zh: '用法：npm run std -- docx --help', en: 'Usage: npm run std -- docx --help' },
    { exitCode: 2 },
  );
