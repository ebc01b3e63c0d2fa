/** A value as text, with what is in maps and sets. */
export const write = (value: unknown): string =>
  JSON.stringify(value, (_key, each: unknown) =>
    each instanceof Map || each instanceof Set ? [...(each as Iterable<unknown>)] : each,
  );
