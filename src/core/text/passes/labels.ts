import type { Nodes } from 'mdast';
import type { Mark } from '../document.ts';
import { definePass } from './pass.ts';

/** What does a reference to an id print, and which marks carry an id? */
export const labels = definePass({
  name: 'labels',
  reads: ['clauses', 'exhibits', 'anchors', 'numbering'],
  adds: ['labels', 'marks'],
  run: ({ clauses, exhibits, anchors, numbering }) => {
    const printed = new Map<string, string>();
    const marks = new Map<Nodes, Mark>(numbering.marks);
    for (const clause of clauses) {
      for (const id of [clause.id, ...clause.aliases]) printed.set(id, clause.label);
    }
    for (const [index, { id, label }] of exhibits.entries()) {
      printed.set(id, label);
      const node = numbering.exhibits[index]?.node;
      const mark = node && marks.get(node);
      if (mark) marks.set(node, { ...mark, id });
    }
    for (const { id, node, label, clause } of anchors.inline) {
      const text = label ?? clauses[clause]?.label ?? '';
      printed.set(id, text);
      marks.set(node, { label: marks.get(node)?.label ?? text, id });
    }
    return { labels: printed, marks };
  },
});
