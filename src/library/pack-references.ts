import type { Reference } from '#core/model/standard.ts';

const roles: readonly Reference['role'][] = [
  'normative-list',
  'bibliography',
  'text',
  'source',
  'foreword',
];

/** Values a reference takes in a packed list. */
const width = 13;

type Value = string | number;

/**
 * References as one flat list of values: a fifth of the characters of their objects, and a third of
 * the time to read, where the rows of a whole library are read at each start.
 */
export function packReferences(references: readonly Reference[]): readonly Value[] {
  const values: Value[] = [];
  for (const reference of references) {
    const { raw, key, dated, allParts, targetClauses, clause, informative, role } = reference;
    const { start, end } = reference.range;
    const flags = Number(dated) | (Number(allParts) << 1) | (Number(informative) << 2);
    values.push(raw === key ? 0 : raw, key, flags, joinList(targetClauses));
    values.push(
      clause,
      roles.indexOf(role),
      joinList(reference.members),
      joinList(reference.others),
    );
    values.push(start.line, start.column, end.line, end.column, reference.title ?? 0);
  }
  return values;
}

/** A list as one value; 0 where there is none. */
function joinList(list: readonly string[] | undefined): Value {
  return list?.join('\n') ?? 0;
}

function splitList<Name extends 'targetClauses' | 'members' | 'others'>(
  name: Name,
  value: Value | undefined,
): { readonly [Key in Name]?: readonly string[] } {
  return typeof value === 'string' ? ({ [name]: value.split('\n') } as never) : {};
}

/** The references that were packed into a list of values, keys in the order of the compiler's. */
export function unpackReferences(values: readonly Value[]): readonly Reference[] {
  const references: Reference[] = [];
  for (let at = 0; at + width <= values.length; at += width) {
    const key = String(values[at + 1]);
    const [raw, title] = [values[at], values[at + 12]];
    const flags = Number(values[at + 2]);
    references.push({
      raw: typeof raw === 'string' ? raw : key,
      key,
      dated: (flags & 1) !== 0,
      allParts: (flags & 2) !== 0,
      ...splitList('targetClauses', values[at + 3]),
      ...splitList('members', values[at + 6]),
      ...splitList('others', values[at + 7]),
      clause: Number(values[at + 4]),
      informative: (flags & 4) !== 0,
      role: roles[Number(values[at + 5])] ?? 'text',
      range: {
        start: { line: Number(values[at + 8]), column: Number(values[at + 9]) },
        end: { line: Number(values[at + 10]), column: Number(values[at + 11]) },
      },
      ...(typeof title === 'string' && { title }),
    });
  }
  return references;
}
