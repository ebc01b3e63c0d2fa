import type { catalogueColumns } from '#library/catalogue.ts';

export type CatalogueColumn = (typeof catalogueColumns)[number];

/**
 * Names under which lists carry each column, the better name first where a list may hold two of them.
 * 归口单位 looks after a standard and 主管部门 after its field; neither issues it, and there is no column for them.
 * 被代替标准 (462) is what a standard replaces and 代替标准 (461) what replaces it, as in
 * GB/T 22373—2021.
 */
const names: Readonly<Record<CatalogueColumn, string>> = {
  number:
    'number|标准号|标准编号|编号|标准代号|标准代号及编号|standard number|standard no|std no|reference|ref',
  title:
    'title|中文名称|标准中文名称|标准名称|名称|中文标准名称|标准题名|题名|title zh|chinese title|name|' +
    'standard title',
  title_en: 'title en|英文名称|标准英文名称|英文题名|英文标准名称|english title',
  status: 'status|标准状态|状态|有效性|stage',
  issued:
    'issued|发布日期|发布时间|颁布日期|发布日|issue date|date issued|published|publication date|' +
    'date published',
  implemented:
    'implemented|实施日期|实施时间|生效日期|实施日|implementation date|effective date|' +
    'date implemented',
  withdrawn: 'withdrawn|废止日期|作废日期|废止时间|withdrawal date|date withdrawn',
  replaces: 'replaces|被代替标准|被代替标准号|被替代标准|被替代标准号|supersedes',
  replaced_by: 'replaced by|代替标准|代替标准号|替代标准|替代标准号|superseded by',
  ccs: 'ccs|中国标准文献分类号|中国标准分类号|中标分类号|中标分类|ccs号|ccs分类号|ccs分类|中国标准文献分类|中国标准分类',
  ics: 'ics|国际标准分类号|国际标准分类|ics号|ics分类号|ics分类',
  issuer:
    'issuer|发布机构|发布部门|发布单位|批准发布部门|颁布部门|批准单位|dept|department|issued by',
  as_of: 'as of|采集日期|数据日期|数据截止日期|查询日期',
  source: 'source|来源|数据来源|来源类别',
};

const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\([^)]*\)|[\s_.*:-]+|^\d{3}(?:\s+|(?=\p{Script=Han}))/gu, '');

const known: ReadonlyMap<string, { readonly column: CatalogueColumn; readonly rank: number }> =
  new Map(
    Object.entries(names).flatMap(([column, list]) =>
      list
        .split('|')
        .map((name, rank) => [plain(name), { column: column as CatalogueColumn, rank }]),
    ),
  );

/** Where each column stands in a table, by the table's head. */
export interface ColumnMap {
  /** Index of the cell; absent when the table has no such column. */
  readonly at: ReadonlyMap<CatalogueColumn, number>;
  /** Heads that are not read, in their order. */
  readonly unused: readonly string[];
}

/** Reads a table's head in any order, Chinese or English; of two heads for one column the better name counts. */
export function mapColumns(head: readonly string[]): ColumnMap {
  const best = new Map<CatalogueColumn, { index: number; rank: number }>();
  for (const [index, name] of head.entries()) {
    const found = known.get(plain(name));
    if (found === undefined) continue;
    const before = best.get(found.column);
    if (before === undefined || found.rank < before.rank) {
      best.set(found.column, { index, rank: found.rank });
    }
  }
  const at = new Map([...best].map(([column, { index }]) => [column, index]));
  const used = new Set(at.values());
  return { at, unused: head.filter((name, index) => name !== '' && !used.has(index)) };
}
