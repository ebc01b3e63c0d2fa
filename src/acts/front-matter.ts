import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Pair, ParsedNode, YAMLMap } from 'yaml';
import { metaKeys } from '#core/model/meta.ts';

/** A change of one key of a file's front matter. */
export type MetaEdit =
  /** The key gets a value, written as YAML that fits behind `key: `. */
  | { readonly key: string; readonly set: string }
  /** The list of the key gets one more item, written as YAML that fits behind `- `. */
  | { readonly key: string; readonly add: string }
  | { readonly key: string; readonly remove: true };

/**
 * A file with its front matter changed key by key: every other byte of it stays, order, comments, quotes and line ends too.
 * New keys stand at the end, or behind the nearest of those that usually stand before them. Null where there is no front
 * matter that could be read.
 */
export function editFrontMatter(source: string, edits: readonly MetaEdit[]): string | null {
  return edits.reduce<string | null>(
    (text, edit) => (text === null ? null : editOnce(text, edit)),
    source,
  );
}

/** YAML for a text; in quotes where it would mean something else. */
export function quoteYaml(text: string): string {
  if (/[\p{Cc}\u2028\u2029]/u.test(text)) return JSON.stringify(text);
  const isPlain =
    /^[\p{L}][\p{L}\p{N} /—.()（）-]*$/u.test(text) && !/^(?:true|false|null|yes|no)$/i.test(text);
  return isPlain && text.trim() === text ? text : `'${text.replaceAll("'", "''")}'`;
}

const opening = /^\uFEFF?---[ \t]*\r?\n/;

function editOnce(source: string, edit: MetaEdit): string | null {
  const open = opening.exec(source)?.[0].length;
  if (open === undefined) return null;
  const length = /^(?:---|\.\.\.)[ \t]*\r?$/m.exec(source.slice(open))?.index;
  if (length === undefined) return null;
  const yaml = source.slice(open, open + length);
  const edited = editYaml(yaml, edit);
  return edited === null ? null : source.slice(0, open) + edited + source.slice(open + length);
}

/** The same of a file that is YAML as a whole, such as a project. */
export function editYaml(yaml: string, edit: MetaEdit): string | null {
  const document = parseDocument(yaml, { schema: 'core', prettyErrors: false });
  const { contents } = document;
  if (document.errors.length > 0 || !isMap(contents)) return null;
  const lineEnd = yaml.includes('\r\n') ? '\r\n' : '\n';
  const pair = findPair(contents, edit.key);
  if ('remove' in edit) {
    if (!pair) return yaml;
    const { start, end } = spanOf(pair, yaml);
    return yaml.slice(0, start) + yaml.slice(end);
  }
  if ('add' in edit && pair && isSeq(pair.value))
    return addItem(yaml, pair.value, edit.add, lineEnd);
  const value = 'add' in edit ? `${lineEnd}  - ${edit.add}` : ` ${edit.set}`;
  const line = `${edit.key}:${value}${lineEnd}`;
  if (pair) {
    const { start, end } = spanOf(pair, yaml);
    return yaml.slice(0, start) + line + yaml.slice(end);
  }
  const at = placeOf(contents, edit.key, yaml);
  const isOpen = at > 0 && yaml[at - 1] !== '\n';
  return yaml.slice(0, at) + (isOpen ? lineEnd : '') + line + yaml.slice(at);
}

/**
 * A file that is YAML as a whole, with one more line in the last map of a list, behind a key that is there. Null where it cannot
 * be read.
 */
export function addToLast(yaml: string, list: string, behind: string, line: string): string | null {
  const { contents, errors } = parseDocument(yaml, { schema: 'core', prettyErrors: false });
  const found = isMap(contents) && errors.length === 0 && findPair(contents, list)?.value;
  const last = found && isSeq(found) ? found.items.at(-1) : undefined;
  const pair = last && isMap(last) ? findPair(last, behind) : undefined;
  if (!pair?.value || !last || !isMap(last)) return null;
  const end = pair.value.range[1];
  if (last.flow) return `${yaml.slice(0, end)}, ${line}${yaml.slice(end)}`;
  const start = pair.key.range[0];
  const indent = ' '.repeat(start - (yaml.lastIndexOf('\n', start) + 1));
  const lineEnd = yaml.includes('\r\n') ? '\r\n' : '\n';
  const next = yaml.indexOf('\n', end);
  const at = next < 0 ? yaml.length : next + 1;
  return `${yaml.slice(0, at)}${next < 0 ? lineEnd : ''}${indent}${line}${lineEnd}${yaml.slice(at)}`;
}

type ReadPair = Pair<ParsedNode, ParsedNode | null>;

function findPair(map: YAMLMap.Parsed, key: string): ReadPair | undefined {
  return map.items.find((item) => isScalar(item.key) && item.key.value === key);
}

/** From the line of a key to the end of the last line of its value, a comment behind it included. */
function spanOf({ key, value }: ReadPair, yaml: string): { start: number; end: number } {
  const start = key.range[0];
  const last = value?.range ? value.range[1] : key.range[1] + 1;
  const text = yaml.slice(start, last).trimEnd();
  const lineEnd = yaml.indexOf('\n', start + text.length);
  return { start, end: lineEnd < 0 ? yaml.length : lineEnd + 1 };
}

function addItem(
  yaml: string,
  list: {
    readonly flow?: boolean | undefined;
    readonly items: readonly unknown[];
    readonly range: readonly number[];
  },
  item: string,
  lineEnd: string,
): string {
  const [start = 0, end = 0] = list.range;
  if (list.flow) {
    const close = yaml.lastIndexOf(']', end);
    const before = yaml.slice(0, close).trimEnd();
    const joiner = list.items.length === 0 ? '' : before.endsWith(',') ? ' ' : ', ';
    return before + joiner + item + yaml.slice(before.length === close ? close : before.length);
  }
  const indent = /[ \t]*$/.exec(yaml.slice(0, start))?.[0] ?? '  ';
  const body = yaml.slice(0, end).trimEnd();
  const next = yaml.indexOf('\n', body.length);
  const at = next < 0 ? yaml.length : next + 1;
  const isOpen = yaml[at - 1] !== '\n';
  return `${yaml.slice(0, at)}${isOpen ? lineEnd : ''}${indent}- ${item}${lineEnd}${yaml.slice(at)}`;
}

/** A new key stands behind the nearest that is there of those written before it. */
function placeOf(map: YAMLMap.Parsed, key: string, yaml: string): number {
  const at = metaKeys.indexOf(key);
  const before = metaKeys.slice(0, Math.max(0, at)).toReversed();
  const pair = before.map((name) => findPair(map, name)).find((found) => found !== undefined);
  return pair ? spanOf(pair, yaml).end : yaml.length;
}
