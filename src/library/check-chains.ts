import { distance } from 'fastest-levenshtein';
import type { Diagnostic } from '#core/model/diagnostic.ts';
import type { StandardRow } from '#core/model/row.ts';
import type { Chain } from './vocabulary.ts';

/** Chains a standard names that the vocabulary does not have; nothing where there is no vocabulary. */
export function checkChains(
  rows: readonly StandardRow[],
  chains: readonly Chain[],
  readSource: (file: string) => string,
): readonly Diagnostic[] {
  if (chains.length === 0) return [];
  const known = new Set(chains.map(({ id }) => id));
  return rows.flatMap(({ file, meta }) =>
    meta.chains
      .filter((id) => !known.has(id))
      .map((id): Diagnostic => {
        const before = readSource(file).split(/^chains:/m)[0] ?? '';
        const position = { line: before.split('\n').length, column: 1 };
        const near = [...known].sort((a, b) => distance(a, id) - distance(b, id))[0] ?? '';
        return {
          rule: 'chain-unknown',
          severity: 'warning',
          file,
          range: { start: position, end: position },
          message: {
            zh: `产业链“${id}”不在 vocabulary/chains.yaml 里`,
            en: `The chain "${id}" is not in vocabulary/chains.yaml`,
          },
          hint: { zh: `是不是想写 ${near}？`, en: `Did you mean ${near}?` },
        };
      }),
  );
}
