import type { Nodes } from 'mdast';
import { memo } from '#core/base/memo.ts';
import type { Provision } from '#core/model/standard.ts';
import type { ParsedClause, TextRun } from '../document.ts';
import { remarkKind } from '../structure/block-kinds.ts';
import { mentioningText } from './mentions.ts';
import { findModals } from './modals.ts';
import { readLimits } from './provision-limits.ts';
import type { Modal } from './modals.ts';
import type { TaggedRun } from './runs.ts';
import { readSentences } from './sentence-provisions.ts';
import type { FoundProvision, Lead, ProvisionSource } from './sentence-provisions.ts';
import { readTags } from './tagged-provisions.ts';

const withoutProvisions: ReadonlySet<string> = new Set(['scope', 'references', 'terms', 'term']);

/** Returns the modal verbs in the prose of runs by the run; runs without any are left out. */
export function collectModals(runs: readonly TextRun[]): ReadonlyMap<TextRun, readonly Modal[]> {
  const modals = new Map<TextRun, readonly Modal[]>();
  for (const run of runs) {
    const found = findModals(mentioningText(run));
    if (found.length > 0) modals.set(run, found);
  }
  return modals;
}

/**
 * Returns the provisions of the normative clauses in order, those of a clause numbered `p1`, `p2` … The author's tag
 * wins; elsewhere the modal verb decides (GB/T 1.1—2020, annex C). Scope, references and terms hold none.
 */
export function collectProvisions(
  runs: readonly TaggedRun[],
  clauses: readonly ParsedClause[],
  source: ProvisionSource,
): readonly Provision[] {
  const byBlock = new Map(runs.map((run) => [run.block, run]));
  const tagged = Map.groupBy(
    runs.filter(({ tags }) => tags.length > 0),
    ({ clause }) => clause,
  );
  const limitsIn = memo(readLimits);
  return clauses.flatMap((clause, index) => {
    if (!clause.normative || withoutProvisions.has(clause.kind)) return [];
    const prose = readProse(clause.blocks, byBlock, source);
    const elsewhere = (tagged.get(index) ?? [])
      .filter((run) => !prose.read.has(run))
      .flatMap((run) => readTags(run, source).found);
    return [...prose.found, ...elsewhere].map(({ id, ...found }, at) => {
      const limits = limitsIn(found.text)(found.type);
      return {
        id: id ?? `${clause.id}.p${at + 1}`,
        clause: index,
        ...found,
        ...(limits.length > 0 ? { limits } : {}),
      };
    });
  });
}

/**
 * Returns the provisions of paragraphs, lists, quotations and footnotes below tables and figures (GB/T 1.1—2020, 9.12)
 * in the order of the text, and which runs were read for them. Notes and examples hold none but those that are tagged.
 */
function readProse(
  blocks: readonly Nodes[],
  byBlock: ReadonlyMap<Nodes, TaggedRun>,
  source: ProvisionSource,
): { readonly found: readonly FoundProvision[]; readonly read: ReadonlySet<TaggedRun> } {
  const found: FoundProvision[] = [];
  const read = new Set<TaggedRun>();
  const readParagraph = (run: TaggedRun, lead: Lead | null, listFollows: boolean): Lead | null => {
    read.add(run);
    const tags = readTags(run, source);
    const sentences = readSentences(run, tags.rest, { lead, listFollows }, source);
    found.push(...tags.found, ...sentences.found);
    return sentences.lead;
  };
  const readBlocks = (siblings: readonly Nodes[], lead: Lead | null): void => {
    let open = lead;
    siblings.forEach((block, position) => {
      if (remarkKind(block) !== null) return;
      const run = byBlock.get(block);
      if (block.type === 'paragraph' && run) {
        const listFollows = siblings[position + 1]?.type === 'list';
        open = readParagraph(run, position === 0 ? lead : null, listFollows);
      } else if (block.type === 'list') {
        for (const item of block.children) readBlocks(item.children, open);
        open = null;
      } else if (block.type === 'blockquote') readBlocks(block.children, null);
      else if (block.type === 'containerDirective') {
        for (const child of block.children) {
          if (child.type === 'footnoteDefinition') readBlocks(child.children, null);
        }
      }
    });
  };
  readBlocks(blocks, null);
  return { found, read };
}
