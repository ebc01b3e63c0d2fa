/**
 * The clauses that a text names behind the number of a standard: 「GB/T 1.1—2020的9.5.3和9.6」「的第5章、第6章」「的附录A」
 * 「的4.9～4.10」「的表2」 (GB/T 1.1—2020, 9.5.4).
 */

const chapter = String.raw`第 ?\d{1,3} ?章`;
const annex = String.raw`附录 ?[A-Z](?![A-Za-z])(?:\.\d{1,3}){0,5}`;
const table = String.raw`[表图] ?(?:[A-Z]\.)?\d{1,3}(?![\d.])`;
const clause = String.raw`(?:第 ?)?(?:\d{1,3}|[A-Z])(?:\.\d{1,3}){1,6}(?![\d.]*\d)(?: ?条)?(?: ?[a-z]\))?`;
const item = `(?:${chapter}|${annex}|${table}|${clause})`;
const joint = String.raw` ?(?:[、和及与或至到～~]|以及|，和) ?`;
const lead = String.raw`^\s*(?:(?:中的|中|的|之|[，,])\s*)`;
const list = new RegExp(`${lead}(${item}(?:${joint}(?:${item}|\\d{1,3} ?章))*)`);
const itemAt = new RegExp(`${item}|\\d{1,3} ?章`, 'g');
const rangeMark = /^ ?[至到～~] ?$/;
/** A range of more clauses than this is no range of clauses. */
const longestRange = 40;

/**
 * Returns the clauses named in a text that begins right behind the number of a standard, as addresses (`5`, `5.2`, `5.2 a)`, `A`,
 * `A.1`, 表2); ranges are unfolded. Empty where it names none.
 */
export function readCitedClauses(after: string): readonly string[] {
  const named = list.exec(after)?.[1];
  if (named === undefined) return [];
  const clauses: string[] = [];
  let end = 0;
  for (const { 0: written, index } of named.matchAll(itemAt)) {
    const address = toAddress(written);
    const previous = clauses.at(-1);
    const isRange = previous !== undefined && rangeMark.test(named.slice(end, index));
    if (isRange) clauses.push(...listBetween(previous, address));
    clauses.push(address);
    end = index + written.length;
  }
  return [...new Set(clauses)];
}

function toAddress(written: string): string {
  const bare = written.replaceAll(/[第章条 ]|附录/g, '');
  return /^[表图]/.test(bare) ? bare : bare.replace(/([a-z]\))$/, ' $1');
}

/** The clauses between two whose last numbers alone differ. */
function listBetween(from: string, to: string): readonly string[] {
  const [, head = '', first = ''] = /^(.*?)(\d+)$/.exec(from) ?? [];
  const [, sameHead, last = ''] = /^(.*?)(\d+)$/.exec(to) ?? [];
  const count = Number(last) - Number(first) - 1;
  if (sameHead !== head || first === '' || count < 1 || count > longestRange) return [];
  return Array.from({ length: count }, (_, at) => `${head}${Number(first) + at + 1}`);
}
