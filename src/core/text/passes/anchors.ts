import { assignAnchors } from '../anchors/assign-anchors.ts';
import { isValidId } from '../anchors/ids.ts';
import type { ParsedClause } from '../document.ts';
import type { OutlineClause } from '../structure/outline.ts';
import { definePass } from './pass.ts';

/** By which ids can clauses, exhibits, list items and provisions be addressed? */
export const anchors = definePass({
  name: 'anchors',
  reads: ['outline', 'numbering', 'taggedRuns', 'ledger', 'report'],
  adds: ['anchors', 'clauses'],
  run: ({ outline, numbering, taggedRuns, ledger, report }) => {
    const published = ledger.filter(({ id }) => isValidId(id));
    const assigned = assignAnchors(outline, numbering, taggedRuns, published, report);
    const clauses = assigned.clauses.map(({ id, aliases, clause }) =>
      toParsed(clause, id, aliases),
    );
    return { anchors: assigned, clauses };
  },
});

function toParsed(clause: OutlineClause, id: string, aliases: readonly string[]): ParsedClause {
  return {
    id,
    aliases,
    kind: clause.kind,
    address: clause.address,
    label: clause.label,
    level: clause.level,
    title: clause.title,
    ...(clause.titleEn === undefined ? {} : { titleEn: clause.titleEn }),
    normative: clause.normative,
    parent: clause.parent,
    line: clause.line,
    heading: clause.heading,
    blocks: clause.blocks,
    headingRange: clause.headingRange,
  };
}
