import { isMap, isNode, isScalar, isSeq, parseDocument } from 'yaml';
import type { Document, Scalar } from 'yaml';
import type { z } from 'zod';
import type { Bilingual, Range } from '#core/model/diagnostic.ts';
import type { ParseRuleId } from '#core/model/parse-rules.ts';
import type { mendValue } from './front-matter-mend.ts';
import { fileStart } from '../report.ts';
import type { Report } from '../report.ts';

/** What findings about a piece of YAML are called, and what the piece is. */
export interface YamlWords {
  readonly broken: { readonly rule: ParseRuleId };
  readonly unknownKey: { readonly rule: ParseRuleId };
  readonly value: { readonly rule: ParseRuleId };
  readonly name: Bilingual;
  /** Where the keys are explained: the hint of an unknown one. */
  readonly guide: Bilingual;
  /** Levels of nesting whose places are noted. */
  readonly deepest: number;
  /** What a wrong value was meant to be. */
  readonly mendValue?: typeof mendValue;
  /** The key meant by one that is not known, given the known ones; undefined where it is not plain. */
  readonly mendKey?: (key: string, path: readonly string[]) => string | undefined;
}

/** Plain data, undefined where the YAML is broken; and where each key stands: `rows.3.number`. */
export interface YamlData {
  readonly data: unknown;
  readonly ranges: ReadonlyMap<string, Range>;
}

/** Where the key itself stands, beside the place of its value. */
const ofKey = (path: string): string => `${path} key`;

/** Read YAML (core schema: days stay text) that starts at an offset of the report's source. */
export function readYaml(yaml: string, start: number, words: YamlWords, report: Report): YamlData {
  const ranges = new Map<string, Range>();
  const nothing: YamlData = { data: undefined, ranges };
  const { zh, en } = words.name;
  const add = (range: Range, message: Bilingual, hint?: Bilingual): void =>
    report.add({ ...words.broken, range, message, ...(hint && { hint }) });
  let document: Document;
  try {
    document = parseDocument(yaml, { uniqueKeys: false, prettyErrors: false, schema: 'core' });
  } catch {
    add(fileStart, {
      zh: `${zh}读不懂：YAML 解析器放弃了`,
      en: `The ${en} cannot be read: the YAML parser gave up on it`,
    });
    return nothing;
  }
  for (const error of [...document.errors, ...document.warnings]) {
    add(
      report.rangeAt(start + error.pos[0], start + error.pos[1]),
      {
        zh: `${zh}不是合法的 YAML（${error.code}）`,
        en: `The ${en} is not valid YAML: ${error.message}`,
      },
      {
        zh: '含“: ”、以 [ { * & # 开头的文字要加引号；缩进用空格',
        en: 'Quote text that contains ": " or starts with [ { * & #; indent with spaces',
      },
    );
  }
  if (document.errors.length > 0) return nothing;
  if (!collectRanges(document, start, words, report, ranges)) return nothing;
  try {
    return { data: document.toJS({ maxAliasCount: 20 }) ?? {}, ranges };
  } catch (error) {
    add(fileStart, {
      zh: `${zh}的别名（& 与 *）太多，没有展开`,
      en: `Aliases of the ${en} were not expanded: ${error instanceof Error ? error.message : ''}`,
    });
    return nothing;
  }
}

/** Data held to a schema; null with a finding at each key or value that breaks it. */
export function validateYaml<T>(
  schema: z.ZodType<T>,
  data: unknown,
  ranges: ReadonlyMap<string, Range>,
  words: YamlWords,
  report: Report,
): T | null {
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  for (const issue of result.error.issues) addIssue(issue, ranges, words, report);
  return null;
}

/** A whole source of YAML held to a schema: null, with findings, where it is broken or breaks it; and where each key stands. */
export function readYamlAs<T>(
  source: string,
  schema: z.ZodType<T>,
  words: YamlWords,
  report: Report,
): { readonly value: T | null; readonly ranges: ReadonlyMap<string, Range> } {
  const { data, ranges } = readYaml(source, 0, words, report);
  const value = data === undefined ? null : validateYaml(schema, data, ranges, words, report);
  return { value, ranges };
}

/** An item of a list with its place there. */
interface ListedItem<T> {
  readonly item: T;
  readonly at: number;
}

/** The items of a list in YAML that hold, with findings about the others; null where the YAML is broken. `whole` is the schema of the list. */
export function readYamlItems<T>(
  source: string,
  { whole, item }: { readonly whole: z.ZodType; readonly item: z.ZodType<T> },
  words: YamlWords,
  report: Report,
): {
  readonly items: readonly ListedItem<T>[] | null;
  readonly ranges: ReadonlyMap<string, Range>;
} {
  const { data, ranges } = readYaml(source, 0, words, report);
  if (data === undefined) return { items: null, ranges };
  validateYaml(whole, data, ranges, words, report);
  const items = (Array.isArray(data) ? data : []).flatMap((each: unknown, at): ListedItem<T>[] => {
    const read = item.safeParse(each);
    return read.success ? [{ item: read.data, at }] : [];
  });
  return { items, ranges };
}

function addIssue(
  issue: z.core.$ZodIssue,
  ranges: ReadonlyMap<string, Range>,
  words: YamlWords,
  report: Report,
): void {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) {
      const name = [...path, key].join('.').slice(0, 80);
      const range = ranges.get(ofKey([...path, key].join('.')));
      const meant = words.mendKey?.(key, path);
      const isFree = meant !== undefined && !ranges.has([...path, meant].join('.'));
      report.add({
        ...words.unknownKey,
        range: range ?? findRange(ranges, [...path, key]),
        message: {
          zh: `${words.name.zh}里没有“${name}”这个键`,
          en: `The ${words.name.en} has no key "${name}"`,
        },
        hint:
          meant === undefined
            ? words.guide
            : {
                zh: `是不是 ${meant}？${words.guide.zh}`,
                en: `Did you mean ${meant}? ${words.guide.en}`,
              },
        ...(isFree && range && { fix: report.fixAt(range, meant) }),
      });
    }
    return;
  }
  const name = path.join('.');
  const said = describeIssue(issue);
  const range = ranges.get(name);
  const mend = range && words.mendValue?.(path, report.textAt(range), wantedBy(issue));
  const takesKeys = issue.code === 'invalid_type' && issue.expected === 'object';
  const hint = mend?.hint ?? (takesKeys ? words.guide : undefined);
  report.add({
    ...words.value,
    range: range ?? findRange(ranges, path),
    message: {
      zh: `“${name || words.name.zh}”：${said.zh}`,
      en: `"${name || words.name.en}": ${said.en}`,
    },
    ...(hint && { hint }),
    ...(range && mend?.replacement !== undefined && { fix: report.fixAt(range, mend.replacement) }),
  });
}

/** The type or the words that the key of an issue takes. */
function wantedBy(issue: z.core.$ZodIssue): Parameters<typeof mendValue>[2] {
  if (issue.code === 'invalid_type') return { type: issue.expected };
  if (issue.code === 'invalid_value') return { values: issue.values.map(String) };
  return {};
}

/** What a key takes by its type, in words of those who write. */
const wantedTypes: Readonly<Record<string, Bilingual>> = {
  string: { zh: '文字（数字请加引号）', en: 'text (quote numbers)' },
  array: { zh: '列表（一行一个，前面写 - ）', en: 'a list (one a line, each after "- ")' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  object: { zh: '下面分行写的键和值（键: 值）', en: 'keys with values below it (key: value)' },
};

function describeTypes(expected: readonly string[]): Bilingual {
  const wanted = [...new Set(expected)].map((type) => wantedTypes[type] ?? { zh: type, en: type });
  return {
    zh: `应为${wanted.map(({ zh }) => zh).join('，或')}`,
    en: `expected ${wanted.map(({ en }) => en).join(', or ')}`,
  };
}

const wrongForm: Bilingual = { zh: '值的形式不对', en: 'the value has the wrong form' };

function describeUnion(issue: z.core.$ZodIssueInvalidUnion): Bilingual {
  const found = issue.errors.flat();
  const inner = found.find(({ code }) => code !== 'invalid_type');
  if (inner) return describeIssue(inner);
  if (found.some(({ message }) => /received null/.test(message))) return noValue;
  const types = found.flatMap((each) =>
    each.code === 'invalid_type' && each.path.length === 0 ? [each.expected] : [],
  );
  return types.length > 0 ? describeTypes(types) : wrongForm;
}

const noValue: Bilingual = {
  zh: '没有写值；以 # 开头的值要加引号，不用这个键就删掉它',
  en: 'has no value; quote one that begins with #, or take the key out',
};

function describeIssue(issue: z.core.$ZodIssue): Bilingual {
  if (issue.code === 'invalid_union') return describeUnion(issue);
  if (issue.code === 'invalid_type') {
    if (issue.input === undefined && /received undefined/.test(issue.message)) {
      return { zh: '必须填写', en: 'is required' };
    }
    return /received null/.test(issue.message) ? noValue : describeTypes([issue.expected]);
  }
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    return { zh: `只能是：${values.join('、')}`, en: `must be one of: ${values.join(', ')}` };
  }
  const [zh, en] = issue.message.split('｜');
  if (en !== undefined) return { zh: zh ?? '', en };
  if (issue.code === 'too_small') return { zh: '不能为空', en: 'must not be empty' };
  if (issue.code === 'too_big') return { zh: '太长', en: 'is too long' };
  return { zh: '值不对', en: issue.message };
}

function findRange(ranges: ReadonlyMap<string, Range>, path: readonly string[]): Range {
  for (let length = path.length; length > 0; length--) {
    const range = ranges.get(path.slice(0, length).join('.'));
    if (range) return range;
  }
  return fileStart;
}

/** Notes where each key stands; false, with findings, where a key stands twice. */
function collectRanges(
  document: Document,
  start: number,
  words: YamlWords,
  report: Report,
  ranges: Map<string, Range>,
): boolean {
  let unique = true;
  const visit = (node: unknown, path: string, depth: number): void => {
    if (depth > words.deepest) return;
    if (isMap(node)) {
      const keys = new Set<unknown>();
      for (const pair of node.items) {
        if (!isScalar(pair.key)) continue;
        if (keys.has(pair.key.value)) {
          unique = false;
          reportRepeated(pair.key, start, words, report);
        }
        keys.add(pair.key.value);
        const key = path ? `${path}.${String(pair.key.value)}` : String(pair.key.value);
        note(isScalar(pair.value) && pair.value.value !== null ? pair.value : pair.key, key);
        note(pair.key, ofKey(key));
        visit(pair.value, key, depth + 1);
      }
    } else if (isSeq(node)) {
      node.items.forEach((item, index) => {
        const at = path ? `${path}.${index}` : String(index);
        note(item, at);
        visit(item, at, depth + 1);
      });
    }
  };
  const note = (node: unknown, key: string): void => {
    if (isNode(node) && node.range) {
      ranges.set(key, report.rangeAt(start + node.range[0], start + node.range[1]));
    }
  };
  visit(document.contents, '', 0);
  return unique;
}

function reportRepeated(key: Scalar, start: number, words: YamlWords, report: Report): void {
  const [from = 0, to = 0] = key.range ?? [];
  report.add({
    ...words.broken,
    range: report.rangeAt(start + from, start + to),
    message: {
      zh: `${words.name.zh}里同一个键“${String(key.value).slice(0, 60)}”写了两次`,
      en: `The ${words.name.en} has the key "${String(key.value).slice(0, 60)}" twice`,
    },
    hint: { zh: '只留一个', en: 'Keep one of them' },
  });
}
