/** A text of others as a terminal may have it: control characters, and those that turn the direction of a line, are shown as �. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}
