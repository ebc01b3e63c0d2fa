import type { Diagnostic } from '#core/model/diagnostic.ts';
import { leaveOutConsequences } from '../structure/swallowed.ts';
import { findUnread } from '../syntax/bounds.ts';
import { missingFrontMatter } from '../syntax/front-matter.ts';
import type { Draft } from './draft.ts';
import { definePass } from './pass.ts';

/** Which findings does the author see? Not those that follow from another. */
export const findings = definePass({
  name: 'findings',
  reads: ['report', 'root', 'source'],
  adds: ['diagnostics'],
  run: (draft) => ({ diagnostics: listCauses(draft) }),
});

function listCauses({
  report: { found },
  root,
  source,
}: Pick<Draft, 'report' | 'root' | 'source'>): readonly Diagnostic[] {
  // What is found in a text without its front matter follows from that.
  const missing = found.filter(({ rule }) => rule === missingFrontMatter);
  if (missing.length > 0) return missing;
  return findUnread(found) ?? leaveOutConsequences(found, root, source);
}
