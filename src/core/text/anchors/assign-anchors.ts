import type { Nodes } from 'mdast';
import { assignIds, isValidId, pageIds } from './ids.ts';
import type { Anchor, LedgerEntry } from './ids.ts';
import type { Numbering } from '../structure/numbering.ts';
import type { OutlineClause } from '../structure/outline.ts';
import type { Report } from '../report.ts';
import type { TaggedRun } from '../meaning/runs.ts';
import { plainText } from '../syntax/syntax.ts';

/** Ids of elements that stand once in a document. */
const elementIds: Readonly<Record<string, string>> = {
  foreword: 'foreword',
  introduction: 'introduction',
  scope: 'scope',
  references: 'normative-references',
  terms: 'terms',
  bibliography: 'bibliography',
  index: 'index',
};

export interface AssignedAnchors {
  /** All clauses with their ids, and with earlier ones, each once in the document. */
  readonly clauses: readonly {
    readonly clause: OutlineClause;
    readonly id: string;
    readonly aliases: readonly string[];
  }[];
  /** Ids of all exhibits. */
  readonly exhibits: readonly string[];
  /** Ids inside a text: list items, with what they print, and tagged provisions. */
  readonly inline: readonly {
    readonly id: string;
    readonly node: Nodes;
    readonly label: string | null;
    readonly clause: number;
  }[];
}

/** Every anchor of a document, no two alike, none of them one that the page itself has. */
export function assignAnchors(
  outline: readonly OutlineClause[],
  { exhibits, listItems }: Numbering,
  runs: readonly TaggedRun[],
  ledger: readonly LedgerEntry[],
  report: Report,
): AssignedAnchors {
  const reserved = new Set(pageIds);
  for (const { address } of outline) if (address) reserved.add(address);
  const seen = new Set<string>();
  const accept = (id: string | null | undefined, node: Nodes | null): string | null => {
    if (id === null || id === undefined || id === '') return null;
    if (!isValidId(id)) reportInvalid(id, node, report);
    else if (reserved.has(id)) reportReserved(id, node, report);
    else if (seen.has(id)) reportDuplicate(id, node, report);
    else {
      seen.add(id);
      return id;
    }
    return null;
  };
  const given = outline.map((clause) => accept(clause.authoredId, clause.heading));
  const shown = exhibits.map((exhibit) => accept(exhibit.authoredId, exhibit.node));
  const inline: AssignedAnchors['inline'][number][] = [];
  for (const { id, node, label } of listItems) {
    if (accept(id, node)) inline.push({ id, node, label, clause: -1 });
  }
  for (const { tags, clause } of runs) {
    for (const { node } of tags) {
      const id = accept(node.attributes?.id, node);
      if (id) inline.push({ id, node, label: null, clause });
    }
  }
  const aliases = outline.map((clause, index) =>
    clause.aliases.filter((alias) => alias !== given[index] && accept(alias, clause.heading)),
  );
  const anchors: Anchor[] = outline.map((clause, index) => {
    let authored = given[index] ?? null;
    const element = clause.level === 1 ? elementIds[clause.kind] : undefined;
    if (authored === null && element !== undefined && !seen.has(element)) {
      seen.add(element);
      authored = element;
    }
    return {
      authored,
      address: clause.address,
      title: clause.title,
      content: clause.title || openingOf(clause.blocks),
      parent: clause.parent,
    };
  });
  exhibits.forEach((exhibit, index) => {
    anchors.push({
      authored: shown[index] ?? null,
      address: `${exhibit.kind} ${exhibit.number}`,
      title: exhibit.title,
      content: openingOf([exhibit.node]),
      parent: exhibit.clause,
    });
  });
  const ids = assignIds(anchors, new Set([...reserved, ...seen]), ledger);
  return {
    clauses: outline.map((clause, index) => ({
      clause,
      id: ids[index] ?? '',
      aliases: aliases[index] ?? [],
    })),
    exhibits: ids.slice(outline.length),
    inline,
  };
}

/** The first 200 characters: what an anchor without a title is known by. */
function openingOf(blocks: readonly Nodes[]): string {
  let text = '';
  for (const block of blocks) {
    text += plainText(block);
    if (text.length >= 200) break;
  }
  return text.slice(0, 200);
}

function reportInvalid(id: string, node: Nodes | null, report: Report): void {
  report.add({
    rule: 'id-invalid',
    range: report.rangeOf(node),
    message: {
      zh: `标识“${id.slice(0, 60)}”不合法：以字母开头，只用字母、数字、- _ .，至多 100 字，不以 fn 开头`,
      en: `Invalid id "${id.slice(0, 60)}": start with a letter; letters, digits, - _ . only; at most 100; not starting with fn`,
    },
  });
}

function reportReserved(id: string, node: Nodes | null, report: Report): void {
  report.add({
    rule: 'id-reserved',
    range: report.rangeOf(node),
    message: {
      zh: `标识“${id}”已有他用：它是页面自己的锚点，或是本文件印出的编号`,
      en: `The id "${id}" is taken: the page itself has it, or it is a number this document prints`,
    },
    hint: { zh: '换一个标识', en: 'Choose another id' },
  });
}

function reportDuplicate(id: string, node: Nodes | null, report: Report): void {
  report.add({
    rule: 'id-duplicate',
    range: report.rangeOf(node),
    message: { zh: `标识“${id}”用了两次`, en: `The id "${id}" is used twice` },
    hint: { zh: '给其中一个换名', en: 'Rename one of them' },
  });
}
