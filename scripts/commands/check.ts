import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from '#core/model/diagnostic.ts';
import { numberSlug, parseNumber } from '#core/number/index.ts';
import { readIfThere } from '#library/files.ts';
import { openLibrary } from '#library/open.ts';
import type { Library } from '#library/open.ts';
import { readArguments } from '../lib/arguments.ts';
import { ROOT, readVersion } from '../lib/tools.ts';
import {
  annotateDiagnostics,
  describeDiagnostics,
  reportLanguages,
  sortByWeight,
} from '../report/diagnostics.ts';
import type { ReportLanguage } from '../report/diagnostics.ts';
import { writeSarif } from '../report/sarif.ts';
import { Problem } from '../bootstrap/problem.mjs';
import type { Command } from './command.ts';

const formats = ['text', 'json', 'sarif', 'github'] as const;

export const command: Command = {
  name: 'check',
  summary: {
    zh: '检查标准库，列出全部问题；给出编号或文件夹的，只列那一项的',
    en: 'check the library and list every finding, or those of one standard',
  },
  usage: {
    zh: 'std check [编号|文件夹] [--lang zh|en] [--format text|json|sarif|github] [--rules-url 网址] [--library 目录]\n每个文件里重的在前。有错误或警告时退出码为 1。每条规则的说明见 docs/rules.md。\n--format sarif 写 SARIF 2.1.0，github 写 GitHub 的标注，json（也可写 --json）一行一条发现\n--rules-url SARIF 里规则的链接指到哪里的 rules.md；不写时指本机的文件\n例：std check "DB9999/T 12—2023" --lang zh',
    en: 'std check [NUMBER|FOLDER] [--lang zh|en] [--format text|json|sarif|github] [--rules-url URL] [--library DIR]\nThe heaviest findings of a file come first. Exit status 1 when there are errors or warnings. Rules: docs/rules.md.\n--format sarif writes SARIF 2.1.0, github annotations of GitHub, json (or --json) a finding a line\n--rules-url where the rules.md lies that SARIF links to; the file of this machine unless said otherwise',
  },
  async run({ argv, json, library, stdout }) {
    const { values, positionals } = readArguments(
      argv,
      {
        lang: { type: 'string' },
        format: { type: 'string' },
        'rules-url': { type: 'string' },
      },
      true,
    );
    const language = readLanguage(values.lang);
    const format = readFormat(values.format, json);
    const opened = await openLibrary({ dir: library });
    const folder = positionals.length > 0 ? findFolder(opened, positionals.join(' ')) : undefined;
    const isAsked = ({ file }: Diagnostic) => folder === undefined || file.startsWith(`${folder}/`);
    const diagnostics = sortByWeight(opened.diagnostics.filter(isAsked));
    const allowed = opened.allowed.filter(({ found }) => isAsked(found));
    const readSource = (file: string) => readText(join(library, file));
    const seen = relative(process.cwd(), library).replaceAll('\\', '/');
    if (format === 'json') {
      for (const found of diagnostics) stdout.write(`${JSON.stringify(found)}\n`);
    } else if (format === 'sarif') {
      const rulesUrl = values['rules-url'] ?? pathToFileURL(join(ROOT, 'docs/rules.md')).toString();
      // A library elsewhere is a repository of its own.
      const inRepository = /^(?:\.\.|\/|[A-Za-z]:)/.test(seen) ? '' : seen;
      const options = { version: readVersion(), folder: inRepository, rulesUrl, readSource };
      stdout.write(writeSarif(diagnostics, allowed, options));
    } else if (format === 'text') {
      stdout.write(`${folder ?? countStandards(opened, language)}\n`);
      const options = { language, readSource, allowed: allowed.length };
      stdout.write(describeDiagnostics(diagnostics, options));
    }
    if (format === 'github' || (format === 'text' && process.env['GITHUB_ACTIONS'] === 'true')) {
      stdout.write(annotateDiagnostics(diagnostics, seen));
    }
    return diagnostics.some(({ severity }) => severity !== 'info') ? 1 : 0;
  },
};

function countStandards({ rows, catalog }: Library, language: ReportLanguage | undefined): string {
  const records = catalog.entries.filter(({ row }) => row === undefined).length;
  const counts = {
    zh: `${rows.length} 项标准，${records} 条题录`,
    en: `${rows.length} standards, ${records} records`,
  };
  return (language ? [counts[language]] : [counts.zh, counts.en]).join(' · ');
}

/** The text of a file as findings count it: LF line ends, no byte order mark; undefined where it is not there. */
function readText(path: string): string | undefined {
  const bytes = readIfThere(path);
  return bytes ? new TextDecoder().decode(bytes).replaceAll(/\r\n?/g, '\n') : undefined;
}

/**
 * The language of a report; both where none is given.
 *
 * @throws {Problem} for one that reports are not written in
 */
function readLanguage(given: string | undefined): ReportLanguage | undefined {
  const language = reportLanguages.find((each) => each === given);
  if (given === undefined || language) return language;
  throw new Problem(
    { zh: `没有“${given}”这种语言。`, en: `There is no language "${given}".` },
    { zh: '--lang 后面写 zh 或 en。', en: 'Use --lang zh or --lang en.' },
    { exitCode: 2 },
  );
}

/**
 * The format of the output.
 *
 * @throws {Problem} for one that is not known, and for `--json` beside another
 */
function readFormat(given: string | undefined, json: boolean): (typeof formats)[number] {
  const wanted = given ?? (json ? 'json' : 'text');
  const format = formats.find((each) => each === wanted);
  if (format && !(json && format !== 'json')) return format;
  throw new Problem(
    { zh: `没有“${wanted}”这种格式。`, en: `There is no format "${wanted}".` },
    {
      zh: `--format 后面写：${formats.join('、')}；--json 就是 --format json。`,
      en: `Use --format with: ${formats.join(', ')}; --json is --format json.`,
    },
    { exitCode: 2 },
  );
}

/**
 * The folder of a standard, `standards/<kind>/<slug>`, from its number in any spelling, its slug, or a path.
 *
 * @throws {Problem} when there is none
 */
function findFolder(library: Library, wanted: string): string {
  const parsed = parseNumber(wanted);
  const slug = parsed.ok ? numberSlug(parsed.number) : undefined;
  const paths = [wanted, resolve(library.dir, wanted)].map((path) =>
    relative(library.dir, resolve(path))
      .replaceAll('\\', '/')
      .replace(/\/index(?:\.en)?\.md$/, ''),
  );
  const folders = new Set([
    ...library.rows.map(({ file }) => file.replace(/\/[^/]*$/, '')),
    ...library.diagnostics.flatMap(({ file }) => /^standards\/[^/]+\/[^/]+(?=\/)/.exec(file) ?? []),
  ]);
  const found = [...folders].find(
    (folder) =>
      paths.includes(folder) || folder.endsWith(`/${wanted}`) || folder.endsWith(`/${slug ?? ' '}`),
  );
  if (found !== undefined) return found;
  throw new Problem(
    {
      zh: `库里没有“${wanted}”。`,
      en: `"${wanted}" is not in the library.`,
    },
    {
      zh: '给出已有标准的编号，或它的文件夹，如 standards/local/db9999-t-12-2023；编号含空格时加引号。',
      en: 'Give the number of a hosted standard or its folder, e.g. standards/local/db9999-t-12-2023; quote a number with spaces.',
    },
    { exitCode: 2 },
  );
}
