import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { isDay } from '#core/base/day.ts';
import { buildCatalog } from '#core/catalog/index.ts';
import type { Catalog } from '#core/catalog/index.ts';
import { listKnownPlaces, suggestRows, writeProposals } from '#core/systems/index.ts';
import type { ProposedRow, System } from '#core/systems/index.ts';
import { importCatalogue } from '#import/catalogue/index.ts';
import { readRecords } from '#library/catalogue.ts';
import { today } from '#library/cache-folder.ts';
import { openLibrary } from '#library/open.ts';
import type { Library } from '#library/open.ts';
import { writeAtomically } from '#library/write-atomically.ts';
import { Problem } from '../bootstrap/problem.mjs';
import { readArguments } from '../lib/arguments.ts';
import { explainUnreadable } from '../lib/unreadable.ts';
import type { Bilingual, Command, CommandContext, ExitStatus } from './command.ts';

export const command: Command = {
  name: 'suggest-system',
  summary: {
    zh: '为目录里的标准建议在标准体系中的位置，写成待人判断的文件',
    en: 'propose places in a standard system for standards of a catalogue, as a file to judge',
  },
  usage: {
    zh: `用法：npm run std -- suggest-system 体系 [--from 目录.csv …] [--place 环节] [--least 0.25] [--most 20] [--out 文件.yaml] [--lacking 文件.csv]
按 ICS、CCS、题名、编号系列，以及体系各处的名称、俗称和已列的标准来判断；只列有效和即将实施的，已列标准的其他版本不列。
每行附把握和理由。只是建议：看过、改过再放进体系文件，这条命令不改体系。
--from 目录.csv     另外从这份目录里找，可以给几次；列名和 import-catalogue 相同
--place 环节        只要这一处的建议：环节的 id 或子体系的编号
--least 0.25        相近程度至少多少，0 到 1
--most 20           每一处至多几项
--out 文件.yaml     写到文件；默认打印
--lacking 文件.csv  库的目录里还没有的建议，写成可以 import-catalogue 的表
--as-of 日期        --from 各表的采集日期，用 --lacking 时要给
退出状态：0 有建议；1 一项也没有；2 用法错误。`,
    en: `Usage: npm run std -- suggest-system SYSTEM [--from LIST.csv …] [--place ID] [--least 0.25] [--most 20] [--out FILE.yaml] [--lacking FILE.csv]
Judged by ICS, CCS, titles, series of numbers, and the names, everyday words and standards of each place; only what is in force or
coming, no other editions of what is listed. Each row with confidence and reasons. Proposals only: read and change them before
they go into the file of the system, which this command leaves alone.
--from LIST.csv     look in this list too, several times if you like; columns as for import-catalogue
--place ID          only for this node (its id) or sub-system (its code)
--least 0.25        least likeness, 0 to 1
--most 20           at most so many at each place
--out FILE.yaml     write to a file; printed by default
--lacking FILE.csv  proposals that the catalogue lacks, as a table for import-catalogue
--as-of DATE        day of the facts of --from, needed with --lacking
Exit status: 0 with proposals, 1 with none, 2 usage.`,
  },
  run,
};

async function run({ argv, json, library: dir, stdout }: CommandContext): Promise<ExitStatus> {
  const options = readOptions(argv);
  const library = await openLibrary({ dir });
  const system = findSystem(library, options.system, options.place);
  const lists = readLists(options.from, options.asOf);
  const catalog = lists.text === '' ? library.catalog : widen(library.catalog, lists.text);
  const wordsOf = (key: string) => {
    const words = library.vocabulary.places.get(key);
    return words ? [...words.zh, ...words.en] : [];
  };
  const places = listKnownPlaces(system, wordsOf);
  const all = suggestRows(system, places, { catalog, least: options.least });
  const rows = takeMost(all, options.most).filter(
    ({ place }) => options.place === undefined || place === options.place,
  );
  if (options.lacking !== undefined)
    writeAtomically(options.lacking, pickLines(lists.text, rows, library.catalog));
  const text = json
    ? `${JSON.stringify({ system: system.id, rows: rows.map(toJson) }, null, 2)}\n`
    : writeProposals(system, rows, catalog);
  if (options.out === undefined) stdout.write(text);
  else {
    writeAtomically(options.out, text);
    stdout.write(
      `${rows.length} 项建议写在 ${options.out}\n  ${rows.length} proposals in ${options.out}\n`,
    );
  }
  return rows.length > 0 ? 0 : 1;
}

function toJson({ entry, ...rest }: ProposedRow) {
  return { number: entry.key, title: entry.title, titleEn: entry.titleEn, ...rest };
}

function takeMost(rows: readonly ProposedRow[], most: number): readonly ProposedRow[] {
  const counts = new Map<string, number>();
  return rows.filter(({ place }) => {
    const count = (counts.get(place) ?? 0) + 1;
    counts.set(place, count);
    return count <= most;
  });
}

/** The catalogue with the records of other lists; of two records of one number the library's counts. */
function widen({ entries, asOf, reviewYears }: Catalog, text: string): Catalog {
  const others = readRecords([{ file: 'lists', bytes: Buffer.from(text) }]);
  return buildCatalog({
    rows: entries.flatMap(({ row }) => row ?? []),
    records: [...entries.flatMap(({ record }) => record ?? []), ...others],
    asOf,
    reviewYears,
  });
}

function readLists(paths: readonly string[], asOf = today()): { readonly text: string } {
  if (paths.length === 0) return { text: '' };
  const { report, text } = importCatalogue({
    files: paths.map((path) => ({ name: basename(path), bytes: readInput(path) })),
    catalogue: [],
    out: 'lists.csv',
    defaults: { asOf, source: 'public-catalogue' },
  });
  const [broken] = report.broken;
  if (broken) throw usage(broken.reason);
  return { text: text ?? '' };
}

/** The head of a table, and its lines about proposals that the library's catalogue has not. */
function pickLines(text: string, rows: readonly ProposedRow[], catalog: Catalog): string {
  const wanted = new Set(rows.map(({ entry }) => entry.key).filter((key) => !catalog.byKey(key)));
  const [head = '', ...lines] = text.trimEnd().split('\n');
  const own = lines.filter((line) => {
    const [, quoted, plain] = /^(?:"((?:[^"]|"")*)"|([^,]*)),/.exec(line) ?? [];
    return wanted.has(quoted?.replaceAll('""', '"') ?? plain ?? '');
  });
  return `${[head, ...own].join('\n')}\n`;
}

function findSystem(library: Library, id: string, place: string | undefined): System {
  const system = library.systems.byId(id);
  if (!system) {
    const ids = library.systems.list.map((each) => each.id).join('、');
    throw usage({
      zh: `没有体系 ${id}。有：${ids || '（没有）'}`,
      en: `No system ${id}. There are: ${ids || 'none'}`,
    });
  }
  if (place !== undefined && !system.places.some((each) => each.id === place)) {
    const ids = system.places.map((each) => each.id).join('、');
    throw usage({
      zh: `${id} 没有 ${place} 这一处。有：${ids}`,
      en: `${id} has no place ${place}. There are: ${ids}`,
    });
  }
  return system;
}

function readOptions(argv: readonly string[]) {
  const { values, positionals } = readArguments(
    argv,
    {
      from: { type: 'string', multiple: true },
      place: { type: 'string' },
      least: { type: 'string', default: '0.25' },
      most: { type: 'string', default: '20' },
      out: { type: 'string' },
      lacking: { type: 'string' },
      'as-of': { type: 'string' },
    },
    true,
  );
  const [system, ...more] = positionals;
  if (system === undefined || more.length > 0)
    throw usage({ zh: '给出一个体系的 id。', en: 'Give the id of one system.' });
  const least = Number(values.least);
  if (!(least >= 0 && least <= 1))
    throw usage({ zh: '--least 是 0 到 1 的数。', en: '--least is a number from 0 to 1.' });
  const most = Number(values.most);
  if (!Number.isInteger(most) || most < 1)
    throw usage({ zh: '--most 是正整数。', en: '--most is a whole number above 0.' });
  const { from = [], place, out, lacking, 'as-of': asOf } = values;
  if (lacking !== undefined && from.length === 0)
    throw usage({ zh: '--lacking 要和 --from 一起用。', en: '--lacking goes with --from.' });
  if ((lacking !== undefined && asOf === undefined) || (asOf !== undefined && !isDay(asOf)))
    throw usage({
      zh: '--lacking 要用 --as-of 说明事实的采集日期，写作 2026-06-30。',
      en: '--lacking needs the day of the facts by --as-of, such as 2026-06-30.',
    });
  return { system, from, place, least, most, out, lacking, asOf };
}

function readInput(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    const { zh, en } = explainUnreadable(cause);
    throw usage({ zh: `${path}：${zh}`, en: `${path}: ${en}` });
  }
}

function usage(said: Bilingual): Problem {
  return new Problem(said, { zh: command.usage.zh, en: command.usage.en }, { exitCode: 2 });
}
