import { fileStart, startReport } from '../text/report.ts';
import type { Report } from '../text/report.ts';
import { offsetAt } from '../text/syntax/positions.ts';
import { reportProseValue } from '../text/syntax/prose.ts';
import { readYaml, validateYaml } from '../text/syntax/yaml-data.ts';
import type { YamlWords } from '../text/syntax/yaml-data.ts';
import type { Diagnostic, Range } from '../model/diagnostic.ts';
import { familyOfLevel } from './model.ts';
import type { BranchModel, RowModel, SystemModel } from './model.ts';
import { idPattern, systemFile } from './schema.ts';
import type { SystemFile } from './schema.ts';

const longest = 4_000_000;
const deepestTree = 8;

const words: YamlWords = {
  broken: { rule: 'system-yaml' },
  unknownKey: { rule: 'system-unknown-key' },
  value: { rule: 'system-value' },
  name: { zh: '标准体系', en: 'standard system' },
  guide: {
    zh: '键名区分大小写，见 docs/systems.md',
    en: 'Keys are case-sensitive; see docs/systems.md',
  },
  deepest: 2 * deepestTree + 6,
};

export interface ReadSystemOptions {
  /** Path shown in diagnostics, relative to the library; its name is the id. */
  readonly file: string;
}

export interface ReadSystem {
  readonly system: SystemModel | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Addresses below `/systems/` that are not those of a system. */
const reserved: ReadonlySet<string> = new Set(['gaps']);

/** Lists whose broken elements are left out; the rest of the system is there. */
const lists = ['nodes', 'edges', 'rows'] as const;
type ListName = (typeof lists)[number];

/**
 * Read one file of `systems/`. Never throws on content: a broken row, node or edge is a finding at its
 * line and is left out; a file whose head or tree is broken has no system. `source` uses LF line ends.
 */
export function readSystem(source: string, options: ReadSystemOptions): ReadSystem {
  const { file } = options;
  const report = startReport(file, source);
  const id = /([^/]*)\.yaml$/.exec(file)?.[1] ?? '';
  const read = (): SystemModel | null => {
    if (!idPattern.test(id) || reserved.has(id)) return refuseName(id, report);
    if (source.length > longest) return refuseLength(report);
    const { data, ranges } = readYaml(source, 0, words, report);
    if (data === undefined) return null;
    const checked = validateYaml(systemFile, data, ranges, words, report);
    if (checked) return build({ id, file, ranges }, checked, {});
    const { pruned, kept } = leaveOutBroken(data);
    const rest = systemFile.safeParse(pruned);
    return rest.success ? build({ id, file, ranges }, rest.data, kept) : null;
  };
  const system = read();
  if (system) reportExplanation(system, report);
  return { system, diagnostics: report.found };
}

function reportExplanation({ explanation, ranges }: SystemModel, report: Report): void {
  for (const [key, said] of [
    ['explanation', explanation.zh],
    ['explanationEn', explanation.en],
  ] as const) {
    const range = ranges.get(key);
    if (range) reportProseValue(said, offsetAt(report.lineStarts, range.start), report);
  }
}

/** The original places of the elements of a list, where some were left out. */
type Kept = Readonly<Partial<Record<ListName, readonly number[]>>>;

function leaveOutBroken(data: unknown): { readonly pruned: unknown; readonly kept: Kept } {
  const result = systemFile.safeParse(data);
  if (result.success || typeof data !== 'object' || data === null)
    return { pruned: data, kept: {} };
  const pruned: Record<string, unknown> = { ...data };
  const kept: Partial<Record<ListName, readonly number[]>> = {};
  for (const name of lists) {
    const list = pruned[name];
    if (!Array.isArray(list)) continue;
    const broken = new Set(
      result.error.issues.flatMap(({ path }) => (path[0] === name ? [path[1]] : [])),
    );
    const places = list.flatMap((_, index) => (broken.has(index) ? [] : [index]));
    kept[name] = places;
    pruned[name] = places.map((index): unknown => list[index]);
  }
  return { pruned, kept };
}

function build(
  facts: Pick<SystemModel, 'id' | 'file'> & {
    readonly ranges: ReadonlyMap<string, Range>;
  },
  data: SystemFile,
  kept: Kept,
): SystemModel {
  const pathOf = (name: ListName, index: number): string =>
    `${name}.${kept[name]?.[index] ?? index}`;
  const { tree, nodes, edges, rows, explanation, explanationEn, ...head } = data;
  return {
    ...facts,
    ...head,
    explanation: { zh: explanation, en: explanationEn },
    branches: flattenTree(tree),
    nodes: nodes.map((node, index) => ({ ...node, path: pathOf('nodes', index) })),
    edges: edges.map((edge, index) => ({ ...edge, path: pathOf('edges', index) })),
    rows: rows.map((row, index) => toRow(row, pathOf('rows', index))),
  };
}

function toRow(row: SystemFile['rows'][number], path: string): RowModel {
  const { planned, stage = '待制定', level, year, plan, project, ...rest } = row;
  if (!planned || !level) return { ...rest, path };
  return {
    ...rest,
    planned: { title: planned, stage, level: familyOfLevel(level), year, plan, project },
    path,
  };
}

function flattenTree(tree: SystemFile['tree']): readonly BranchModel[] {
  const branches: BranchModel[] = [];
  const visit = (
    list: SystemFile['tree'],
    parent: number | null,
    depth: number,
    path: string,
  ): void => {
    if (depth > deepestTree) return;
    for (const [index, { children, ...branch }] of list.entries()) {
      const own = `${path}.${index}`;
      const at = branches.push({ ...branch, parent, depth, path: own }) - 1;
      visit(children ?? [], at, depth + 1, `${own}.children`);
    }
  };
  visit(tree, null, 1, 'tree');
  return branches;
}

function refuseName(id: string, report: Report): null {
  report.add({
    rule: 'system-file-name',
    range: fileStart,
    message: {
      zh: `文件名“${id.slice(0, 60)}”不能作标识，没有读入`,
      en: `The file name "${id.slice(0, 60)}" cannot be an id; it was not read`,
    },
    hint: {
      zh: '用小写字母、数字和 -，以字母开头，如 cold-chain.yaml；gaps 已是网站的一页',
      en: 'Use small letters, digits and -, starting with a letter: cold-chain.yaml; gaps is a page of the site',
    },
  });
  return null;
}

function refuseLength(report: Report): null {
  report.add({
    rule: 'system-too-long',
    range: fileStart,
    message: {
      zh: `文件太长（至多 ${longest} 字），没有读入`,
      en: `The file is too long (at most ${longest} characters) and was not read`,
    },
    hint: { zh: '拆成几个体系', en: 'Divide it into several systems' },
  });
  return null;
}
