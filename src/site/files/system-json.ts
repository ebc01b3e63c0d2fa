import { statisticsOf } from '#core/systems/index.ts';
import type { Branch, Node } from '#core/systems/index.ts';
import { SYSTEM_WORDS } from '../i18n/system.ts';
import { standardPath } from '../lib/urls.ts';
import type { ShownEntry, ShownRow, SystemFileView } from '../views/shapes.ts';

/** The whole of a system: what its author wrote, what was looked up, and the counts. */
export function writeSystemJson({ system, since, until }: SystemFileView): string {
  const { id, model, branches, nodes, rows, counts } = system;
  const { name, kind, chain, owner, chainLead, version, date, explanation, retired } = model;
  return JSON.stringify({
    format: 'biaolian-system',
    version: 1,
    ...(model.sample && { sample: { zh: SYSTEM_WORDS.zh.sample, en: SYSTEM_WORDS.en.sample } }),
    system: { id, name, kind, chain, owner, chainLead, version, date, explanation },
    statusSince: since,
    ...(until && { statusUntil: until }),
    counts,
    tree: listBranches(branches, null),
    nodes: nodes.map(describeNode),
    edges: model.edges.map(({ from, to, label, back }) => ({ from, to, label, back })),
    rows: rows.map((row) => describeRow(row, branches)),
    retired,
    statistics: statisticsOf(system),
  });
}

interface Box {
  readonly code: string;
  readonly name: Branch['name'];
  readonly expected?: number | undefined;
  readonly note?: Branch['note'];
  readonly counts: Branch['counts'];
  readonly children: readonly Box[];
}

function listBranches(branches: readonly Branch<ShownEntry>[], of: number | null): readonly Box[] {
  return branches.flatMap(({ code, name, expected, note, counts, parent }, at) =>
    parent === of
      ? [{ code, name, expected, note, counts, children: listBranches(branches, at) }]
      : [],
  );
}

function describeNode({ id, name, stage, system, expected, note, counts }: Node<ShownEntry>) {
  return { id, name, stage, system, expected, note, counts };
}

/** A row of a system with what was looked up of it. */
export function describeRow(row: ShownRow, branches: readonly Branch<ShownEntry>[]) {
  const { code, branch, node, also, role, level, state, number, title, subject } = row;
  const { responsible, issuers, nature, asOf, implemented, adoption, keep, remark } = row;
  const standard = subject.kind === 'standard' ? subject : undefined;
  const planned = subject.kind === 'planned' ? subject.plan : undefined;
  return {
    code,
    system: branches[branch]?.code,
    node,
    also,
    role,
    level,
    state,
    number,
    title,
    ...(subject.kind === 'unknown' && { titleFrom: 'list' }),
    responsible,
    issuers,
    nature,
    asOf,
    implemented,
    ...(standard && {
      status: standard.status.status,
      replacedBy: standard.status.replacedBy,
      hosted: standard.entry.hosted,
      path: standardPath(standard.entry.slug),
    }),
    ...(planned && { stage: planned.stage, year: planned.year, plan: planned.plan }),
    adoption,
    keep,
    remark,
  };
}
