import { z } from 'zod';
import { foldRadicals, removeUnseen } from '#core/characters/index.ts';
import type { Range } from '#core/model/diagnostic.ts';
import { innerKeys, mendKey, mendValue } from './front-matter-mend.ts';
import { reportMissing, reportTypedAsOne } from './front-matter-report.ts';
import { reportSlips } from './front-matter-slips.ts';
import { fileStart } from '../report.ts';
import type { Report } from '../report.ts';
import { readYaml, validateYaml } from './yaml-data.ts';
import type { YamlWords } from './yaml-data.ts';

const opening = /^---[ \t]*\n/;
const closing = /^(?:---|\.\.\.)[ \t]*$/m;

const longest = 64_000;
const deepest = 8;

/** The rule of a file that does not start with front matter. */
export const missingFrontMatter = 'front-matter-missing';

/** Front matter as validated data, or null with findings; and where each key stands. */
export interface FrontMatter<T> {
  readonly meta: T | null;
  readonly ranges: ReadonlyMap<string, Range>;
}

const words = (schema: z.ZodType): YamlWords => ({
  broken: { rule: 'front-matter-yaml' },
  unknownKey: { rule: 'front-matter-unknown-key' },
  value: { rule: 'front-matter-value' },
  name: { zh: '文件头', en: 'front matter' },
  guide: {
    zh: '键名区分大小写，见 docs/authoring.md 第 1 节',
    en: 'Keys are case-sensitive; see docs/authoring.md, section 1',
  },
  deepest,
  mendValue,
  mendKey: (key, path) => mendKey(key, path.length === 0 ? listKeys(schema) : innerKeys),
});

function listKeys(schema: z.ZodType): readonly string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

/** The YAML between the `---` lines and the offset where it starts; null when there is none. */
function cutFrontMatter(source: string): { yaml: string; start: number } | null {
  const open = opening.exec(source);
  if (!open) return null;
  const rest = source.slice(open[0].length);
  const close = closing.exec(rest);
  if (!close) return null;
  return { yaml: rest.slice(0, close.index), start: open[0].length };
}

/**
 * Read and validate front matter. Each finding stands at the author's own line: a YAML error where
 * YAML broke, an unknown key at the key, a wrong value at the value.
 */
export function readFrontMatter<T>(schema: z.ZodType<T>, report: Report): FrontMatter<T> {
  const cut = cutFrontMatter(report.source);
  if (!cut) {
    reportMissing(report);
    return { meta: null, ranges: new Map() };
  }
  if (cut.yaml.length > longest) {
    report.add({
      rule: 'front-matter-too-long',
      range: fileStart,
      message: {
        zh: `文件头太长（至多 ${longest} 字），没有读入`,
        en: `The front matter is too long (at most ${longest} characters) and was not read`,
      },
      hint: { zh: '正文写在第二个 --- 之后', en: 'Write the body after the second ---' },
    });
    return { meta: null, ranges: new Map() };
  }
  if (reportSlips(cut.yaml, cut.start, report)) return { meta: null, ranges: new Map() };
  const named = words(schema);
  const { data, ranges } = readYaml(cut.yaml, cut.start, named, report);
  if (data === undefined) return { meta: null, ranges };
  const meta = validateYaml(schema, cleanData(data), ranges, named, report);
  reportTypedAsOne(data, ranges, report);
  return { meta, ranges };
}

/** The same data with every text as a person reads it; keys stay as typed. */
function cleanData(data: unknown, depth = 0): unknown {
  if (typeof data === 'string') return foldRadicals(removeUnseen(data));
  if (depth > deepest) return data;
  if (Array.isArray(data)) return data.map((each: unknown) => cleanData(each, depth + 1));
  if (typeof data !== 'object' || data === null || Object.getPrototypeOf(data) !== Object.prototype)
    return data;
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, cleanData(value, depth + 1)]),
  );
}
