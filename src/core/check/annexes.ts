import type { ParsedClause } from '../text/document.ts';
import type { CrossReference, RuleContext } from './rule-context.ts';

export interface AnnexMentions {
  readonly annex: ParsedClause;
  /** Mentions of the annex, its sub-clauses, tables and figures from outside it. */
  readonly mentions: readonly CrossReference[];
}

/** The annexes of a document in order, each with its mentions from outside it. */
export function findAnnexMentions(view: RuleContext): readonly AnnexMentions[] {
  const { doc, roots, rootOf, crossReferences } = view;
  const annexes = roots.flatMap((index) => {
    const annex = doc.clauses[index];
    return annex?.kind === 'annex' ? [annex] : [];
  });
  if (annexes.length === 0) return [];
  const annexOfId = new Map<string, ParsedClause>();
  const put = (id: string, clause: number) => {
    const root = rootOf(clause);
    if (root?.kind === 'annex') annexOfId.set(id, root);
  };
  doc.clauses.forEach((clause, index) => {
    for (const id of [clause.id, ...clause.aliases]) put(id, index);
  });
  for (const { id, clause } of doc.exhibits) put(id, clause);
  const mentions = new Map<ParsedClause, CrossReference[]>(annexes.map((annex) => [annex, []]));
  for (const mention of crossReferences) {
    const annex = annexOfId.get(mention.id);
    if (annex && rootOf(mention.run.clause) !== annex) mentions.get(annex)?.push(mention);
  }
  return annexes.map((annex) => ({ annex, mentions: mentions.get(annex) ?? [] }));
}
