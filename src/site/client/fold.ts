/** Values of a group that are shown before a reader asks for all of them. */
const SHOWN = 6;
/** From so many on, a field narrows the group. */
export const FIND_FROM = 16;

export interface FoldRow {
  readonly item: HTMLElement;
  /** What it is found by. */
  readonly text: string;
  /** Shown however far down it stands. */
  readonly kept?: boolean;
  /** Below another value; not counted. */
  readonly below?: boolean;
}

export interface FoldState {
  readonly unfolded: boolean;
  /** What the values are narrowed by; may be empty. */
  readonly asked: string;
}

export interface FoldWords {
  readonly moreValues: (count: number) => string;
  readonly fewerValues: string;
}

/** Shows the first values of a group, all of them, or those that are asked for; the button says how many are left. */
export function foldRows(
  rows: readonly FoldRow[],
  button: HTMLElement,
  { unfolded, asked }: FoldState,
  words: FoldWords,
): void {
  const wanted = asked.trim().toLowerCase();
  let shown = 0;
  for (const { item, text, kept = false, below = false } of rows) {
    const fits = wanted === '' || text.toLowerCase().includes(wanted);
    const stays = fits && (unfolded || wanted !== '' || shown < SHOWN || below || kept);
    if (stays && !below) shown += 1;
    item.hidden = !stays;
  }
  const hidden = rows.filter(({ item }) => item.hidden).length;
  button.hidden = wanted !== '' || (hidden === 0 && !unfolded) || rows.length <= SHOWN;
  button.textContent = unfolded ? words.fewerValues : words.moreValues(hidden);
  button.setAttribute('aria-expanded', String(unfolded));
}
