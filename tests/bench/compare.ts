import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compareTexts } from '#core/compare/index.ts';
import type { ComparableClause, ComparableText } from '#core/compare/index.ts';
import { compileStandard } from '#library/compile-standard.ts';

const kinds = new Set(['chapter', 'clause', 'annex']);

function readSample(slug: string): ComparableText {
  const folder = ['local', 'group', 'enterprise']
    .map((kind) => join('content/standards', kind, slug))
    .find((path) => existsSync(path));
  if (folder === undefined) throw new Error(`no sample ${slug}`);
  const { standard } = compileStandard({
    path: folder.replace('content/', ''),
    index: readFileSync(join(folder, 'index.md')),
    english: null,
    ledger: readFileSync(join(folder, 'anchors.tsv'), 'utf8'),
    figures: [],
    digest: slug,
  });
  if (!standard) throw new Error(`${slug} does not compile`);
  return standard.text;
}

/** A text of so many clauses: the sample again and again, with a word of its own each time. */
function repeat(text: ComparableText, total: number): ComparableText {
  const clauses: ComparableClause[] = [];
  const provisions: ComparableText['provisions'][number][] = [];
  const exhibits: ComparableText['exhibits'][number][] = [];
  for (let round = 0; clauses.length < total; round += 1) {
    const base = clauses.length;
    const count = Math.min(text.clauses.length, total - base);
    const word = String.fromCodePoint(0x4e00 + round * 37, 0x5e00 + round * 11);
    const name = (words: string) => words.replaceAll(/[冷联]/g, word);
    for (const clause of text.clauses.slice(0, count)) {
      clauses.push({
        ...clause,
        id: `${clause.id}-${round}`,
        kind: kinds.has(clause.kind) ? clause.kind : 'clause',
        address: clause.address && `${round}.${clause.address}`,
        label: `${round}.${clause.label}`,
        parent: clause.parent === null ? null : clause.parent + base,
        text: name(clause.text),
      });
    }
    for (const each of text.provisions.filter(({ clause }) => clause < count))
      provisions.push({ ...each, clause: each.clause + base, text: name(each.text) });
    for (const each of text.exhibits.filter(({ clause }) => clause < count))
      exhibits.push({ ...each, id: `${each.id}-${round}`, clause: each.clause + base });
  }
  return { language: text.language, clauses, provisions, exhibits };
}

/** `npm run bench:compare -- --clauses 2000`: the sample editions, repeated to so many clauses each, compared. */
export function main(argv: readonly string[]): number {
  const { values } = parseArgs({
    args: [...argv],
    options: { clauses: { type: 'string', default: '2000' } },
  });
  const total = Number(values.clauses);
  for (const [from, to] of [
    ['db9902-t-12-2018', 'db9902-t-12-2023'],
    ['t-sfjd-005-2021', 't-sfjd-005-2024'],
  ] as const) {
    const [a, b] = [repeat(readSample(from), total), repeat(readSample(to), total)];
    const start = performance.now();
    const { changes } = compareTexts(a, b);
    const seconds = ((performance.now() - start) / 1000).toFixed(2);
    console.log(`${from} → ${to}: 2 × ${total} clauses, ${changes.length} changes, ${seconds} s`);
  }
  return 0;
}
