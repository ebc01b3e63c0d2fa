/** One standard of a basket with what is known of it on a day. */
export interface BasketRow {
  readonly slug: string;
  readonly number: string;
  readonly title: string;
  /** As the reader's language calls it; empty where the library does not have the standard. */
  readonly status: string;
  readonly since: string;
  readonly until: string;
  readonly successors: readonly string[];
  readonly address: string;
}

/** The cells of each row in the order of the list, numbered, with the day that the statuses are of. */
export function tabulateBasket(
  rows: readonly BasketRow[],
  day: string,
): readonly (readonly string[])[] {
  return rows.map(({ number, title, status, since, until, successors, address }, at) => [
    String(at + 1),
    number,
    title,
    status,
    since,
    until,
    successors.join('; '),
    address,
    day,
  ]);
}
