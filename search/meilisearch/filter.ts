/** A condition in Meilisearch's filter language; null holds for nothing. */
export type Condition = string | null;

/** Holds for no document of any index. */
export const NOTHING = 'id IN []';

/** A value between quotes; nothing in it can end them. */
export function quote(value: string): string {
  return `"${value.replace(/[\\"]/g, '\\$&').replace(/[\p{Cc}\p{Cs}]/gu, ' ')}"`;
}

/** The filter that an attribute is a value; the value is quoted. */
export function isEqual(attribute: string, value: string): string {
  return `${attribute} = ${quote(value)}`;
}

/** The filter that an attribute begins with a text; the text is quoted. */
export function beginsWith(attribute: string, prefix: string): string {
  return `${attribute} STARTS WITH ${quote(prefix)}`;
}

/** The filter that an attribute is one of some values; null, which nothing fits, where there is none. */
export function isAmong(attribute: string, values: readonly string[]): Condition {
  return values.length === 0 ? null : `${attribute} IN [${values.map(quote).join(', ')}]`;
}

/** A condition that all of them hold; null, which nothing passes, where one is null or there are none. */
export function allOf(conditions: readonly Condition[]): Condition {
  if (conditions.length === 0 || conditions.includes(null)) return null;
  if (conditions.length === 1) return conditions[0] ?? null;
  return `(${conditions.join(' AND ')})`;
}

/** The filter that one of the conditions is met, each taken once; null where there is none that anything fits. */
export function anyOf(conditions: readonly Condition[]): Condition {
  const known = [...new Set(conditions)].filter((each) => each !== null);
  if (known.length < 2) return known[0] ?? null;
  return `(${known.join(' OR ')})`;
}

/** What passes a condition and none of the others. */
export function without(condition: Condition, others: readonly Condition[]): Condition {
  const rest = anyOf(others);
  if (condition === null || rest === null) return condition;
  return `(${condition} AND NOT ${rest})`;
}
