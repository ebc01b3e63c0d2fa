import type { CompiledText, Language, Term } from '../model/standard.ts';
import { html } from '../base/html.ts';
import { OPAQUE } from './html-runs.ts';
import type { HtmlRun, Wrap } from './html-runs.ts';

/** Names of defined terms as they may stand in a text, each with the anchor of its entry. */
export interface TermNames {
  readonly pattern: RegExp | null;
  /** Whether a name may stand in a text: to look for its characters costs less than to match. */
  readonly mayStandIn: (text: string) => boolean;
  readonly anchors: ReadonlyMap<string, string>;
  /** Longer words that hold a term and are not that term: kinds in a table, cited titles. */
  readonly longer: readonly string[];
}

/** Elements whose words name something: no link stands in them. */
const HEADS = /^(?:th|figcaption|h\d|code)\b|\.(?:term-source|subcaption)\b/;
/** Elements of a text that only name other documents or explain where it comes from. */
const WITHOUT: ReadonlySet<string> = new Set([
  'foreword',
  'references',
  'bibliography',
  'index',
  'terms',
  'term',
]);
/** A name of a body ends so; what stands before belongs to it. */
const BODIES =
  /[\p{Script=Han}（）()]{2,30}?(?:协会|学会|商会|联合会|公司|集团|委员会|研究院|研究所|大学|学院|管理局|总局)/gu;
const TITLES = /《[^》]*》/g;
const CITED = new RegExp(`${OPAQUE}[\u3000 ]+[^，。；、：（）]{2,40}`, 'gu');
const FUNCTION_WORDS = /[的应在和与或及按为可宜能对于各每其、，。；：\s]/;
const linkEnd = html`</a>`;
const LONGEST_KIND = 8;
/** More names are matched at once sooner than looked for one by one. */
const fewNames = 60;

/** What a text's own terms, abbreviations and admitted terms are called; `pattern` is null where there are none. */
export function collectTermNames(text: CompiledText): TermNames {
  const anchors = new Map<string, string>();
  const fold = (name: string) => (text.language === 'en' ? name.toLowerCase() : name);
  for (const entry of text.terms) {
    const id = text.clauses[entry.clause]?.id;
    if (!id) continue;
    for (const name of namesOf(entry)) {
      if (name.length > 1 && !anchors.has(fold(name))) anchors.set(fold(name), id);
    }
  }
  const names = [...anchors.keys()].toSorted((a, b) => b.length - a.length);
  if (names.length === 0) return { pattern: null, mayStandIn: () => false, anchors, longer: [] };
  const bodies = names.map(
    (name) => pad(name, 'before') + escapePattern(name) + pad(name, 'after'),
  );
  const holdsTerm = (word: string) => names.some((name) => word.includes(name) && word !== name);
  const cells = text.exhibits.flatMap(({ rows }) => (rows ?? []).flat());
  const kinds = cells.filter(
    (cell) => cell.length <= LONGEST_KIND && !FUNCTION_WORDS.test(cell) && holdsTerm(cell),
  );
  const titles = text.references.flatMap(({ title }) =>
    title !== undefined && holdsTerm(title) ? [title] : [],
  );
  return {
    pattern: new RegExp(bodies.join('|'), text.language === 'en' ? 'giu' : 'gu'),
    mayStandIn: (line) => {
      if (names.length > fewNames) return true;
      const folded = fold(line);
      return names.some((name) => folded.includes(name));
    },
    anchors,
    longer: [...new Set([...kinds, ...titles])],
  };
}

function namesOf({ term, abbreviations, admitted }: Term): readonly string[] {
  return [term, ...abbreviations, ...admitted].map((name) => name.trim());
}

const escapePattern = (name: string): string =>
  name.replaceAll(/[$()*+.?[\\\]^{|}/]/gu, String.raw`\$&`);

/** Latin words end where letters do; English nouns may be in the plural. */
function pad(name: string, side: 'before' | 'after'): string {
  const edge = side === 'before' ? name.at(0) : name.at(-1);
  if (!/[\p{Script=Latin}\d]/u.test(edge ?? '')) return '';
  const letters = String.raw`[\p{Script=Latin}\d]`;
  return side === 'before' ? `(?<!${letters}|-)` : `s?(?!${letters}|-)`;
}

/**
 * Links of the first use of each term in a clause, none in elements that name other documents. A term is left alone in heads
 * and titles, in names of bodies, and inside a longer word.
 */
export function linkTerms(
  names: TermNames,
  runs: readonly HtmlRun[],
  kind: string,
  language: Language,
): readonly (readonly [HtmlRun, Wrap])[] {
  if (WITHOUT.has(kind)) return [];
  const used = new Set<string>();
  const found: (readonly [HtmlRun, Wrap])[] = [];
  for (const run of runs) {
    for (const { start, end, id } of findUses(names, run.text, language)) {
      if (used.has(id)) continue;
      if (run.inside.some((element) => HEADS.test(element))) break;
      used.add(id);
      const open = html`<a class="term-ref" href="#${id}">`;
      found.push([run, { start, end, open, close: linkEnd }]);
    }
  }
  return found;
}

/** Indexes of the clauses whose own text uses the term with an entry of that id, by the rule by which uses are linked. */
export function listTermClauses(text: CompiledText, id: string): readonly number[] {
  const names = collectTermNames(text);
  return text.clauses.flatMap(({ kind, text: own }, at) =>
    !WITHOUT.has(kind) && [...findUses(names, own, text.language)].some((use) => use.id === id)
      ? [at]
      : [],
  );
}

/** Uses of terms in a text, each with the id of the entry; none inside a longer name. */
function* findUses(
  { pattern, mayStandIn, anchors, longer }: TermNames,
  text: string,
  language: Language,
) {
  if (!pattern || !mayStandIn(text)) return;
  let names: ReturnType<typeof listNames> | undefined;
  for (const match of text.matchAll(pattern)) {
    const [word] = match;
    const start = match.index;
    const end = start + word.length;
    const key = language === 'en' ? word.toLowerCase() : word;
    const id = anchors.get(key) ?? anchors.get(key.replace(/s$/, ''));
    if (!id) continue;
    names ??= listNames(text, longer);
    if (names.some(([from, to]) => from <= start && end <= to && to - from > end - start)) continue;
    yield { start, end, id };
  }
}

/** Stretches of a text that are names as a whole. */
function listNames(
  text: string,
  longer: readonly string[],
): readonly (readonly [number, number])[] {
  const spans: [number, number][] = [];
  for (const pattern of [TITLES, BODIES]) {
    for (const { 0: name, index } of text.matchAll(pattern)) {
      spans.push([index, index + name.length]);
    }
  }
  for (const word of longer) {
    for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
      spans.push([at, at + word.length]);
    }
  }
  // 「GB/T 28577 冷链物流分类与基本要求」: the title goes on to the next mark.
  for (const { 0: title, index } of text.matchAll(CITED)) {
    spans.push([index, index + title.length]);
  }
  return spans;
}
