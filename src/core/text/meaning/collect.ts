import type { Range } from '#core/model/diagnostic.ts';
import type { StandardMeta } from '#core/model/meta.ts';
import type { Provision, Reference, Term } from '#core/model/standard.ts';
import { findNumbers, numberKey } from '#core/number/index.ts';
import type { FoundNumber } from '#core/number/index.ts';
import type { BlockMentions, Mark, ParsedClause, TextRun } from '../document.ts';
import { findMentions } from './mentions.ts';
import { sourceOffset } from './run-offsets.ts';
import { classifySentence } from './provisions.ts';
import type { Report } from '../report.ts';
import { isSource, provisionTags } from './runs.ts';
import type { TaggedRun } from './runs.ts';
import { plainText } from '../syntax/syntax.ts';
import type { SyntaxNode } from '../syntax/syntax.ts';
import { remarkKind } from '../structure/numbering.ts';

/** Mentions of other standards, and the findings about `[#id]` that lead nowhere. */
export function collectReferences(
  runs: readonly TaggedRun[],
  clauses: readonly ParsedClause[],
  labels: ReadonlyMap<string, string>,
  report: Report,
): {
  readonly references: readonly Reference[];
  readonly mentions: ReadonlyMap<readonly SyntaxNode[], BlockMentions>;
  /** By runs that no mention could cross a border of. */
  readonly numbers: ReadonlyMap<TextRun, readonly FoundNumber[]>;
} {
  const references: Reference[] = [];
  const mentions = new Map<readonly SyntaxNode[], BlockMentions>();
  const numbers = new Map<TextRun, readonly FoundNumber[]>();
  for (const run of runs) {
    if (!/[#\d]/.test(run.text)) continue;
    const clause = clauses[run.clause];
    if (!clause) continue;
    // The heading of a term names it.
    if (run.place === 'heading' && clause.kind === 'term') continue;
    const { found, numbers: whole } = findMentions(run);
    if (whole) numbers.set(run, whole);
    if (found.length > 0) mentions.set(run.block.children ?? [], { skip: run.skip, found });
    for (const piece of found) {
      const range = rangeIn(run, piece.start, piece.start + piece.value.length, clause, report);
      if (piece.kind === 'xref') {
        if (!labels.has(piece.id)) reportUnknownId(piece.id, range, labels, report);
        continue;
      }
      const role = roleOf(clause, run);
      const title =
        role === 'normative-list' || role === 'bibliography'
          ? readTitle(run.text, piece.start + piece.value.length)
          : '';
      references.push({
        raw: piece.value,
        key: piece.key,
        dated: piece.dated,
        allParts: piece.allParts,
        ...(piece.targetClause === undefined ? {} : { targetClause: piece.targetClause }),
        clause: run.clause,
        informative: !clause.normative || run.place === 'note' || run.place === 'example',
        role,
        range,
        ...(title ? { title } : {}),
      });
    }
  }
  return { references, mentions, numbers };
}

const longestTitle = 300;

/** The title that follows a number in a list, without its marks. */
function readTitle(text: string, from: number): string {
  return text
    .slice(from, from + longestTitle)
    .replace(/^[\s　《]+/, '')
    .replace(/[》\s。]{1,20}$/, '');
}

function roleOf(clause: ParsedClause, run: TaggedRun): Reference['role'] {
  if (clause.kind === 'references') return run.place === 'list' ? 'normative-list' : 'text';
  if (clause.kind === 'bibliography') return 'bibliography';
  if (clause.kind === 'foreword') return 'foreword';
  return run.place === 'source' ? 'source' : 'text';
}

function rangeIn(
  run: TaggedRun,
  start: number,
  end: number,
  clause: ParsedClause,
  report: Report,
): Range {
  if (run.segments.length === 0) return clause.headingRange;
  return report.rangeAt(sourceOffset(run, start), sourceOffset(run, end - 1) + 1);
}

function reportUnknownId(
  id: string,
  range: Range,
  labels: ReadonlyMap<string, string>,
  report: Report,
): void {
  const near =
    report.found.length < 100
      ? [...labels.keys()].find((known) => known.includes(id) || id.includes(known))
      : undefined;
  report.add({
    rule: 'xref-unknown',
    range,
    message: {
      zh: `[#${id}] 没有指向任何条、表、图、公式或列项`,
      en: `[#${id}] points to no clause, table, figure, formula or list item`,
    },
    hint: near
      ? { zh: `是不是 [#${near}]？`, en: `Did you mean [#${near}]?` }
      : {
          zh: '给目标加上标识，例如 ## 标题 {#id}',
          en: 'Give the target an id, e.g. ## Title {#id}',
        },
  });
}

/**
 * Titles of other standards in the lists of a text (normative references, bibliography), by key: a number and a title. Items
 * with more than one number, or with a Chinese title, give none.
 */
export function collectListedTitles(
  runs: readonly TextRun[],
  clauses: readonly ParsedClause[],
): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  for (const run of runs) {
    const kind = clauses[run.clause]?.kind;
    if (run.place !== 'list' || (kind !== 'references' && kind !== 'bibliography')) continue;
    const [found, second] = findNumbers(run.text);
    if (!found || second || run.text.slice(0, found.start).trim() !== '') continue;
    const title = run.text.slice(found.end).replace(/^[\s,，:：]+|[\s.。]+$/g, '');
    if (title === '' || /\p{Script=Han}/u.test(title)) continue;
    titles.set(numberKey(found.number), title);
  }
  return titles;
}

/** Entries of chapter 3. */
export function collectTerms(
  clauses: readonly ParsedClause[],
  headings: readonly {
    readonly abbreviations: readonly string[];
    readonly admitted: readonly string[];
  }[],
): readonly Term[] {
  const terms: Term[] = [];
  clauses.forEach((clause, index) => {
    if (clause.kind !== 'term') return;
    const paragraphs = clause.blocks.filter(
      (block) => block.type === 'paragraph' && remarkKind(block) === null,
    );
    const source = paragraphs.find(isSource);
    const definition = paragraphs.find((block) => !isSource(block));
    const sourceText = source
      ? plainText(source)
          .replace(/^\[(?:来源|source)\s*[：:]\s*/i, '')
          .replace(/\]$/, '')
      : undefined;
    terms.push({
      clause: index,
      term: clause.title,
      ...(clause.titleEn === undefined ? {} : { termEn: clause.titleEn }),
      abbreviations: headings[index]?.abbreviations ?? [],
      admitted: headings[index]?.admitted ?? [],
      definition: definition ? plainText(definition).trim() : '',
      ...(sourceText === undefined ? {} : { source: sourceText }),
    });
  });
  return terms;
}

const sentence = /[^。！？；\n]+[。！？；]?/g;
const withoutProvisions: ReadonlySet<string> = new Set(['scope', 'references', 'terms', 'term']);

/** Characters of a list's lead that each of its items repeats. */
const longestLead = 300;

interface Lead {
  readonly text: string;
  readonly found: ReturnType<typeof classifySentence>;
}

/**
 * Provisions of the normative clauses. The author's tag wins; elsewhere the modal verb decides
 * (GB/T 1.1—2020, annex C). Items after a sentence that ends in a colon carry that sentence's verb.
 */
export function collectProvisions(
  runs: readonly TaggedRun[],
  clauses: readonly ParsedClause[],
  profile: StandardMeta['profile'],
  marks: ReadonlyMap<SyntaxNode, Mark>,
): readonly Provision[] {
  const provisions: Provision[] = [];
  const byBlock = new Map(runs.map((run) => [run.block, run]));
  const tagged = new Map<number, TaggedRun[]>();
  for (const run of runs) {
    if (run.tags.length === 0) continue;
    const list = tagged.get(run.clause);
    if (list) list.push(run);
    else tagged.set(run.clause, [run]);
  }
  clauses.forEach((clause, index) => {
    if (!clause.normative || withoutProvisions.has(clause.kind)) return;
    let count = 0;
    const seen = new Set<TaggedRun>();
    const add = (provision: Omit<Provision, 'id' | 'clause'>, id?: string): void => {
      count++;
      provisions.push({ id: id ?? `${clause.id}.p${count}`, clause: index, ...provision });
    };
    const addTagged = (run: TaggedRun): string => {
      if (run.tags.length === 0) return run.text;
      seen.add(run);
      let masked = '';
      let at = 0;
      for (const { start, end, node } of run.tags) {
        const tag = node.name as keyof typeof provisionTags;
        const text = run.text.slice(start, end).trim();
        const found = classifySentence(text, profile);
        const { object, characteristic, verify } = node.attributes ?? {};
        add(
          {
            type: provisionTags[tag],
            negative: found?.negative ?? false,
            verb: found?.verb ?? '',
            text,
            by: 'author',
            ...(object ? { object } : {}),
            ...(characteristic ? { characteristic } : {}),
            ...(verify ? { verify } : {}),
          },
          marks.get(node)?.id,
        );
        // An outer tag comes after the ones inside it and takes their place.
        if (start < at) masked = masked.slice(0, start);
        else masked += run.text.slice(at, start);
        masked += '。'.repeat(end - masked.length);
        at = end;
      }
      return masked + run.text.slice(at);
    };
    const readText = (run: TaggedRun, lead: Lead | null, listFollows: boolean): Lead | null => {
      const sentences = addTagged(run).match(sentence) ?? [];
      let next: Lead | null = null;
      sentences.forEach((raw, position) => {
        const text = raw.trim();
        if (/^[。；！？]*$/.test(text)) return;
        const own = classifySentence(text, profile);
        const found = own ?? (position === 0 ? (lead?.found ?? null) : null);
        const full = lead && position === 0 ? `${lead.text.slice(0, longestLead)}：${text}` : text;
        if (listFollows && position === sentences.length - 1 && /[：:]$/.test(text)) {
          next = { text: full.slice(0, -1), found };
          return;
        }
        if (found) add({ ...found, text: full.replace(/[；;]$/, '。'), by: 'detector' });
      });
      return next;
    };
    const readBlocks = (blocks: readonly SyntaxNode[], lead: Lead | null): void => {
      let open = lead;
      blocks.forEach((block, position) => {
        if (remarkKind(block) !== null) return;
        const run = byBlock.get(block);
        if (block.type === 'paragraph' && run) {
          open = readText(run, position === 0 ? lead : null, blocks[position + 1]?.type === 'list');
        } else if (block.type === 'list') {
          for (const item of block.children ?? []) readBlocks(item.children ?? [], open);
          open = null;
        } else if (block.type === 'blockquote') readBlocks(block.children ?? [], null);
        else if (block.type === 'containerDirective') readFootnotes(block);
      });
    };
    /** Footnotes of tables and figures may hold requirements (GB/T 1.1—2020, 9.12). */
    const readFootnotes = (exhibit: SyntaxNode): void => {
      for (const { type, children } of exhibit.children ?? []) {
        if (type === 'footnoteDefinition') readBlocks(children ?? [], null);
      }
    };
    readBlocks(clause.blocks, null);
    for (const run of tagged.get(index) ?? []) if (!seen.has(run)) addTagged(run);
  });
  return provisions;
}
