/**
 * The digest of a text in 11 characters or fewer, blind to white space: by it a note finds the sentence it was made for. Two
 * multiplicative hashes of 32 bits; 53 bits of them are used. No secret depends on it.
 */
export function digestText(text: string): string {
  let first = 0xdeadbeef;
  let second = 0x41c6ce57;
  for (const sign of text.replace(/\s+/g, '')) {
    const code = sign.codePointAt(0) ?? 0;
    first = Math.imul(first ^ code, 2_654_435_761);
    second = Math.imul(second ^ code, 1_597_334_677);
  }
  first =
    Math.imul(first ^ (first >>> 16), 2_246_822_507) ^
    Math.imul(second ^ (second >>> 13), 3_266_489_909);
  second =
    Math.imul(second ^ (second >>> 16), 2_246_822_507) ^
    Math.imul(first ^ (first >>> 13), 3_266_489_909);
  return (4_294_967_296 * (second & 0x1fffff) + (first >>> 0)).toString(36);
}
