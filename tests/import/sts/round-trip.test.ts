import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { writeSts } from '#core/exchange/sts/write-sts.ts';
import type { CompiledStandard } from '#core/model/standard.ts';
import { readDraft } from '#import/draft/read-draft.ts';
import { compileStandard } from '#library/compile-standard.ts';
import { typeOf } from '#library/figures.ts';
import { openLibrary } from '#library/open.ts';
import { isBalanced } from '#tests/support/word-import.ts';

/** Facts of a standard as lines, each telling one thing that another library relies on. */
function listFacts({ text, meta }: CompiledStandard) {
  const placed = (each: { readonly clause: number }): string =>
    JSON.stringify({ ...each, range: undefined, clause: text.clauses[each.clause]?.id });
  return {
    clauses: text.clauses.map(({ id, aliases, address, kind, title, titleEn, normative, label }) =>
      JSON.stringify([id, aliases, address, kind, title, titleEn, normative, label]),
    ),
    texts: text.clauses.map(({ id, text: words }) => `${id} ${words.replaceAll(/\s+/g, ' ')}`),
    provisions: text.provisions.map(placed),
    terms: text.terms.map(placed),
    exhibits: text.exhibits.map(placed),
    references: text.references.map(placed),
    cellLimits: text.cellLimits.map((each) => JSON.stringify(each)),
    meta: Object.entries(meta)
      .filter(([key]) => key !== 'status')
      .map((entry) => JSON.stringify(entry)),
  };
}
type Facts = ReturnType<typeof listFacts>;

const shares = new Map<keyof Facts, { same: number; all: number }>();
const errors: string[] = [];
let read = 0;

beforeAll(async () => {
  const library = await openLibrary({ dir: 'content', asOf: '2026-11-30' });
  for (const { slug } of library.rows) {
    const body = library.body(slug);
    const folder = join('content', dirname(body.file));
    const pictures = readdirSync(folder).filter((name) => typeOf(name) !== undefined);
    const attached = new Map(pictures.map((name) => [name, readFileSync(join(folder, name))]));
    const sts = writeSts(body, { status: '现行', successors: [] });
    const draft = await readDraft(new TextEncoder().encode(sts), `${slug}.xml`, { attached });
    if ('zh' in draft) throw new Error(`${slug}: ${draft.en}`);
    read += 1;
    if (!isBalanced(draft)) errors.push(`${slug} is not balanced`);
    const lost = draft.report.left.filter((left) => left.needsPerson);
    errors.push(...lost.map(({ text, why }) => `${slug}: ${text} ${why.en}`));
    const index = draft.files.get('index.md');
    const { standard } = compileStandard({
      path: `standards/${body.kind}/${slug}`,
      index: index ?? new Uint8Array(),
      english: null,
      ledger: '',
      figures: pictures.map((name) => ({ name, svg: null, isNamedRight: true })),
      digest: '',
    });
    if (!standard) throw new Error(`${slug} is no standard any more`);
    compare(listFacts(body), listFacts(standard));
  }
});

function compare(before: Facts, after: Facts): void {
  for (const key of Object.keys(before) as (keyof Facts)[]) {
    const left = new Map<string, number>();
    for (const fact of after[key]) left.set(fact, (left.get(fact) ?? 0) + 1);
    const share = shares.get(key) ?? { same: 0, all: 0 };
    for (const fact of before[key]) {
      const count = left.get(fact) ?? 0;
      if (count > 0) share.same += 1;
      left.set(fact, count - 1);
    }
    share.all += Math.max(before[key].length, after[key].length);
    shares.set(key, share);
  }
}

const shareOf = (key: keyof Facts): number => {
  const { same, all } = shares.get(key) ?? { same: 0, all: 1 };
  return same / all;
};

it('takes all texts of the sample library back from NISO STS, and nothing of them needs a person', () => {
  expect(read).toBe(66);
  expect(errors).toEqual([]);
});

// Measured over the samples: a footnote that its author defined before the one above it comes after it, and a blank that
// stood twice stands once. All else is the same.
it.each([
  ['clauses', 1],
  ['terms', 1],
  ['exhibits', 1],
  ['cellLimits', 1],
  ['provisions', 0.998],
  ['references', 0.998],
  ['texts', 0.999],
  ['meta', 0.999],
] as const)('keeps its %s: at least %d are the same facts', (key, floor) => {
  expect(shares.get(key)?.all).toBeGreaterThan(100);
  expect(shareOf(key)).toBeGreaterThanOrEqual(floor);
});
