const TWINS: Readonly<Record<string, string>> = { I: '1', L: '1', '|': '1', O: '0', 〇: '0' };
/** A letter beside a digit or a mark of the serial, or before a digit after the gap. */
const BESIDE = /(?<=[\d.-])[IL|O〇]|[IL|O〇](?=[\d.])|(?<= )[IL|O〇](?=[IL|O〇]*\d)/g;

/**
 * The text in capital letters with digits for the letters that stand among digits and look like them (`JGJ L8-2012`,
 * `GB 5OO10`, `GB/T 1.L-2020`). A guess, to be asked; other text comes back as it is.
 */
export function readDigits(text: string): string {
  let read = text;
  for (let round = 0; round < 8; round++) {
    const next = read.replace(BESIDE, (letter) => TWINS[letter] ?? letter);
    if (next === read) break;
    read = next;
  }
  return read;
}
