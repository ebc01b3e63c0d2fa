import type { DocumentRule } from '../rule.ts';
import { allPlaces, runsIn } from '../rule-context.ts';

const pairs: Readonly<Record<string, string>> = { '）': '（', '》': '《', '”': '“', '】': '【' };
const openers = new Set(Object.values(pairs));
const order = '（）《》“”【】';
const brackets = /[（）《》“”【】]/g;

/** Whether each kind of brackets opens as often as it closes, and never the other way round: most runs are so. */
function isPaired(text: string): boolean {
  const depths = [0, 0, 0, 0];
  for (const { 0: bracket } of text.matchAll(brackets)) {
    const kind = order.indexOf(bracket);
    const depth = (depths[kind >> 1] ?? 0) + (kind % 2 === 0 ? 1 : -1);
    if (depth < 0) return false;
    depths[kind >> 1] = depth;
  }
  return depths.every((depth) => depth === 0);
}

/** What opens or closes a pair of its own kind only by half: 「a）」 counts, 「（a)」 and 「[0，1）」 mix widths or kinds. */
function* findUnpaired(text: string): Iterable<{ index: number; bracket: string }> {
  const open: { index: number; bracket: string }[] = [];
  for (const { 0: bracket, index } of text.matchAll(brackets)) {
    if (openers.has(bracket)) {
      open.push({ index, bracket });
      continue;
    }
    const last = open.findLastIndex((each) => each.bracket === pairs[bracket]);
    if (last >= 0) {
      yield* open.splice(last).slice(1);
      continue;
    }
    if (bracket !== '）') yield { index, bracket };
    else if (!/[\dA-Za-z]\s?$|[([［][^（）]*$/.test(text.slice(0, index))) yield { index, bracket };
  }
  for (const each of open) {
    if (each.bracket !== '（' || !/[)\]］]/.test(text.slice(each.index))) yield each;
  }
}

export const bracketUnpaired: DocumentRule = {
  id: 'bracket-unpaired',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 15834—2011',
  summary: {
    zh: '括号、引号、书名号成对',
    en: 'Brackets, quotation marks and title marks come in pairs',
  },
  examples: {
    bad: '样例（大号的应完整。',
    good: '样例（大号的）应完整。',
  },
  *check(view) {
    for (const run of runsIn(view, allPlaces, 'parenthesis', 'quote', 'lenticular')) {
      if (run.place === 'source' || isPaired(run.text)) continue;
      for (const { index, bracket } of findUnpaired(view.proseOf(run))) {
        const isOpen = openers.has(bracket);
        yield {
          range: view.rangeOf(run, index, index + 1),
          message: {
            zh: isOpen ? `“${bracket}”没有收尾` : `“${bracket}”没有开头`,
            en: isOpen ? `"${bracket}" is not closed` : `"${bracket}" closes nothing`,
          },
          hint: {
            zh: '补上另一半，或删去它；一对括号不跨段',
            en: 'Add the other half or delete it; a pair does not go across paragraphs',
          },
        };
      }
    }
  },
};
