import { join, resolve } from 'node:path';
import type { Language } from '#core/model/standard.ts';
import { openLibrary } from '#library/open.ts';
import { writeAtomically } from '#library/write-atomically.ts';
import { NoTypesetter, openTypesetter } from '#publish/pdf/compiler.ts';
import type { Typesetter } from '#publish/pdf/compiler.ts';
import { chooseFonts, NoFonts } from '#publish/pdf/fonts.ts';
import type { Fonts } from '#publish/pdf/fonts.ts';
import { describeHosted, describeJob } from '#publish/pdf/job.ts';
import { printStandard } from '#publish/pdf/print.ts';
import type { PrintResult } from '#publish/pdf/print.ts';
import { Problem } from '../bootstrap/problem.mjs';
import { readArguments } from '../lib/arguments.ts';
import { findPaper } from '../lib/find-text.ts';
import type { PaperText } from '../lib/find-text.ts';
import type { Command, CommandContext, ExitStatus } from './command.ts';

export const command: Command = {
  name: 'pdf',
  summary: {
    zh: '把标准排成 PDF：封面、目次、页码、表（续），如 GB/T 1.1 所述',
    en: 'Set standards as PDF: cover, contents, page numbers, continued tables, as GB/T 1.1 has them',
  },
  usage: {
    zh: `std pdf 标准… [--out 文件或目录] [--lang zh|en] [--font 宋体[,黑体]] [--font-folder 目录] [--by browser]
标准用编号、文件夹名，或里面有 index.md 的文件夹的路径（草案也可以，封面写明是哪一稿）。--out 以 .pdf 结尾时是文件名（只排一项），否则是目录；默认当前目录。
--lang en      英文版（有 index.en.md 的）
--font         正文和标题用的字体，例："SimSun,SimHei"；默认用已安装的第一种宋体和黑体；也可设 BIAOLIAN_PDF_FONT
--font-folder  系统之外的字体文件所在的目录；也可设 BIAOLIAN_PDF_FONT_FOLDER
--by browser   由浏览器打印 --site（默认 dist）里的网页，目次没有页码；没有 Typst 原生包的机器上自动这样
退出状态：0 排好；1 有公式或图没有排上，不合 PDF/UA，或由浏览器打印；2 用法错误。
例：npm run std -- pdf db9999-t-12-2023 --out 冷链.pdf`,
    en: `std pdf STANDARD… [--out FILE|DIR] [--lang zh|en] [--font TEXT[,TITLES]] [--font-folder DIR] [--by browser]
A standard is named by its number, its folder or the path of a folder with index.md (a draft has its stage on the cover). --out that ends in .pdf is the file (one standard only), else a folder; here by default.
--lang en      the English text (of those with index.en.md)
--font         fonts of the text and of titles, such as "SimSun,SimHei"; the first that are installed by default; also BIAOLIAN_PDF_FONT
--font-folder  a folder of font files beside those of the system; also BIAOLIAN_PDF_FONT_FOLDER
--by browser   print the page in --site (dist by default) by a browser, contents without page numbers; so it is done where Typst has no native package
Exit status: 0 all were set; 1 a formula or a figure was not, PDF/UA is not met, or a browser printed; 2 usage.`,
  },
  run,
};

async function run(context: CommandContext): Promise<ExitStatus> {
  const { json, library: dir, stdout } = context;
  const options = readOptions(context.argv);
  const { names, out, isFile, language, font, fontFolder } = options;
  const library = await openLibrary({ dir });
  const papers = names.map((name) => findPaper(library, name));
  const placeOf = (name: string) => resolve(isFile ? out : join(out, nameFile(name, language)));
  const opened = options.inBrowser ? null : await openWithFonts(fontFolder, font);
  if (!opened) return printPages(papers, placeOf, options, context);
  const { typesetter, fonts } = opened;
  const made = papers.map((paper): Made => {
    const { name: slug } = paper;
    const path = placeOf(slug);
    const start = performance.now();
    const setting = { language, fonts };
    const job =
      'slug' in paper
        ? describeHosted(library, paper.slug, setting)
        : describeJob(paper.folder, { notices: [], bodies: {} }, setting);
    const result = printStandard(typesetter, job);
    if (!result) throw hasNoText(slug, language);
    if (!result.pdf) throw isNotSet(slug, result.errors);
    writeAtomically(path, result.pdf);
    const ms = Math.round(performance.now() - start);
    const one = { slug, path, bytes: result.pdf.length, ms, ...pickFacts(result) };
    if (!json) stdout.write(describeMade(one));
    return one;
  });
  if (json) stdout.write(`${JSON.stringify(made)}\n`);
  return made.every(
    ({ accessible, formulae, figures }) =>
      accessible && formulae.length === 0 && figures.length === 0,
  )
    ? 0
    : 1;
}

interface Made extends Pick<
  PrintResult & { pdf: Uint8Array },
  'pages' | 'accessible' | 'notes' | 'formulae' | 'figures'
> {
  readonly slug: string;
  readonly path: string;
  readonly bytes: number;
  readonly ms: number;
}

const pickFacts = ({
  pages,
  accessible,
  notes,
  formulae,
  figures,
}: PrintResult & { pdf: Uint8Array }) => ({ pages, accessible, notes, formulae, figures });

interface Options {
  readonly names: readonly string[];
  readonly out: string;
  readonly isFile: boolean;
  readonly language: Language;
  readonly font: string;
  readonly fontFolder: string;
  readonly inBrowser: boolean;
  readonly site: string;
}

function readOptions(argv: readonly string[]): Options {
  const { values, positionals: names } = readArguments(
    argv,
    {
      out: { type: 'string', default: '.' },
      lang: { type: 'string', default: 'zh' },
      font: { type: 'string', default: process.env['BIAOLIAN_PDF_FONT'] ?? '' },
      by: { type: 'string', default: 'typst' },
      site: { type: 'string', default: 'dist' },
      'font-folder': { type: 'string', default: process.env['BIAOLIAN_PDF_FONT_FOLDER'] ?? '' },
    },
    true,
  );
  const { out, lang: language, font, 'font-folder': fontFolder, by, site } = values;
  const isFile = /\.pdf$/i.test(out);
  if (names.length === 0) throw misused('没有说明哪项标准', 'No standard was named');
  if (isFile && names.length > 1)
    throw misused('--out 是一个文件，只能排一项标准', '--out is one file, for one standard only');
  if (language !== 'zh' && language !== 'en')
    throw misused(`没有“${language}”这种语言`, `There is no language "${language}"`);
  if (by !== 'typst' && by !== 'browser')
    throw misused(`没有“${by}”这种排法`, `There is no way of setting "${by}"`);
  return { names, out, isFile, language, font, fontFolder, inBrowser: by === 'browser', site };
}

const nameFile = (slug: string, language: Language): string =>
  `${slug}${language === 'en' ? '.en' : ''}.pdf`;

/** Typst with fonts; null where Typst is not there for this machine, which is said. */
async function openWithFonts(
  folder: string,
  asked: string,
): Promise<{ readonly typesetter: Typesetter; readonly fonts: Fonts } | null> {
  try {
    const typesetter = await openTypesetter(folder === '' ? [] : [resolve(folder)]);
    return { typesetter, fonts: chooseFonts(typesetter, asked) };
  } catch (error) {
    if (error instanceof NoTypesetter) {
      process.stderr.write(`${error.what.zh}\n${error.what.en}\n`);
      return null;
    }
    if (error instanceof NoFonts) throw new Problem(error.what, error.todo, { cause: error });
    throw error;
  }
}

/** Prints pages of the built site by a browser: readable, but without page numbers in the contents. */
async function printPages(
  papers: readonly PaperText[],
  placeOf: (slug: string) => string,
  { language, site }: Options,
  { json, stdout }: CommandContext,
): Promise<ExitStatus> {
  const { printInBrowser } = await import('../lib/print-in-browser.ts');
  const slugs = papers.map((paper) => {
    if ('slug' in paper) return paper.slug;
    throw hasNoPage(paper.name);
  });
  const paths = slugs.map((slug) => `${language === 'en' ? '/en' : ''}/standards/${slug}/`);
  const printed = await printInBrowser(resolve(site), paths);
  if (!printed) throw cannotPrint(site);
  const made = slugs.map((slug, at) => {
    const path = placeOf(slug);
    const pdf = printed[at] ?? Buffer.of();
    writeAtomically(path, pdf);
    return { slug, path, bytes: pdf.length, by: 'browser' };
  });
  const lines = made.map(
    ({ path, bytes }) =>
      `${path}  ${(bytes / 1e6).toFixed(2)} MB  浏览器打印，目次没有页码 · by a browser, contents without page numbers\n`,
  );
  stdout.write(json ? `${JSON.stringify(made)}\n` : lines.join(''));
  return 1;
}

function cannotPrint(site: string): Problem {
  return new Problem(
    {
      zh: `没有浏览器，或 ${site} 里没有这项标准的网页，没法打印。`,
      en: `There is no browser, or ${site} has no page of the standard to print.`,
    },
    {
      zh: '安装 Chromium、Chrome 或 Edge，先运行 npm run build；或在有 Typst 原生包的机器上运行（Windows、macOS、Linux 的 x64、arm64）。',
      en: 'Install Chromium, Chrome or Edge and run npm run build first; or use a machine that there is a native package of Typst for (Windows, macOS, Linux, on x64 or arm64).',
    },
  );
}

function hasNoPage(name: string): Problem {
  return new Problem(
    {
      zh: `${name} 不在网站上，浏览器没有网页可打印。`,
      en: `${name} is not on the site: there is no page for a browser to print.`,
    },
    {
      zh: '草案用 Typst 排，或用 std docx 写成 Word。',
      en: 'Set drafts by Typst, or write them with std docx.',
    },
  );
}

function describeMade({
  path,
  pages,
  bytes,
  ms,
  accessible,
  notes,
  formulae,
  figures,
}: Made): string {
  const size = `${(bytes / 1e6).toFixed(2)} MB`;
  const left = [
    ...formulae.map((tex) => `公式按原文印出 formula as written: ${tex.slice(0, 80)}`),
    ...figures.map((name) => `图没有印出 figure left out: ${name}`),
    ...notes.map((note) => `Typst: ${note}`),
  ];
  const ua = accessible ? 'PDF/UA-1' : '不合 PDF/UA-1 · not PDF/UA-1';
  const lines = [
    `${path}  ${pages} 页 pages  ${size}  ${ms} ms  ${ua}`,
    ...left.map((each) => `  ${each}`),
  ];
  return `${lines.join('\n')}\n`;
}

function hasNoText(slug: string, language: Language): Problem {
  return new Problem(
    {
      zh: `${slug} 没有${language === 'en' ? '英文' : '能读的'}正文。`,
      en: `${slug} has no ${language === 'en' ? 'English text' : 'text that can be read'}.`,
    },
    {
      zh: '英文版写在 index.en.md；运行 npm run std -- check 看哪里读不通。',
      en: 'English stands in index.en.md; npm run std -- check says what cannot be read.',
    },
  );
}

function isNotSet(slug: string, errors: readonly string[]): Problem {
  return new Problem(
    {
      zh: `${slug} 没有排成：${errors.join('；')}`,
      en: `${slug} could not be set: ${errors.join('; ')}`,
    },
    { zh: '请附上这个文件夹报告问题。', en: 'Report the problem with this folder.' },
  );
}

function misused(zh: string, en: string): Problem {
  return new Problem(
    { zh: `${zh}。`, en: `${en}.` },
    { zh: '用法：npm run std -- pdf --help', en: 'Usage: npm run std -- pdf --help' },
    { exitCode: 2 },
  );
}
