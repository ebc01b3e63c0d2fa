import type { Term } from '#core/model/standard.ts';
import type { ParsedClause } from '../document.ts';
import { remarkKind } from '../structure/block-kinds.ts';
import { plainText } from '../syntax/syntax.ts';
import { isSource } from './runs.ts';

/**
 * The entries of terms in their order, with definition, source and other names; an entry without a definition has an
 * empty one.
 */
export function collectTerms(
  clauses: readonly ParsedClause[],
  headings: readonly {
    readonly abbreviations: readonly string[];
    readonly admitted: readonly string[];
  }[],
): readonly Term[] {
  const terms: Term[] = [];
  clauses.forEach((clause, index) => {
    if (clause.kind !== 'term') return;
    const paragraphs = clause.blocks.filter(
      (block) => block.type === 'paragraph' && remarkKind(block) === null,
    );
    const source = paragraphs.find(isSource);
    const definition = paragraphs.find((block) => !isSource(block));
    const sourceText = source
      ? plainText(source)
          .replace(/^\[(?:来源|source)\s*[：:]\s*/i, '')
          .replace(/\]$/, '')
      : undefined;
    terms.push({
      clause: index,
      term: clause.title,
      ...(clause.titleEn === undefined ? {} : { termEn: clause.titleEn }),
      abbreviations: headings[index]?.abbreviations ?? [],
      admitted: headings[index]?.admitted ?? [],
      definition: definition ? plainText(definition).trim() : '',
      ...(sourceText === undefined ? {} : { source: sourceText }),
    });
  });
  return terms;
}
