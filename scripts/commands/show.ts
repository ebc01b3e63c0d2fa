import { readIfThere } from '#library/files.ts';
import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { checkDocument } from '#core/check/index.ts';
import { compareDiagnostics } from '#core/model/diagnostic.ts';
import type { Diagnostic } from '#core/model/diagnostic.ts';
import { renderBody, renderDocument } from '#core/render/index.ts';
import { parseDocument } from '#core/text/index.ts';
import type { ParsedDocument } from '#core/text/index.ts';
import { today } from '#library/cache-folder.ts';
import { decodeText } from '#library/decode.ts';
import { leaveAllowed } from '#library/exceptions.ts';
import { readLedger } from '#library/ledger.ts';
import { readArguments } from '../lib/arguments.ts';
import { describeDiagnostics } from '../report/diagnostics.ts';
import { Problem } from '../bootstrap/problem.mjs';
import type { Command } from './command.ts';

export const command: Command = {
  name: 'show',
  summary: {
    zh: '看一个 Markdown 文件编译成什么：锚点、文字、HTML、JSON',
    en: 'show what a Markdown file compiles to: anchors, text, HTML, JSON',
  },
  usage: {
    zh: 'std show 文件 [--ids | --runs | --html | --json]\n--ids（默认）每章、条、图、表的锚点、编号和标题\n--runs 读出的每段文字，和它在文件里的行\n--html 正文的 HTML（其他标准的链接要整个库才知道，这里不填）\n--json 编译的结果\n发现写到标准错误。有错误或警告时退出码为 1。\n例：std show content/standards/local/db9999-t-12-2023/index.md',
    en: 'std show FILE [--ids | --runs | --html | --json]\n--ids (unless said otherwise) anchor, number and title of each clause, figure and table\n--runs each text that was read, with its line\n--html the body in HTML (links to other standards need the whole library and are left out)\n--json what was compiled\nFindings go to standard error. Exit status 1 when there are errors or warnings.',
  },
  async run({ argv, json, library, stdout, stderr }) {
    const { values, positionals } = readArguments(
      argv,
      { ids: { type: 'boolean' }, runs: { type: 'boolean' }, html: { type: 'boolean' } },
      true,
    );
    const [given] = positionals;
    const chosen = [values.ids, values.runs, values.html, json].filter(Boolean).length;
    if (given === undefined || positionals.length > 1 || chosen > 1) throw misunderstood();
    const path = findFile(given, library);
    const found: Diagnostic[] = [];
    const document = readDocument(path, relative(library, path).replaceAll('\\', '/'), found);
    let placed: Parameters<typeof leaveAllowed>[3] = null;
    if (document) {
      const { text, diagnostics } = renderDocument(document);
      placed = { source: document.source, clauses: text.clauses };
      found.push(...document.diagnostics, ...diagnostics, ...checkDocument(document));
      if (json) stdout.write(`${JSON.stringify({ meta: document.meta, ...text }, null, 2)}\n`);
      else if (values.html) {
        stdout.write(`${renderBody(text, { resolve: () => null, figures: '' })}\n`);
      } else stdout.write(values.runs ? describeRuns(document) : describeIds(document));
    }
    const readSource = () => document?.source;
    const left = leaveAllowed(found, library, today(), placed);
    stderr.write(describeDiagnostics(left.toSorted(compareDiagnostics), { readSource }));
    return left.some(({ severity }) => severity !== 'info') ? 1 : 0;
  },
};

/**
 * The file itself, or `index.md` of the folder that is named, from here or from the library.
 *
 * @throws {Problem} when there is none
 */
function findFile(given: string, library: string): string {
  const candidates = [given, join(library, given)].flatMap((path) => [
    resolve(path),
    resolve(path, 'index.md'),
  ]);
  const found = candidates.find((path) => statSync(path, { throwIfNoEntry: false })?.isFile());
  if (found !== undefined) return found;
  throw new Problem(
    { zh: `没有这个文件：${given}`, en: `There is no such file: ${given}` },
    {
      zh: '给出一个 .md 文件，或含 index.md 的文件夹。',
      en: 'Name a .md file, or a folder that holds index.md.',
    },
    { exitCode: 2 },
  );
}

/** A document with what lies beside it: published anchors, and the original of a translation. Null when it is not UTF-8. */
function readDocument(path: string, file: string, found: Diagnostic[]): ParsedDocument | null {
  const source = decodeText(readFileSync(path), file, found);
  if (source === null) return null;
  const ledger = readLedger(readBeside(path, 'anchors.tsv'), 'anchors.tsv', found);
  if (basename(path) !== 'index.en.md') return parseDocument(source, { file, ledger });
  const original = parseDocument(readBeside(path, 'index.md'), { file: 'index.md' });
  return parseDocument(source, { file, language: 'en', original: original.meta, ledger });
}

const readBeside = (path: string, name: string): string =>
  (readIfThere(join(dirname(path), name))?.toString() ?? '').replaceAll(/\r\n?/g, '\n');

/** A line for each clause and exhibit: `#id`, earlier ids, label, title. */
function describeIds({ clauses, exhibits }: ParsedDocument): string {
  const lines = [
    ...clauses.map(({ id, aliases, label, title, level }) => {
      const earlier = aliases.length > 0 ? `  (= ${aliases.join(', ')})` : '';
      return `${'  '.repeat(level - 1)}#${id}  ${[label, title].filter((each, index) => index === 0 || each !== label).join(' ')}${earlier}`;
    }),
    ...exhibits.map(({ id, label, title }) => `#${id}  ${label} ${title}`),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

/** A line for each run of text: line of the source, kind of place, clause, text. */
function describeRuns({ runs, clauses, source }: ParsedDocument): string {
  const lines = runs.map(({ place, clause, text, segments }) => {
    const line = source.slice(0, segments[0]?.source ?? 0).split('\n').length;
    return `${line}  ${place}  #${clauses[clause]?.id ?? ''}  ${JSON.stringify(text)}`;
  });
  return `${lines.join('\n')}\n`;
}

function misunderstood(): Problem {
  return new Problem(
    {
      zh: '要给出一个文件，和至多一种看法。',
      en: 'Name one file, and one way to show it at most.',
    },
    { zh: 'npm run std -- show --help', en: 'npm run std -- show --help' },
    { exitCode: 2 },
  );
}
