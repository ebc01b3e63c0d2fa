import type { Nodes } from 'mdast';
import { hasHan } from '../../characters/chinese.ts';
import type { Range } from '#core/model/diagnostic.ts';
import type { Reference } from '#core/model/standard.ts';
import { numberKey } from '#core/number/index.ts';
import type { FoundNumber } from '#core/number/index.ts';
import type { BlockMentions, ParsedClause, ParsedDocument, TextRun } from '../document.ts';
import { findMentions } from './mentions.ts';
import { childrenOf } from '../syntax/nodes.ts';
import { sourceOffset } from './run-offsets.ts';
import type { Report } from '../report.ts';
import type { TaggedRun } from './runs.ts';

/**
 * Returns what the text refers to: the standards it names, the mentions of each block and the numbers of each run.
 * A `[#id]` that leads nowhere is reported. The heading of a term mentions nothing: it names the term.
 */
export function collectReferences(
  runs: readonly TaggedRun[],
  clauses: readonly ParsedClause[],
  labels: ReadonlyMap<string, string>,
  report: Report,
): Pick<ParsedDocument, 'references' | 'mentions' | 'numbers'> {
  const references: Reference[] = [];
  const mentions = new Map<readonly Nodes[], BlockMentions>();
  const numbers = new Map<TextRun, readonly FoundNumber[]>();
  for (const run of runs) {
    if (!/[#\d０-９]/.test(run.text)) continue;
    const clause = clauses[run.clause];
    if (!clause) continue;
    const { found, numbers: written } = findMentions(run);
    if (written.length > 0) numbers.set(run, written);
    if (found.length === 0 || (run.place === 'heading' && clause.kind === 'term')) continue;
    mentions.set(childrenOf(run.block), { run, skip: run.skip, found });
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
        raw: piece.completed ?? piece.value,
        key: piece.key,
        dated: piece.dated,
        allParts: piece.allParts,
        ...(piece.targetClauses && { targetClauses: piece.targetClauses }),
        ...(piece.members && { members: piece.members }),
        ...(piece.others && { others: piece.others }),
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
 * Returns the titles of other standards in the lists of a text (normative references, bibliography), by key: a number
 * and a title. Items with more than one number, or with a Chinese title, give none.
 */
export function collectListedTitles({
  runs,
  clauses,
  numbers,
}: Pick<ParsedDocument, 'runs' | 'clauses' | 'numbers'>): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  for (const run of runs) {
    const kind = clauses[run.clause]?.kind;
    if (run.place !== 'list' || (kind !== 'references' && kind !== 'bibliography')) continue;
    const [found, second] = numbers.get(run) ?? [];
    if (!found || second || run.text.slice(0, found.start).trim() !== '') continue;
    const title = run.text.slice(found.end).replace(/^[\s,，:：]+|[\s.。]+$/g, '');
    if (title === '' || hasHan(title)) continue;
    titles.set(numberKey(found.number), title);
  }
  return titles;
}
