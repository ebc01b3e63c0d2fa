import { isMap, parseDocument } from 'yaml';
import { splitText } from './client/split-text.ts';

/** Values of a front matter as they are typed; none where it cannot be read. */
export function readValues(text: string): Readonly<Record<string, unknown>> {
  try {
    const document = parseDocument(splitText(text).yaml, { schema: 'core', uniqueKeys: false });
    if (document.errors.length > 0 || !isMap(document.contents)) return {};
    return document.toJS({ maxAliasCount: 20 }) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
}

/** A text with another value of a key of its front matter; comments and order of the others stay. Null or nothing removes it. */
export function writeValue(text: string, key: string, value: unknown): string {
  const { head, yaml, body } = splitText(text);
  const document = parseDocument(yaml, { schema: 'core', uniqueKeys: false });
  if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents))) {
    return text;
  }
  if (isNothing(value)) document.delete(key);
  else document.set(key, document.createNode(value, { flow: isShortList(value) }));
  const isEmpty = isMap(document.contents) && document.contents.items.length === 0;
  const written = isEmpty ? '' : document.toString({ lineWidth: 0, flowCollectionPadding: false });
  const after = /\n*$/.exec(head.replaceAll('\r\n', '\n'))?.[0] ?? '';
  return `---\n${written}---${after || '\n'}${body}`;
}

function isNothing(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  );
}

/** A list of short texts stands in one line. */
function isShortList(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.every((each) => typeof each === 'string') &&
    value.join('').length <= 120
  );
}
