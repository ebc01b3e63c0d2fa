import type { StandardFile } from '#core/checklist/index.ts';
import { findTableLimits } from '#core/limits/index.ts';
import { readLimits } from '#core/text/meaning/provision-limits.ts';

type Clause = StandardFile['text']['clauses'][number];
type Provision = StandardFile['text']['provisions'][number];
type Table = StandardFile['text']['exhibits'][number];

/** A clause `5.2 title`, told by its address; annexes by a letter. */
export function clause(address: string, title: string, text = '', id = `c${address}`): Clause {
  const parent = /^(.+)\.[^.]+$/.exec(address)?.[1];
  const isTop = parent === undefined;
  const isAnnex = /^[A-Z]$/.test(address);
  return {
    id,
    kind: isAnnex ? 'annex' : isTop ? 'chapter' : 'clause',
    address,
    label: isAnnex ? `附录${address}` : isTop ? `第${address}章` : address,
    title,
    normative: true,
    parent: parent === undefined ? null : `c${parent}`,
    text,
  };
}

/** A provision of a clause as the compiler would find it. */
export function provision(address: string, text: string, more: Partial<Provision> = {}): Provision {
  const limits = readLimits(text)(more.type ?? 'requirement');
  return {
    id: `c${address}.p1`,
    clause: `c${address}`,
    type: 'requirement',
    negative: false,
    verb: '应',
    text,
    by: 'detector',
    ...(limits.length > 0 && { limits }),
    ...more,
  };
}

/** A table with the limits of its cells, in a clause. */
export function table(address: string, id: string, rows: Table['rows'] & object): Table {
  const limits = findTableLimits({ rows, headRows: 1 });
  return {
    id,
    kind: 'table',
    label: '表1',
    title: '限值',
    clause: `c${address}`,
    rows,
    headRows: 1,
    limits,
  };
}

/** A standard of these parts. */
export function standard(
  parts: Partial<StandardFile['text']>,
  { slug = 'gb-t-1-2025', number = 'GB/T 1—2025' } = {},
): StandardFile {
  return {
    format: 'biaolian-standard',
    version: 1,
    slug,
    number,
    metadata: { title: '某产品' },
    text: { clauses: [], provisions: [], exhibits: [], references: [], ...parts },
  };
}
