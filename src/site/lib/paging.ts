/** Page numbers worth a link: the ends and the neighbours; `undefined` is a gap of two or more. */
export function listPageNumbers(page: number, pages: number): readonly (number | undefined)[] {
  const near = new Set([1, 2, page - 1, page, page + 1, pages - 1, pages]);
  const shown = [...near].filter((at) => at >= 1 && at <= pages).toSorted((a, b) => a - b);
  return shown.flatMap((at, index) => {
    const before = shown[index - 1] ?? at - 1;
    if (at - before === 2) return [at - 1, at];
    return at - before > 2 ? [undefined, at] : [at];
  });
}
