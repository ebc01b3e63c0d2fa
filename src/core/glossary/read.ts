import type { Diagnostic, Range } from '../model/diagnostic.ts';
import { makeFinding } from '../model/finding.ts';
import { fileStart, startReport } from '../text/report.ts';
import { readYamlItems } from '../text/syntax/yaml-data.ts';
import type { YamlWords } from '../text/syntax/yaml-data.ts';
import { glossaryEntry, glossaryFile } from './schema.ts';
import type { GlossaryEntry } from './schema.ts';

/** An entry, with the places its findings stand at. */
interface PlacedEntry {
  readonly entry: GlossaryEntry;
  readonly at: Range;
  readonly see: readonly Range[];
}

/** A file of the glossary as it was read. */
export interface GlossarySource {
  readonly file: string;
  readonly entries: readonly PlacedEntry[];
}

const words: YamlWords = {
  broken: { rule: 'glossary-yaml' },
  unknownKey: { rule: 'glossary-unknown-key' },
  value: { rule: 'glossary-value' },
  name: { zh: '词表文件', en: 'glossary file' },
  guide: {
    zh: '键名区分大小写，见 docs/promotion.md',
    en: 'Keys are case-sensitive; see docs/promotion.md',
  },
  deepest: 6,
};

/** One file of `glossary/`: entries that hold, and findings at the lines of those left out. `source` uses LF line ends. */
export function readGlossaryFile(
  source: string,
  file: string,
): { readonly model: GlossarySource | null; readonly diagnostics: readonly Diagnostic[] } {
  const report = startReport(file, source);
  const schemas = { whole: glossaryFile, item: glossaryEntry };
  const { items, ranges } = readYamlItems(source, schemas, words, report);
  if (!items) return { model: null, diagnostics: report.found };
  const place = (path: string): Range => ranges.get(path) ?? fileStart;
  const entries = items.map(({ item: entry, at }) => ({
    entry,
    at: place(`${at}.id`),
    see: entry.see.map((_, index) => place(`${at}.see.${index}`)),
  }));
  return { model: { file, entries }, diagnostics: report.found };
}

/** The words that stand for entries, and findings about what stands twice or leads nowhere. */
export function checkGlossary(files: readonly GlossarySource[]): readonly Diagnostic[] {
  const all = files.flatMap(({ file, entries }) => entries.map((each) => ({ ...each, file })));
  const ids = new Set<string>();
  const owners = new Map<string, string>();
  const doubled = all.flatMap(({ file, entry, at }): readonly Diagnostic[] => {
    const { id } = entry;
    if (ids.has(id)) return [reportDouble(file, at, id, id)];
    ids.add(id);
    const owner = owners.get(entry.zh);
    if (owner !== undefined) return [reportDouble(file, at, entry.zh, owner)];
    owners.set(entry.zh, id);
    return [];
  });
  const lost = all.flatMap(({ file, entry, see }) =>
    entry.see.flatMap((id, index) =>
      ids.has(id)
        ? []
        : [
            makeFinding(file, {
              rule: 'glossary-related',
              range: see[index] ?? fileStart,
              message: {
                zh: `词条“${entry.zh}”的相关词 ${id} 不在词表里`,
                en: `The related entry ${id} of "${entry.en}" is not in the glossary`,
              },
              hint: { zh: '写成词表里有的标识', en: 'Write an id of the glossary' },
            }),
          ],
    ),
  );
  return [...doubled, ...lost];
}

function reportDouble(file: string, range: Range, word: string, owner: string): Diagnostic {
  return makeFinding(file, {
    rule: 'glossary-duplicate',
    range,
    message: {
      zh: `词条“${word}”已经有了（${owner}），这一条没有读入`,
      en: `"${word}" has an entry already (${owner}); this one was left out`,
    },
    hint: { zh: '只留一条，或把另一个写进 zhAlso', en: 'Keep one, or move the word to zhAlso' },
  });
}
