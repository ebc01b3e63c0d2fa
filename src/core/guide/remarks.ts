import { OPAQUE, FORMULA, fromOf, readHtmlRuns, toOf } from '../render/html-runs.ts';
import type { HtmlRun } from '../render/html-runs.ts';
import type { Clause, CompiledText, Provision, Reference } from '../model/standard.ts';
import type { ProvisionType } from '../terms/index.ts';

/** A part of a clause that is explained where it is met first. */
export type BlockKind = 'note' | 'example' | 'table' | 'figure' | 'footnote';

/** Another standard that a sentence names. */
export type NamedStandard = Pick<Reference, 'raw' | 'dated' | 'allParts'>;

/** An annex, table or clause of the same standard that a sentence leads to. */
export interface OwnTarget {
  readonly label: string;
  readonly kind: 'annex' | 'table' | 'figure' | 'formula' | 'clause';
  readonly normative: boolean;
  /** Led to by 见 alone: a pointer, and no requirement. */
  readonly isPointer: boolean;
}

/** A sentence of a clause, with what there is to say of it. */
export interface SentenceRemark {
  readonly kind: 'sentence';
  readonly run: HtmlRun;
  /** Its last character. */
  readonly at: number;
  /** What the sentence is, the strongest first; never empty. */
  readonly types: readonly ProvisionType[];
  readonly verb: string;
  readonly negative: boolean;
  /** It leads into a list: each item is of its type. */
  readonly isLead: boolean;
  readonly hasLimits: boolean;
  /** Labels of the clauses that say how it is verified, where the author joined them. */
  readonly verifiedBy: readonly string[];
  readonly standards: readonly NamedStandard[];
  readonly targets: readonly OwnTarget[];
}

/** A note, an example, a table: what it may hold. */
export interface BlockRemark {
  readonly kind: 'block';
  readonly run: HtmlRun;
  readonly at: number;
  readonly block: BlockKind;
}

export type Remark = SentenceRemark | BlockRemark;

const WITHOUT =
  /^(?:th|td|figcaption|blockquote|pre)\b|\.(?:note|example|term-source|figure-key|footnote|footnotes|unit)\b/;
const SENTENCE = /[^。！？；\n]+[。！？；]?/g;
const BLOCKS: readonly (readonly [RegExp, BlockKind])[] = [
  [/\.note\b/, 'note'],
  [/\.example\b/, 'example'],
  [/\.footnotes?\b/, 'footnote'],
];

/** What there is to say of the sentences and blocks of a clause, by the runs of its HTML as it is printed; in their order. */
export function findRemarks(clause: Clause, text: CompiledText, blocks: string): readonly Remark[] {
  const index = text.clauses.indexOf(clause);
  const read = startSentences(clause, index, text, blocks);
  return readHtmlRuns(blocks).flatMap((run): readonly Remark[] => {
    const block = blockOf(run);
    if (block) return [{ kind: 'block', run, at: run.text.trimEnd().length - 1, block }];
    return run.inside.some((element) => WITHOUT.test(element)) ? [] : read(run);
  });
}

function blockOf({ inside }: HtmlRun): BlockKind | undefined {
  const caption = inside.some((element) => element.startsWith('figcaption'));
  if (caption) return inside.some((element) => /\.std-table\b/.test(element)) ? 'table' : 'figure';
  return BLOCKS.find(([pattern]) => inside.some((element) => pattern.test(element)))?.[1];
}

function startSentences(
  clause: Clause,
  index: number,
  text: CompiledText,
  blocks: string,
): (run: HtmlRun) => readonly SentenceRemark[] {
  const provisions = text.provisions.filter((provision) => provision.clause === index);
  const squeezed = provisions.map((provision) => ({ provision, text: squeeze(provision.text) }));
  const references = text.references.filter((each) => each.clause === index);
  const readTypes = text.language === 'en' ? readEnglish : readChinese(squeezed);
  return (run) =>
    clause.normative && provisions.length > 0
      ? Array.from(run.text.matchAll(SENTENCE)).flatMap(({ 0: sentence, index: start }) => {
          const inItem = run.inside.some((element) => element.startsWith('li'));
          const read = readTypes(sentence, inItem);
          if (!read) return [];
          const at = start + sentence.trimEnd().length - 1;
          const printed = blocks.slice(fromOf(run, start), toOf(run, at));
          const plain = squeeze(printed.replace(/<[^>]*>/g, ''));
          return [
            {
              kind: 'sentence',
              run,
              at,
              ...read,
              isLead: /[：:]\s*$/.test(sentence),
              verifiedBy: labelsOf(read.verify, text),
              standards: references.filter(({ raw }) => names(printed, plain, raw)),
              targets: readTargets(printed, text),
            },
          ];
        })
      : [];
}

interface ReadTypes extends Pick<SentenceRemark, 'types' | 'verb' | 'negative' | 'hasLimits'> {
  readonly verify: readonly string[];
}

const squeeze = (value: string): string => value.replace(/[\s，。；：、,.;:]/g, '');

/** The provisions that a sentence is: all of its words stand in them, in their order. Items of a list are told by their lead. */
const readChinese =
  (squeezed: readonly { readonly provision: Provision; readonly text: string }[]) =>
  (sentence: string, inItem: boolean): ReadTypes | undefined => {
    const pieces = sentence
      .replace(/^\s*(?:[a-z]|\d+)\)/, '')
      .split(new RegExp(`[${OPAQUE}${FORMULA}]`))
      .map(squeeze)
      .filter((piece) => piece.length > 1);
    if (pieces.length === 0) return undefined;
    const found = squeezed.flatMap(({ provision, text }) => {
      let at = 0;
      for (const piece of pieces) {
        const place = text.indexOf(piece, at);
        if (place < 0) return [];
        at = place + piece.length;
      }
      return [provision];
    });
    const [first] = found;
    if (!first) return undefined;
    if (
      inItem &&
      !found.some(({ verb, type }) => type === 'instruction' || sentence.includes(verb))
    )
      return undefined;
    return {
      types: [...new Set(found.map(({ type }) => type))],
      verb: first.verb,
      negative: first.negative,
      hasLimits:
        /\d/.test(sentence) &&
        found.some(({ limits = [] }) => limits.some(({ isCondition }) => !isCondition)),
      verify: [...new Set(found.flatMap(({ verify }) => verify ?? []))],
    };
  };

const ENGLISH_VERBS: readonly (readonly [RegExp, ProvisionType])[] = [
  [/\bshall( not)?\b/, 'requirement'],
  [/\bshould( not)?\b/, 'recommendation'],
  [/\bmay( not)?\b/, 'permission'],
  [/\bcan(?:not|( not))?\b/, 'capability'],
];

/** A translation has the provisions of its original, whose words are others: its verbs decide (ISO/IEC Directives, Part 2, clause 7). */
function readEnglish(sentence: string): ReadTypes | undefined {
  const found = ENGLISH_VERBS.flatMap(([pattern, type]) => {
    const match = pattern.exec(sentence);
    return match ? [{ type, verb: match[0], negative: match[1] !== undefined }] : [];
  });
  const [first] = found;
  return (
    first && {
      types: found.map(({ type }) => type),
      verb: first.verb,
      negative: first.negative,
      hasLimits: false,
      verify: [],
    }
  );
}

const labelsOf = (ids: readonly string[], { clauses }: CompiledText): readonly string[] =>
  ids.flatMap((id) => clauses.find((clause) => clause.id === id)?.label ?? []);

/** Whether a sentence names a standard: as a hole that the number is put into later, or in its words. */
const names = (printed: string, plain: string, raw: string): boolean =>
  printed.includes(raw) || plain.includes(squeeze(raw));

/** What a sentence leads to by links of its own text. */
function readTargets(printed: string, text: CompiledText): readonly OwnTarget[] {
  const links = [...printed.matchAll(/<a\b[^>]*href="#([^"]+)"[^>]*>(.*?)<\/a>/gs)];
  const found = links.flatMap(({ 1: id = '', 2: inner = '', index }): readonly OwnTarget[] => {
    const before = printed.slice(0, index).replace(/<[^>]*>/g, '');
    const isPointer = /(?:见|参见|\bsee)\s*(?:[^，。；]{0,12}[、和与]\s*)?$/i.test(before);
    const clause = text.clauses.find((each) => each.id === id);
    const exhibit = text.exhibits.find((each) => each.id === id);
    const label = inner.replace(/<[^>]*>/g, '').trim();
    if (clause?.kind === 'annex')
      return [{ label, kind: 'annex', normative: clause.normative, isPointer }];
    if (clause && clause.kind !== 'term')
      return [{ label, kind: 'clause', normative: clause.normative, isPointer }];
    if (exhibit) return [{ label, kind: exhibit.kind, normative: true, isPointer }];
    return [];
  });
  return found.filter(({ label }, at) => found.findIndex((each) => each.label === label) === at);
}
