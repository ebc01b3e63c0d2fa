import { readKind } from '../match/asked.ts';
import { chooseAnswers } from '../match/choose.ts';
import { listMarks } from '../match/marks.ts';
import { readPlace } from '../match/passages.ts';
import type { Part } from '../match/plan.ts';
import type { BestStandard } from './best-narrow.ts';
import type { FoundClause, FoundStandard } from './best-standards.ts';
import { listProvisions, readText } from './read.ts';

/** The clauses of each standard by how well they answer what kind of thing is asked. */
export function chooseBest(
  found: readonly FoundStandard[],
  parts: readonly Part[],
  question: string,
): readonly BestStandard[] {
  const kind = readKind(question);
  const marks = listMarks(parts, kind);
  return found.map(({ clauses, ...rest }) => ({
    ...rest,
    clauses: chooseAnswers(clauses.map(toCandidate), kind).map(({ document, provisions }) => ({
      document,
      provisions,
      listMarks: marks,
    })),
  }));
}

function toCandidate({ document, score }: FoundClause) {
  const provisions = listProvisions(document);
  return {
    document,
    score,
    provisions,
    place: readPlace(document['place']),
    title: readText(document, 'title'),
    text: readText(document, 'text').replace(/\s+/g, ' ').trim(),
    provides: provisions.length > 0,
  };
}
