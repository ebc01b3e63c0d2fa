import type { StandardMeta } from '#core/model/meta.ts';
import type { Provision } from '#core/model/standard.ts';
import type { Mark, ParsedClause, TextRun } from '../document.ts';
import { remarkKind } from '../structure/numbering.ts';
import type { SyntaxNode } from '../syntax/syntax.ts';
import { mentioningText } from './mentions.ts';
import { classifyModals, findModals } from './provisions.ts';
import type { Modal, SentenceClass } from './provisions.ts';
import { provisionTags } from './runs.ts';
import type { TaggedRun } from './runs.ts';

const sentence = /[^。！？；\n]+[。！？；]?/g;
const withoutProvisions: ReadonlySet<string> = new Set(['scope', 'references', 'terms', 'term']);

/** Characters of a list's lead that each of its items repeats. */
const longestLead = 300;

interface Lead {
  readonly text: string;
  readonly found: SentenceClass | null;
}

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
 * Provisions of the normative clauses. The author's tag wins; elsewhere the modal verb decides
 * (GB/T 1.1—2020, annex C). Items after a sentence that ends in a colon carry that sentence's verb.
 */
export function collectProvisions(
  runs: readonly TaggedRun[],
  clauses: readonly ParsedClause[],
  modals: ReadonlyMap<TextRun, readonly Modal[]>,
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
    const classify = (run: TextRun, start: number, end: number): SentenceClass | null => {
      const within = (modals.get(run) ?? []).filter(
        ({ index: at, verb }) => at >= start && at + verb.length <= end,
      );
      return within.length > 0 ? classifyModals(within, profile) : null;
    };
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
        const found = classify(run, start, end);
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
      const sentences = [...addTagged(run).matchAll(sentence)];
      let next: Lead | null = null;
      sentences.forEach(({ 0: raw, index: start }, position) => {
        const text = raw.trim();
        if (/^[。；！？]*$/.test(text)) return;
        // The mark at its end may stand in the place of a tagged provision.
        const own = classify(run, start, start + raw.replace(/[。！？；]$/, '').length);
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
