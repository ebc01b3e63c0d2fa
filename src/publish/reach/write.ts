/** A value as text, with what is in maps and sets, but for where something stands in a file: that is shown on no page. */
export const write = (value: unknown): string =>
  JSON.stringify(value, (key, each: unknown) => {
    if (key === 'ranges') return undefined;
    return each instanceof Map || each instanceof Set ? [...(each as Iterable<unknown>)] : each;
  });
