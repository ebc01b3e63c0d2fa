/** What stands above and below 意见汇总处理表. */
export interface TableFacts {
  /** Title of the draft. */
  readonly title: string;
  readonly plan?: string | undefined;
  /** Who answers for the draft. */
  readonly office?: string | undefined;
}

/** What the table is called. */
export const tableTitle = '意见汇总处理表';

/** Widths of its columns in characters; A4 across holds some 150 with them. */
export const columnWidths = [6, 14, 52, 22, 12, 40, 14] as const;

/** The lines between its title and its heads. */
export function describeTableFacts({ title, plan, office }: TableFacts): readonly string[] {
  const facts = [plan && `计划号：${plan}`, office && `承办单位：${office}`].filter(Boolean);
  return [`标准名称：${title}`, facts.join('　　')];
}
