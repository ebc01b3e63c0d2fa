import type { Family } from '../number/index.ts';
import type { Bilingual, MaybeBilingual } from '../base/bilingual.ts';
import type { Range } from '../model/diagnostic.ts';
import { levelTerms, pick } from '../terms/index.ts';
import type { AdoptionDegree, ChainStage, LevelWord, Role, SystemKind } from '../terms/index.ts';
import type { PlanStage } from './schema.ts';

export type { MaybeBilingual };

/** A sub-system (子体系), a box of the 结构图. */
export interface BranchModel {
  readonly code: string;
  readonly name: Bilingual;
  /** Index into `branches`; null at the top. */
  readonly parent: number | null;
  /** 1 at the top. */
  readonly depth: number;
  readonly expected?: number | undefined;
  readonly note?: MaybeBilingual | undefined;
  /** Where it stands in the file: `tree.0.children.1`. */
  readonly path: string;
}

/** A link of the chain (环节). */
export interface NodeModel {
  readonly id: string;
  readonly name: Bilingual;
  readonly stage: ChainStage;
  /** Code of the branch its rows belong to. */
  readonly system: string;
  readonly expected?: number | undefined;
  readonly note?: MaybeBilingual | undefined;
  readonly path: string;
}

export interface EdgeModel {
  readonly from: string;
  readonly to: string;
  readonly label?: MaybeBilingual | undefined;
  /** A way back on purpose. */
  readonly back: boolean;
  readonly path: string;
}

export interface AdoptionFact {
  readonly number: string;
  readonly degree: AdoptionDegree;
}

/** What a system says of a standard that does not exist yet. */
export interface Plan {
  readonly title: MaybeBilingual;
  readonly stage: PlanStage;
  readonly level: Family;
  readonly year?: number | undefined;
  /** 计划号 */
  readonly plan?: string | undefined;
  /** Id of the project that makes it. */
  readonly project?: string | undefined;
}

/** One row of the 明细表, as written. Exactly one of `number` and `planned` is there. */
export interface RowModel {
  readonly node?: string | undefined;
  readonly also: readonly string[];
  readonly system?: string | undefined;
  readonly code?: string | undefined;
  readonly number?: string | undefined;
  /** Of a number that is not known: as the author's list has it. */
  readonly title?: MaybeBilingual | undefined;
  readonly planned?: Plan | undefined;
  readonly role: Role;
  readonly responsible?: string | undefined;
  readonly adopts: readonly AdoptionFact[];
  readonly keep: boolean;
  readonly remark?: MaybeBilingual | undefined;
  readonly path: string;
}

/** What a file of `systems/` says of a system, without its rows. */
export interface SystemFrame {
  /** Name of the file without `.yaml`. */
  readonly id: string;
  readonly name: Bilingual;
  readonly kind: SystemKind;
  readonly chain?: string | undefined;
  readonly owner?: string | undefined;
  readonly chainLead?: string | undefined;
  readonly version: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly sample: boolean;
  /** Markdown; may be empty. */
  readonly explanation: Bilingual;
  /** Flat, parents before children, in the order of the file. */
  readonly branches: readonly BranchModel[];
  readonly nodes: readonly NodeModel[];
  readonly edges: readonly EdgeModel[];
  readonly retired: readonly string[];
}

/** One file of `systems/`, read. Nothing in it is resolved yet. */
export interface SystemModel extends SystemFrame {
  /** Relative to the library. */
  readonly file: string;
  /** In the order of the file. */
  readonly rows: readonly RowModel[];
  /** Where each key of the file stands: `rows.3.number`. */
  readonly ranges: ReadonlyMap<string, Range>;
}

/** Where a key of an element stands; the element, else the start of the file, where it has no such key. */
export function locate(model: SystemModel, path: string, key?: string): Range {
  const start = { line: 1, column: 1 };
  return (
    (key === undefined ? undefined : model.ranges.get(`${path}.${key}`)) ??
    model.ranges.get(path) ?? { start, end: start }
  );
}

const families: Readonly<Record<LevelWord, Family>> = pick(levelTerms, 'family');

/** The family of numbers a word of 宜定级别 stands for. */
export function familyOfLevel(word: LevelWord): Family {
  return families[word];
}
