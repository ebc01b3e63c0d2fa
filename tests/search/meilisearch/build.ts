import { shortDigest } from '#library/digest.ts';
import type { SearchLibrary } from '#search/library.ts';
import { buildCatalog } from '#core/catalog/index.ts';
import { buildSystems } from '#core/systems/index.ts';
import type { StandardRow } from '#core/model/row.ts';
import type { Clause, CompiledStandard } from '#core/model/standard.ts';
import { makeRecord, makeRow } from '#tests/core/catalog/build.ts';

/** A hosted standard of a few clauses. */
export interface Hosted {
  readonly number: string;
  readonly title: string;
  /** One clause each. */
  readonly texts: readonly string[];
}

const makeClause = (text: string, at: number): Clause => ({
  id: `c${at}`,
  aliases: [],
  kind: 'clause',
  address: `4.${at + 1}`,
  label: `4.${at + 1}`,
  level: 2,
  title: '',
  titleHtml: '',
  normative: true,
  parent: null,
  text,
  html: '',
  line: 1,
});

/** A library in memory: hosted standards, and as many catalogue records as wanted. */
export function makeLibrary(
  hosted: readonly Hosted[],
  records: readonly string[] = [],
): SearchLibrary {
  const rows = hosted.map(({ number, title, texts }) => ({
    ...makeRow(number, { title }),
    digest: shortDigest([title, ...texts].join('\n')),
  }));
  const bodies = new Map(rows.map((row, at) => [row.slug, makeBody(row, hosted[at]?.texts ?? [])]));
  const catalog = buildCatalog({
    rows,
    records: records.map((number) => makeRecord(number)),
    asOf: '2026-06-01',
  });
  return {
    rows,
    catalog,
    systems: buildSystems([], catalog),
    vocabulary: {
      synonyms: [['冰箱', '电冰箱']],
      said: [],
      chains: [],
      industries: new Map(),
      places: new Map(),
    },
    body: (slug) => {
      const body = bodies.get(slug);
      if (!body) throw new Error(`no body ${slug}`);
      return body;
    },
  };
}

function makeBody(row: StandardRow, texts: readonly string[]): CompiledStandard {
  const { slug, kind, key, number, meta, file } = row;
  return {
    slug,
    kind,
    key,
    number,
    meta,
    file,
    figures: [],
    diagnostics: [],
    text: {
      language: 'zh',
      clauses: texts.map(makeClause),
      provisions: [],
      terms: [],
      exhibits: [],
      cellLimits: [],
      references: [],
      hasMath: false,
    },
  };
}
