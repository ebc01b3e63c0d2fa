import { buildCatalog } from '#core/catalog/index.ts';
import type { CatalogRecord } from '#core/model/catalog-record.ts';
import type { StandardRow } from '#core/model/row.ts';
import { buildSystems, readSystem } from '#core/systems/index.ts';
import type { System, SystemModel } from '#core/systems/index.ts';

export const asOf = '2026-06-01';

/** The parts of a small system of two links; each may be replaced by other YAML. */
export interface Parts {
  readonly head?: string;
  readonly tree?: string;
  readonly nodes?: string;
  readonly edges?: string;
  readonly rows?: string;
  readonly tail?: string;
}

const usual: Required<Parts> = {
  head: 'kind: 产业链\nchain: cold-chain',
  tree: `  - { code: '1', name: { zh: 通用, en: General } }
  - code: '2'
    name: { zh: 环节, en: Links }
    children:
      - { code: '2.1', name: { zh: 仓储, en: Storage } }
      - { code: '2.2', name: { zh: 运输, en: Transport } }`,
  nodes: `  - { id: store, name: { zh: 冷库, en: Store }, stage: 中游, system: '2.1' }
  - { id: road, name: { zh: 公路, en: Road }, stage: 中游, system: '2.2' }`,
  edges: '  - { from: store, to: road }',
  rows: "  - { system: '1', number: GB/T 1-2020, role: 基础 }",
  tail: '',
};

/** A whole file; `parts` stand in place of the usual ones. */
export function writeSystem(parts: Parts = {}): string {
  const { head, tree, nodes, edges, rows, tail } = { ...usual, ...parts };
  const list = (name: string, items: string) => (items === '' ? '' : `${name}:\n${items}\n`);
  return `name: { zh: 样例体系, en: Sample system }
${head}
version: '1'
date: 2026-06-01
sample: true
${list('tree', tree)}${list('nodes', nodes)}${list('edges', edges)}${list('rows', rows)}${tail}`;
}

/** The model of YAML that has nothing wrong with it. */
export function readModel(source: string, file = 'systems/sample.yaml'): SystemModel {
  const { system, diagnostics } = readSystem(source, { file });
  if (!system || diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
  return system;
}

/** A system looked up in records and rows on the day `asOf`. */
export function openSystem(
  source: string,
  records: readonly CatalogRecord[] = [],
  rows: readonly StandardRow[] = [],
  day = asOf,
) {
  const catalog = buildCatalog({ rows, records, asOf: day });
  const systems = buildSystems([readModel(source)], catalog);
  const system = systems.list[0] as System;
  return { catalog, systems, system };
}

/** Text of a line of a source, 1-based. */
export function lineOf(source: string, line: number): string {
  return source.split('\n')[line - 1] ?? '';
}
