import type { List, Nodes } from 'mdast';
import type { TextPlace, TextRun } from '../document.ts';
import { directiveKind, readItemId, remarkKind } from '../structure/block-kinds.ts';
import type { OutlineClause } from '../structure/outline.ts';
import { childrenOf, isLabel, spanOf } from '../syntax/nodes.ts';
import type { TextDirective } from '../syntax/nodes.ts';
import { provisionDirectives, provisionTerms, valuesOf } from '../../terms/index.ts';
import type { ProvisionType } from '../../terms/index.ts';

/** A run with the author's provision tags in it (spans of its plain text). */
export interface TaggedRun extends TextRun {
  readonly tags: readonly {
    readonly start: number;
    readonly end: number;
    readonly node: TextDirective;
  }[];
  /** The block the run was taken from, and how much of its first text was left out. */
  readonly block: Nodes;
  readonly skip: number;
}

const tagTypes: ReadonlyMap<string, ProvisionType> = new Map(
  valuesOf(provisionTerms).map((type) => [provisionDirectives[type], type]),
);

/** Returns the type of provision that a directive of an author marks, `:req[…]`; undefined of another directive. */
export function readTagType({ name }: TextDirective): ProvisionType | undefined {
  return tagTypes.get(name);
}

/** The plain text of one block with its way back to the source. */
function makeRun(
  block: Nodes,
  place: TextPlace,
  clause: number,
  source: string,
  skip = 0,
): TaggedRun {
  let text = '';
  const segments: { plain: number; source: number }[] = [];
  const tags: { start: number; end: number; node: TextDirective }[] = [];
  const breaks: number[] = [];
  const code: { start: number; end: number }[] = [];
  const math: { start: number; end: number }[] = [];
  const borders: number[] = [];
  let skipping = skip;
  const visit = (node: Nodes): void => {
    if (node.type === 'text') {
      const value = node.value.slice(skipping);
      const span = spanOf(node);
      if (span)
        align(value, source, span.start + skipping, span.end, text.length, segments, breaks);
      skipping = 0;
      text += value;
    } else if (node.type === 'inlineCode' || node.type === 'inlineMath') {
      const span = spanOf(node);
      if (span) segments.push({ plain: text.length, source: span.start + 1 });
      const start = text.length;
      text += node.value;
      (node.type === 'inlineCode' ? code : math).push({ start, end: text.length });
    } else if (node.type === 'break' || node.type === 'html') {
      const span = spanOf(node);
      if (span) segments.push({ plain: text.length, source: span.start });
      text += ' ';
    } else if (node.type === 'footnoteReference' || node.type === 'image') {
      borders.push(text.length);
    } else {
      const start = text.length;
      const isBorder = node.type === 'link' || node.type === 'textDirective';
      if (isBorder) borders.push(start);
      for (const child of childrenOf(node)) visit(child);
      if (isBorder) borders.push(text.length);
      if (node.type === 'textDirective' && readTagType(node)) {
        tags.push({ start, end: text.length, node });
      }
    }
  };
  for (const child of childrenOf(block)) visit(child);
  return {
    place,
    clause,
    text,
    segments,
    tags,
    block,
    skip,
    ...(code.length > 0 ? { code } : {}),
    ...(math.length > 0 ? { math } : {}),
    ...(borders.length > 0 ? { borders } : {}),
    ...(breaks.length > 0 ? { breaks } : {}),
  };
}

const lineEnd = /\n[ \t>]*/y;

/** Map a text node's value onto its source, which may hold escapes, entities and joined lines. */
function align(
  value: string,
  source: string,
  start: number,
  end: number,
  plain: number,
  segments: { plain: number; source: number }[],
  breaks: number[],
): void {
  segments.push({ plain, source: start });
  if (source.startsWith(value, start)) return;
  let at = start;
  for (let index = 0; index < value.length; index++) {
    let next = at;
    if (source[at] === '\n') {
      lineEnd.lastIndex = at;
      next = Math.min(lineEnd.exec(source) ? lineEnd.lastIndex : at, end);
      if (value[index] === ' ') {
        segments.push({ plain: plain + index, source: at });
        at = next;
        segments.push({ plain: plain + index + 1, source: at });
        breaks.push(plain + index + 1);
        continue;
      }
      breaks.push(plain + index);
      at = next;
      segments.push({ plain: plain + index, source: at });
    }
    while (next < end && next - at < 12 && source[next] !== value[index]) next++;
    if (source[next] !== value[index]) next = at;
    if (next !== at) segments.push({ plain: plain + index, source: next });
    at = next + 1;
  }
}

/** What is the same for all runs of a clause. */
interface ClauseRuns {
  readonly clause: number;
  readonly source: string;
  readonly printed: ReadonlySet<readonly Nodes[]>;
  readonly runs: TaggedRun[];
}

/** All runs of a document, clause by clause, in reading order; of footnotes those whose blocks are `printed`. */
export function collectRuns(
  clauses: readonly OutlineClause[],
  source: string,
  printed: ReadonlySet<readonly Nodes[]>,
): readonly TaggedRun[] {
  const runs: TaggedRun[] = [];
  clauses.forEach(({ kind, heading, title, blocks }, clause) => {
    const work: ClauseRuns = { clause, source, printed, runs };
    if (heading && title) runs.push(makeRun(heading, 'heading', clause, source));
    let defined = kind !== 'term';
    for (const block of blocks) {
      let place: TextPlace = 'paragraph';
      if (kind === 'term' && block.type === 'paragraph' && remarkKind(block) === null) {
        if (isSource(block)) place = 'source';
        else if (!defined) {
          place = 'definition';
          defined = true;
        }
      }
      collectBlock(block, place, work);
    }
  });
  return runs;
}

/** `skip`: characters of the block's first text to leave out. */
function collectBlock(node: Nodes, outer: TextPlace, work: ClauseRuns, skip = 0): void {
  const { clause, source, printed, runs } = work;
  const inner = remarkKind(node) ?? outer;
  switch (node.type) {
    case 'paragraph':
    // Inside another block a heading makes no clause: it is printed as a paragraph.
    case 'heading': {
      const isCaption = isLabel(node);
      const place = isCaption ? 'caption' : inner;
      runs.push(makeRun(node, place, clause, source, isCaption ? 0 : skip));
      return;
    }
    case 'tableCell':
      runs.push(makeRun(node, inner === 'paragraph' ? 'cell' : inner, clause, source));
      return;
    case 'list':
      collectItems(node, inner === 'paragraph' || inner === 'definition' ? 'list' : inner, work);
      return;
    case 'footnoteDefinition':
      if (!printed.has(node.children)) return;
      for (const child of node.children) collectBlock(child, 'footnote', work);
      return;
    default:
      collectChildren(node, inner, work);
  }
}

function collectItems(list: List, place: TextPlace, work: ClauseRuns): void {
  for (const item of list.children) {
    let skip = readItemId(item)?.length ?? 0;
    for (const child of item.children) {
      collectBlock(child, place, work, skip);
      skip = 0;
    }
  }
}

function collectChildren(node: Nodes, place: TextPlace, work: ClauseRuns): void {
  const kind = directiveKind(node);
  for (const child of childrenOf(node)) {
    // The label of a formula is not printed.
    if (kind === 'formula' && isLabel(child)) continue;
    const isKey = child.type === 'list' && (kind === 'figure' || kind === 'formula');
    collectBlock(child, isKey ? 'key' : place, work);
  }
}

/** Whether a paragraph is the source of a term: `[来源：GB/T 18354—2021，3.5，有修改]`. */
export function isSource(block: Nodes): boolean {
  const [first] = childrenOf(block);
  return first?.type === 'text' && /^\[(?:来源|source)\s*[：:]/i.test(first.value);
}
