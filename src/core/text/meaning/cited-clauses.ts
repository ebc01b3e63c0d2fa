/**
 * The clauses that a text names behind the number of a standard: 「GB/T 1.1—2020的9.5.3和9.6」「第5章、第6章」「附录A」「的4.9～4.10」
 * 「表2」 (GB/T 1.1—2020, 9.5.4).
 */

/** What makes of digits an amount: 「的2.5 mg」「的1.5倍」. */
const amount = String.raw`(?! ?[A-Za-zμΩ%‰℃°×±](?![)）])|[\d.]*\d|[倍个级万亿元项次年月日])`;
const chapter = String.raw`第 ?\d{1,3} ?章`;
/** The first of 「第5、6章」. */
const chapterAhead = String.raw`第 ?\d{1,3}(?=(?: ?[、和及与或至到～~] ?(?:第 ?)?\d{1,3}){1,8} ?章)`;
const annex = String.raw`附录 ?[A-Z](?![A-Za-z])(?:\.\d{1,3}){0,5}`;
const exhibit = String.raw`[表图] ?(?:[A-Z]\.)?\d{1,3}(?:\.\d{1,3}){0,3}(?:-\d{1,2})?`;
const clause = String.raw`(?:第 ?)?(?:[1-9]\d{0,2}|[A-Z])(?:\.\d{1,3}){1,6}(?: ?条)?(?: ?[a-z][)）])?${amount}`;
const start = `(?:${chapter}|${chapterAhead}|${annex}|${exhibit}|${clause})`;
/** 「附录A的A.1」 goes on with a clause of the annex. */
const joint = String.raw` ?(?:[、和及与或至到～~]|以及|，和|[中的](?=[A-Z]\.\d)) ?`;
const next = String.raw`(?:${start}|\d{1,3} ?章|\d{1,3}(?=(?: ?[、和及与或至到～~] ?\d{1,3}){1,8} ?章))`;
const items = `${start}(?:${joint}${next}){0,40}`;
/** Behind the number; digits alone follow 的, 中 or a comma, or the bracket of an edition. */
const lead = String.raw`\s*(?:(?:中的|中|的|之|[，,])\s*(?:定义|术语)?\s*|(?=第|附录|[表图] ?[A-Z\d])|(?<=[版）)])(?=\d))`;
const behind = new RegExp(`${lead}(${items})`, 'y');
/** 「其第5章」 in the same sentence. */
const ofSame = new RegExp(`其(?:中的|中|的)?\\s*(${items})`, 'g');
const item = new RegExp(next, 'g');
const rangeMark = /^ ?[至到～~] ?$/;
const sentenceEnd = /[。；;\n]/;
/** A range of more clauses than this is no range of clauses. */
const longestRange = 40;
/** No sentence that names clauses is longer. */
const longestSentence = 300;

/**
 * Returns the clauses, chapters, annexes and exhibits that a text names of the standard whose number ends at a place in it, as
 * `5`, `5.2`, `5.2 a)`, `A`, `A.1`, `表2`; ranges are unfolded. `until`: where the next number stands. Empty where it names none.
 */
export function readCitedClauses(text: string, from: number, until: number): readonly string[] {
  behind.lastIndex = from;
  const first = behind.exec(text)?.[1];
  const clauses = first === undefined ? [] : listItems(first);
  const rest = text.slice(from, Math.min(until, from + longestSentence));
  const end = rest.search(sentenceEnd);
  const sentence = end < 0 ? rest : rest.slice(0, end);
  if (sentence.includes('其')) {
    for (const [, more = ''] of sentence.matchAll(ofSame)) clauses.push(...listItems(more));
  }
  return [...new Set(clauses)];
}

function listItems(named: string): string[] {
  const clauses: string[] = [];
  let end = 0;
  for (const { 0: written, index } of named.matchAll(item)) {
    const address = toAddress(written);
    const previous = clauses.at(-1);
    if (previous !== undefined && rangeMark.test(named.slice(end, index))) {
      clauses.push(...listBetween(previous, address));
    }
    clauses.push(address);
    end = index + written.length;
  }
  return clauses;
}

function toAddress(written: string): string {
  const bare = written.replaceAll(/[第章条 ]|附录/g, '');
  return /^[表图]/.test(bare) ? bare : bare.replace(/([a-z])[)）]$/, ' $1)');
}

/** The clauses between two whose last numbers, or letters of annexes, alone differ. */
function listBetween(from: string, to: string): readonly string[] {
  if (/^[A-Z]$/.test(from) && /^[A-Z]$/.test(to)) {
    const count = to.charCodeAt(0) - from.charCodeAt(0) - 1;
    return Array.from({ length: Math.max(0, count) }, (_, at) =>
      String.fromCharCode(from.charCodeAt(0) + at + 1),
    );
  }
  const [, head = '', first = ''] = /^(.*?)(\d+)$/.exec(from) ?? [];
  const [, sameHead, last = ''] = /^(.*?)(\d+)$/.exec(to) ?? [];
  const count = Number(last) - Number(first) - 1;
  if (sameHead !== head || first === '' || count < 1 || count > longestRange) return [];
  return Array.from({ length: count }, (_, at) => `${head}${Number(first) + at + 1}`);
}

/** Returns the address of the clause that a cited one is or lies in: `5.2` of `5.2 a)`. Undefined of a table or figure. */
export function clauseAddress(cited: string): string | undefined {
  return /^(?:\d+|[A-Z])(?:\.\d+)*(?=$| )/.exec(cited)?.[0];
}
