import { readIfThere } from '#library/files.ts';
import { join, relative, resolve } from 'node:path';
import { numberSlug, parseNumber } from '#core/number/index.ts';
import { openLibrary } from '#library/open.ts';
import type { Library } from '#library/open.ts';
import { readArguments } from '../lib/arguments.ts';
import {
  annotateDiagnostics,
  describeDiagnostics,
  reportLanguages,
  sortByWeight,
} from '../report/diagnostics.ts';
import { Problem } from '../bootstrap/problem.mjs';
import type { Command } from './command.ts';

export const command: Command = {
  name: 'check',
  summary: {
    zh: '检查标准库，列出全部问题；给出编号或文件夹的，只列那一项的',
    en: 'check the library and list every finding, or those of one standard',
  },
  usage: {
    zh: 'std check [编号|文件夹] [--lang zh|en] [--json] [--library 目录]\n每个文件里重的在前。有错误或警告时退出码为 1。每条规则的说明见 docs/rules.md。\n例：std check "DB9902/T 12—2023" --lang zh',
    en: 'std check [NUMBER|FOLDER] [--lang zh|en] [--json] [--library DIR]\nThe heaviest findings of a file come first. Exit status 1 when there are errors or warnings. Rules: docs/rules.md.',
  },
  async run({ argv, json, library, stdout }) {
    const { values, positionals } = readArguments(argv, { lang: { type: 'string' } }, true);
    const language = reportLanguages.find((each) => each === values.lang);
    if (values.lang !== undefined && !language) {
      throw new Problem(
        { zh: `没有“${values.lang}”这种语言。`, en: `There is no language "${values.lang}".` },
        { zh: '--lang 后面写 zh 或 en。', en: 'Use --lang zh or --lang en.' },
        { exitCode: 2 },
      );
    }
    const opened = await openLibrary({ dir: library });
    const { rows, catalog } = opened;
    const folder = positionals.length > 0 ? findFolder(opened, positionals.join(' ')) : undefined;
    const diagnostics = sortByWeight(
      folder === undefined
        ? opened.diagnostics
        : opened.diagnostics.filter(({ file }) => file.startsWith(`${folder}/`)),
    );
    if (json) for (const found of diagnostics) stdout.write(`${JSON.stringify(found)}\n`);
    else {
      const records = catalog.entries.length - rows.length;
      const counts = {
        zh: `${rows.length} 项标准，${records} 条题录`,
        en: `${rows.length} standards, ${records} records`,
      };
      const said = language ? [counts[language]] : [counts.zh, counts.en];
      stdout.write(`${folder ?? said.join(' · ')}\n`);
      const readSource = (file: string) => readIfThere(join(library, file))?.toString();
      stdout.write(describeDiagnostics(diagnostics, { language, readSource }));
      if (process.env['GITHUB_ACTIONS'] === 'true') {
        const seen = relative(process.cwd(), library).replaceAll('\\', '/');
        stdout.write(annotateDiagnostics(diagnostics, seen));
      }
    }
    return diagnostics.some(({ severity }) => severity !== 'info') ? 1 : 0;
  },
};

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
      zh: '给出已有标准的编号，或它的文件夹，如 standards/local/db9902-t-12-2023；编号含空格时加引号。',
      en: 'Give the number of a hosted standard or its folder, e.g. standards/local/db9902-t-12-2023; quote a number with spaces.',
    },
    { exitCode: 2 },
  );
}
