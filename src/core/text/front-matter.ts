import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Document, Scalar } from 'yaml';
import type { z } from 'zod';
import type { Bilingual, Range } from '../model/diagnostic.ts';
import { fileStart } from './report.ts';
import type { Report } from './report.ts';

const opening = /^---[ \t]*\n/;
const closing = /^(?:---|\.\.\.)[ \t]*$/m;

const longest = 64_000;

/** Front matter as validated data, or null with findings; and where each key stands. */
export interface FrontMatter<T> {
  readonly meta: T | null;
  readonly ranges: ReadonlyMap<string, Range>;
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
  const ranges = new Map<string, Range>();
  const cut = cutFrontMatter(report.source);
  if (!cut) {
    report.add({
      rule: 'front-matter-missing',
      range: fileStart,
      message: {
        zh: '文件开头没有 YAML 文件头（--- 与 --- 之间）',
        en: 'The file does not start with YAML front matter (between --- and ---)',
      },
      hint: {
        zh: '用 npm run std -- new 生成，或见 docs/authoring.md 第 1 节',
        en: 'Create it with npm run std -- new, or see docs/authoring.md, section 1',
      },
    });
    return { meta: null, ranges };
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
    return { meta: null, ranges };
  }
  let document: Document;
  try {
    document = parseDocument(cut.yaml, {
      lineCounter: new LineCounter(),
      uniqueKeys: false,
      prettyErrors: false,
      schema: 'core',
    });
  } catch {
    report.add({
      rule: 'front-matter-yaml',
      range: fileStart,
      message: {
        zh: '文件头读不懂：YAML 解析器放弃了',
        en: 'The front matter cannot be read: the YAML parser gave up on it',
      },
    });
    return { meta: null, ranges };
  }
  for (const error of [...document.errors, ...document.warnings]) {
    report.add({
      rule: 'front-matter-yaml',
      range: report.rangeAt(cut.start + error.pos[0], cut.start + error.pos[1]),
      message: {
        zh: `文件头不是合法的 YAML（${error.code}）`,
        en: `The front matter is not valid YAML: ${error.message}`,
      },
      hint: {
        zh: '含“: ”、以 [ { * & # 开头的文字要加引号；缩进用空格',
        en: 'Quote text that contains ": " or starts with [ { * & #; indent with spaces',
      },
    });
  }
  if (document.errors.length > 0) return { meta: null, ranges };
  if (!collectRanges(document, cut.start, report, ranges)) return { meta: null, ranges };
  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: 20 }) ?? {};
  } catch (error) {
    report.add({
      rule: 'front-matter-yaml',
      range: fileStart,
      message: {
        zh: '文件头的别名（& 与 *）太多，没有展开',
        en: `Front matter aliases were not expanded: ${error instanceof Error ? error.message : ''}`,
      },
    });
    return { meta: null, ranges };
  }
  const result = schema.safeParse(data);
  if (result.success) return { meta: result.data, ranges };
  for (const issue of result.error.issues) addIssue(issue, ranges, report);
  return { meta: null, ranges };
}

function addIssue(
  issue: z.core.$ZodIssue,
  ranges: ReadonlyMap<string, Range>,
  report: Report,
): void {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) {
      report.add({
        rule: 'front-matter-unknown-key',
        range: findRange(ranges, [...path, key]),
        message: {
          zh: `文件头里没有“${[...path, key].join('.').slice(0, 80)}”这个键`,
          en: `Unknown front matter key "${[...path, key].join('.').slice(0, 80)}"`,
        },
        hint: {
          zh: '键名区分大小写，见 docs/authoring.md 第 1 节',
          en: 'Keys are case-sensitive; see docs/authoring.md, section 1',
        },
      });
    }
    return;
  }
  const name = path.join('.') || '文件头';
  const said = describeIssue(issue);
  report.add({
    rule: 'front-matter-value',
    range: findRange(ranges, path),
    message: {
      zh: `“${name}”：${said.zh}`,
      en: `"${path.join('.') || 'front matter'}": ${said.en}`,
    },
  });
}

function describeIssue(issue: z.core.$ZodIssue): Bilingual {
  if (issue.code === 'invalid_union') {
    const inner = issue.errors.flat().find((found) => found.code !== 'invalid_type');
    return inner
      ? describeIssue(inner)
      : { zh: '值的形式不对', en: 'the value has the wrong form' };
  }
  if (issue.code === 'invalid_type') {
    if (issue.input === undefined && /received undefined/.test(issue.message)) {
      return { zh: '必须填写', en: 'is required' };
    }
    const wanted: Record<string, string> = {
      string: '文字（数字请加引号）',
      array: '列表',
      number: '数字',
      boolean: 'true 或 false',
      object: '键值',
    };
    return {
      zh: `应为${wanted[issue.expected] ?? issue.expected}`,
      en: `expected ${issue.expected}${issue.expected === 'string' ? ' (quote numbers)' : ''}`,
    };
  }
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String).join('、');
    return { zh: `只能是：${values}`, en: `must be one of: ${values}` };
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
  report: Report,
  ranges: Map<string, Range>,
): boolean {
  let unique = true;
  const visit = (node: unknown, path: string, depth: number): void => {
    if (depth > 8) return;
    if (isMap(node)) {
      const keys = new Set<unknown>();
      for (const pair of node.items) {
        if (!isScalar(pair.key)) continue;
        if (keys.has(pair.key.value)) {
          unique = false;
          reportRepeated(pair.key, start, report);
        }
        keys.add(pair.key.value);
        const key = path ? `${path}.${String(pair.key.value)}` : String(pair.key.value);
        note(isScalar(pair.value) && pair.value.value !== null ? pair.value : pair.key, key);
        visit(pair.value, key, depth + 1);
      }
    } else if (isSeq(node)) {
      node.items.forEach((item, index) => {
        note(item, `${path}.${index}`);
        visit(item, `${path}.${index}`, depth + 1);
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

function reportRepeated(key: Scalar, start: number, report: Report): void {
  const [from = 0, to = 0] = key.range ?? [];
  report.add({
    rule: 'front-matter-yaml',
    range: report.rangeAt(start + from, start + to),
    message: {
      zh: `文件头里同一个键“${String(key.value).slice(0, 60)}”写了两次`,
      en: `The front matter has the key "${String(key.value).slice(0, 60)}" twice`,
    },
    hint: { zh: '只留一个', en: 'Keep one of them' },
  });
}
