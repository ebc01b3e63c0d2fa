import type { Diagnostic } from '../model/diagnostic.ts';
import { makeFinding, startOfLine } from '../model/finding.ts';
import type { PartnerFacts } from '../model/partner.ts';
import type { CatalogRecord } from '../model/catalog-record.ts';
import type { StandardRow } from '../model/row.ts';
import { numberKey, parseNumber } from '../number/index.ts';

/** A partner with those of its standards that are shown here. */
export interface Partner extends PartnerFacts {
  readonly rows: readonly StandardRow[];
  /** What its catalogue says of local standards of the city whose texts are not here. */
  readonly records: readonly CatalogRecord[];
}

/** The catalogue of a partner, with the file that a record stands in. */
export interface PartnerCatalogue {
  readonly records: readonly CatalogRecord[];
  readonly fileOf: (key: string) => string;
}

/** What a partner's standards are held against. */
export interface OwnStandards {
  readonly rows: readonly StandardRow[];
  readonly records: readonly CatalogRecord[];
  /** Ids of the chains of the vocabulary. */
  readonly chains: readonly string[];
}

/**
 * The standards of partners that are shown beside the library's own, with findings about those that are not: a text with
 * errors, and a number that the library itself or an earlier partner hosts. What a partner's front matter says of
 * standards of others (that it replaces one) and of chains that are unknown here is not taken; of its catalogue only what
 * it says of local standards of its own city.
 */
export function admitPartners(
  partners: readonly PartnerFacts[],
  rowsOf: (id: string) => readonly StandardRow[],
  catalogueOf: (id: string) => PartnerCatalogue,
  own: OwnStandards,
): { readonly partners: readonly Partner[]; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const taken = new Map(own.rows.map((row) => [row.key, row.file]));
  const records = new Set(own.records.map(({ key }) => key));
  const chains = new Set(own.chains);
  const admitted = partners.map((partner): Partner => {
    const shown = rowsOf(partner.id).filter((row) => {
      const errors = row.diagnostics.filter(({ severity }) => severity === 'error').length;
      const other = taken.get(row.key);
      if (errors > 0) diagnostics.push(leaveOut(row, errors));
      else if (other !== undefined) diagnostics.push(refuseNumber(row, other));
      else taken.set(row.key, row.file);
      return errors === 0 && other === undefined;
    });
    const catalogue = catalogueOf(partner.id);
    const facts = catalogue.records.filter(
      ({ key }) => isOfCity(key, partner) && !taken.has(key) && !records.has(key),
    );
    diagnostics.push(...leaveOutRecords(partner, catalogue, [...facts, ...shown]));
    const itsOwn = new Set([...shown, ...facts].map(({ key }) => key));
    const isItsOwn = (key: string): boolean =>
      itsOwn.has(key) || !(taken.has(key) || records.has(key));
    const rows = shown.map((row): StandardRow => {
      const { meta } = row;
      const replaces = meta.replaces.filter(({ number }) => {
        const parsed = parseNumber(number);
        return isItsOwn(parsed.ok ? numberKey(parsed.number) : number);
      });
      const known = meta.chains.filter((chain) => chains.has(chain));
      return { ...row, meta: { ...meta, replaces, chains: known } };
    });
    for (const { key } of facts) records.add(key);
    return {
      ...partner,
      rows,
      records: facts.map((record) => ({
        ...record,
        replaces: record.replaces.filter(isItsOwn),
        replacedBy: record.replacedBy.filter(isItsOwn),
      })),
    };
  });
  return { partners: admitted, diagnostics };
}

/** Whether a number is one of the local standards of a partner's city: `DB9903/T 8-2024`. */
function isOfCity(key: string, { code }: PartnerFacts): boolean {
  const parsed = parseNumber(key);
  return parsed.ok && parsed.number.family === 'local' && parsed.number.prefix === `DB${code}`;
}

/** One finding for each table with rows that are not shown: of standards of others, and of those that are here already. */
function leaveOutRecords(
  partner: PartnerFacts,
  { records, fileOf }: PartnerCatalogue,
  shown: readonly { readonly key: string }[],
): readonly Diagnostic[] {
  const here = new Set(shown.map(({ key }) => key));
  const left = records.filter(({ key }) => !here.has(key));
  return [...Map.groupBy(left, ({ key }) => fileOf(key))].map(([file, rows]) => {
    const others = rows.filter(({ key }) => !isOfCity(key, partner));
    const [first = rows[0]] = others;
    return makeFinding(file, {
      rule: 'partner-record',
      range: startOfLine(1),
      message: {
        zh: `${rows.length} 行题录没有收入：${others.length} 行不是${partner.name.zh}的地方标准，${rows.length - others.length} 行本库或先列的伙伴已有；如 ${first?.number ?? ''}`,
        en: `${rows.length} records are left out: ${others.length} are no local standards of ${partner.name.en}, ${rows.length - others.length} are here or with an earlier partner already; such as ${first?.number ?? ''}`,
      },
      hint: {
        zh: '要用其中别处的标准，用 std exchange import 把伙伴的 catalogue.json 取入本库的目录',
        en: "To have those of others, take the partner's catalogue.json into the catalogue of this library with std exchange import",
      },
    });
  });
}

function leaveOut({ file, number }: StandardRow, errors: number): Diagnostic {
  return makeFinding(file, {
    rule: 'partner-text',
    range: startOfLine(1),
    message: {
      zh: `${number} 有 ${errors} 处错误，没有收入`,
      en: `${number} has ${errors} error${errors === 1 ? '' : 's'} and is left out`,
    },
    hint: {
      zh: '请伙伴城市改正原文，再镜像一次；不要在这里改',
      en: 'Ask the partner to mend its text and mirror it again; do not change it here',
    },
  });
}

function refuseNumber({ file, number, metaRanges }: StandardRow, other: string): Diagnostic {
  return makeFinding(file, {
    rule: 'partner-number',
    range: metaRanges['number'] ?? startOfLine(1),
    message: {
      zh: `${number} 已有全文（${other}），这一份没有收入`,
      en: `The text of ${number} is here already (${other}); this one is left out`,
    },
    hint: {
      zh: '以先有的为准：本库的先于伙伴的。与伙伴城市核对谁的编号写错了',
      en: "The first stands, one's own before a partner's. Ask the partner whose number is wrong",
    },
  });
}
