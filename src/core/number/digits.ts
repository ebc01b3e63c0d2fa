const TWINS: Readonly<Record<string, string>> = { I: '1', L: '1', '|': '1', O: '0', 〇: '0' };
const TWIN = /[IL|O〇]/g;

/** Whether a letter stands beside a digit or a mark of the serial, or before a digit after the gap. */
function isBeside(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  const after = text.slice(at + 1);
  return (
    /[\d.-]/.test(before) || /^[\d.]/.test(after) || (before === ' ' && /^[IL|O〇]*\d/.test(after))
  );
}

/**
 * The text in capital letters with digits for the letters that stand among digits and look like them (`JGJ L8-2012`,
 * `GB 5OO10`, `GB/T 1.L-2020`). A guess, to be asked; other text comes back as it is.
 */
export function readDigits(text: string): string {
  let read = text;
  for (let round = 0; round < 8; round++) {
    const next = read.replace(TWIN, (letter, at: number, whole: string) =>
      isBeside(whole, at) ? (TWINS[letter] ?? letter) : letter,
    );
    if (next === read) break;
    read = next;
  }
  return read;
}
