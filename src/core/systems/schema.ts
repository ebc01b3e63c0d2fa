import { z } from 'zod';
import { day } from '../model/meta.ts';
import {
  degreeTerms,
  levelTerms,
  roleTerms,
  stageTerms,
  systemKindTerms,
  valuesOf,
} from '../terms/index.ts';
import type { ChainStage, LevelWord, Role, SystemKind } from '../terms/index.ts';

export type { ChainStage, LevelWord, Role, SystemKind };

/** Position of a node along the chain, in the order they are drawn. */
export const chainStages = valuesOf(stageTerms);

/** Kinds of standards, the rows of the 统计表 (GB/T 13016—2018). */
export const roles = valuesOf(roleTerms);

export const systemKinds = valuesOf(systemKindTerms);

/** 待制定: nobody writes it yet; 在研: it is being written. */
export const planStages = ['待制定', '在研'] as const;
export type PlanStage = (typeof planStages)[number];

/** Bounds of one file: far above any real system, far below what a page can show. */
const most = { nodes: 1000, edges: 5000, rows: 10_000, branches: 500, retired: 10_000 };

const text = z.string().trim().min(1).max(2000);
const name = z.strictObject({ zh: text, en: text });
/** Chinese alone, or both languages. */
const said = z.union([
  text.transform((zh) => ({ zh, en: undefined as string | undefined })),
  z.strictObject({ zh: text, en: text.optional() }),
]);
/** A whole number; said as a whole, as each bound by itself would be said of a length. */
const whole = (least: number, greatest: number) =>
  z.number().refine((value) => Number.isInteger(value) && value >= least && value <= greatest, {
    error: `应为 ${least} 到 ${greatest} 的整数｜must be a whole number from ${least} to ${greatest}`,
  });
const count = whole(0, 10_000);

const code = z.string().regex(/^[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*$/, {
  error:
    '编码由字母、数字组成，用 . 或 - 分隔，加引号｜a code has letters and digits, parted by . or -, in quotes',
});

/** Ids of systems, chains and nodes. */
export const idPattern = /^[a-z][a-z0-9-]{0,39}$/;

const id = z.string().regex(idPattern, {
  error:
    '标识由小写字母、数字和 - 组成，以字母开头｜an id has small letters, digits and -, and starts with a letter',
});

const branch = z.strictObject({
  code,
  name,
  /** 应有数 of the rows that stand here and at no node. */
  expected: count.optional(),
  note: said.optional(),
  get children() {
    return z.array(branch).max(most.branches).optional();
  },
});

const node = z.strictObject({
  id,
  name,
  stage: z.enum(chainStages),
  /** Code of the sub-system its rows belong to. */
  system: code,
  /** 应有数; its rows unless said otherwise. */
  expected: count.optional(),
  note: said.optional(),
});

const edge = z.strictObject({
  from: id,
  to: id,
  label: said.optional(),
  /** A way back on purpose (recovery, reuse): no cycle. */
  back: z.boolean().default(false),
});

const adoption = z.strictObject({ number: text, degree: z.enum(valuesOf(degreeTerms)) });

const row = z
  .strictObject({
    /** Its node; or `system` alone where it serves the whole chain or there is no graph. */
    node: id.optional(),
    /** Other nodes it serves; it is counted at `node` only. */
    also: z.array(id).max(100).default([]),
    /** Code of the sub-system; that of the node unless said otherwise. */
    system: code.optional(),
    /** 标准体系编号 */
    code: code.optional(),
    /** Of a standard that exists. Without a year: the edition in force. */
    number: text.optional(),
    /** Of a number: its title as the author's list has it, shown, and marked, while the number is not known. */
    title: said.optional(),
    /** Working title of one that does not. */
    planned: said.optional(),
    role: z.enum(roles),
    stage: z.enum(planStages).optional(),
    level: z.enum(valuesOf(levelTerms)).optional(),
    /** 归口部门 */
    responsible: text.optional(),
    year: whole(1990, 2100).optional(),
    /** 计划号 */
    plan: text.optional(),
    /** The project that makes it, a folder of `projects/`: once that has issued a standard the row is the standard. */
    project: id.optional(),
    adopts: z.array(adoption).max(20).default([]),
    /** Left in the system although replaced or withdrawn; `remark` says why. */
    keep: z.boolean().default(false),
    remark: said.optional(),
  })
  .superRefine((value, context) => {
    const refuse = (path: string, message: string): void =>
      context.addIssue({ code: 'custom', path: [path], message });
    if ((value.number === undefined) === (value.planned === undefined)) {
      refuse(
        'number',
        'number（已有的标准）和 planned（计划的标准）写其中一个｜write either number (a standard that exists) or planned (one that does not)',
      );
    } else if (value.planned) {
      if (value.title) {
        refuse(
          'title',
          '计划的标准的名称写在 planned｜the title of a planned standard stands in planned',
        );
      }
      if (!value.level) refuse('planned', '计划的标准要写宜定级别 level｜needs a level');
    } else {
      for (const key of ['stage', 'level', 'year', 'plan', 'project'] as const) {
        if (value[key] !== undefined) {
          refuse(
            key,
            '只用于 planned：已有标准的级别和状态由编号查得｜only for planned rows: level and status of an existing standard are looked up',
          );
        }
      }
    }
    if (value.keep && !value.remark) {
      refuse('keep', 'keep 要在 remark 里写明理由｜keep needs a reason in remark');
    }
  });

/** One file of `systems/`. See docs/systems.md, where every key is explained. */
export const systemFile = z.strictObject({
  name,
  kind: z.enum(systemKinds),
  /** Id of vocabulary/chains.yaml. */
  chain: id.optional(),
  owner: text.optional(),
  /** 链长单位 */
  chainLead: text.optional(),
  version: text,
  date: day,
  sample: z.boolean().default(false),
  /** 编制说明, Markdown. */
  explanation: z.string().trim().max(50_000).default(''),
  explanationEn: z.string().trim().max(50_000).default(''),
  tree: z.array(branch).min(1).max(most.branches),
  nodes: z.array(node).max(most.nodes).default([]),
  edges: z.array(edge).max(most.edges).default([]),
  rows: z.array(row).max(most.rows).default([]),
  /** Codes that rows had once and none may have again. */
  retired: z.array(code).max(most.retired).default([]),
});

export type SystemFile = z.infer<typeof systemFile>;
