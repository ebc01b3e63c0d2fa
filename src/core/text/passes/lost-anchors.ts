import { reportLost } from '../anchors/lost-anchors.ts';
import { findUnread } from '../syntax/bounds.ts';
import { definePass } from './pass.ts';

/** Which anchors that were published are gone? Asked only of a text that was read as a whole. */
export const lostAnchors = definePass({
  name: 'lost-anchors',
  reads: ['meta', 'clauses', 'exhibits', 'ledger', 'report'],
  adds: [],
  run: ({ meta, clauses, exhibits, ledger, report }) => {
    // Without front matter there is no generated foreword, and what else is missing follows from it.
    if (meta && !findUnread(report.found)) reportLost(clauses, exhibits, ledger, report);
    return {};
  },
});
