import { Document, isMap, isSeq, Scalar } from 'yaml';
import type { Bilingual } from '#core/model/diagnostic.ts';
import type { SystemKind } from '#core/systems/index.ts';
import type { ImportedBranch, PlacedRow } from './tree.ts';

export interface ImportedSystem {
  readonly name: Bilingual;
  readonly kind: SystemKind;
  readonly chain: string | undefined;
  readonly date: string;
  readonly version: string;
  readonly sample: boolean;
  readonly tree: readonly ImportedBranch[];
  readonly rows: readonly PlacedRow[];
}

const quoted = (text: string): Scalar => {
  const scalar = new Scalar(text);
  scalar.type = Scalar.QUOTE_SINGLE;
  return scalar;
};

/**
 * A file of `systems/`, one sub-system and one row a line. The body responsible for a standard is looked up, so it is
 * written only of plans.
 */
export function writeSystemYaml(system: ImportedSystem): string {
  const { name, kind, chain, date, version, sample, tree, rows } = system;
  const document = new Document({
    name,
    kind,
    ...(chain !== undefined && { chain }),
    version: quoted(version),
    date,
    ...(sample && { sample }),
    tree: tree.map(describeBranch),
    rows: rows.map(describeRow),
  });
  flow(document.get('name'));
  flowBranches(document.get('tree'));
  const list = document.get('rows');
  if (isSeq(list)) for (const item of list.items) flow(item);
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

function describeBranch({ code, name, expected, children }: ImportedBranch): object {
  return {
    code: quoted(code),
    name,
    ...(expected !== undefined && { expected }),
    ...(children.length > 0 && { children: children.map(describeBranch) }),
  };
}

function describeRow({ row, system, code, title }: PlacedRow): object {
  const { number, planned, role, remark } = row;
  return {
    ...(code !== undefined && { code: quoted(code) }),
    system: quoted(system),
    ...(number !== undefined && { number }),
    ...(title !== undefined && { title }),
    ...(planned && {
      planned: planned.english ? { zh: row.title, en: planned.english } : row.title,
      stage: planned.stage,
      level: planned.level,
      ...(planned.responsible && { responsible: planned.responsible }),
      ...(planned.year !== undefined && { year: planned.year }),
      ...(planned.plan && { plan: planned.plan }),
    }),
    role,
    ...(remark && { remark }),
  };
}

function flow(node: unknown): void {
  if (isMap(node)) node.flow = true;
}

/** Those at the ends of the tree on one line, the others over those below. */
function flowBranches(node: unknown): void {
  if (!isSeq(node)) return;
  for (const item of node.items) {
    if (!isMap(item)) continue;
    const children = item.get('children');
    if (children === undefined) item.flow = true;
    else flow(item.get('name'));
    flowBranches(children);
  }
}
