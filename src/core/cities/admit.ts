import type { Bilingual } from '../base/bilingual.ts';
import { isEarly } from '../catalog/early.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { makeFinding, startOfLine } from '../model/finding.ts';
import type { PartnerFacts } from '../model/partner.ts';
import type { CatalogRecord } from '../model/catalog-record.ts';
import type { StandardRow } from '../model/row.ts';
import { numberKey, parseNumber, undatedKey } from '../number/index.ts';
import { findClaim, findCode, findOwner, findPretence, isOfCity, listAll } from './claims.ts';
import type { KnownBefore, OwnCity } from './claims.ts';

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
  readonly city?: OwnCity | undefined;
  /** The day for which statuses are worked out. */
  readonly asOf: string;
}

/**
 * The standards of partners that are shown beside the library's own, with findings about those that are not: a text with
 * errors or whose day of issue has not come, and one with a number that the library itself or an earlier partner hosts or that is
 * not for this partner to give. What a partner's front matter says of standards of others (that it replaces one, or was one) and
 * of chains that are unknown here is not taken; of its catalogue only what it says of local standards of its own city. A partner
 * with the name or the code of this city is left out as a whole.
 */
export function admitPartners(
  partners: readonly PartnerFacts[],
  rowsOf: (id: string) => readonly StandardRow[],
  catalogueOf: (id: string) => PartnerCatalogue,
  own: OwnStandards,
): { readonly partners: readonly Partner[]; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const known = startKnown(partners, own);
  const chains = new Set(own.chains);
  const admitted: Partner[] = [];
  for (const partner of partners) {
    const pretence = findPretence(partner, known.city);
    if (pretence) {
      diagnostics.push(refusePartner(partner, pretence));
      continue;
    }
    const shown = rowsOf(partner.id).filter((row) => {
      const refused = refuseText(row, partner, known, own.asOf);
      if (refused) diagnostics.push(refused);
      else known.taken.set(row.key, row.file);
      return refused === null;
    });
    for (const { key } of shown) addStems(known.stems, key);
    const catalogue = catalogueOf(partner.id);
    const facts = catalogue.records.filter(
      ({ key }) => isOfCity(key, partner) && !known.taken.has(key) && !known.records.has(key),
    );
    diagnostics.push(...leaveOutRecords(partner, catalogue, [...facts, ...shown]));
    const itsOwn = new Set([...shown, ...facts].map(({ key }) => key));
    const isItsOwn = (key: string): boolean =>
      itsOwn.has(key) ||
      !(known.taken.has(key) || known.records.has(key) || findOwner(key, partner, known));
    for (const { key } of facts) known.records.add(key);
    admitted.push({
      ...partner,
      rows: shown.map((row) => keepToItself(row, isItsOwn, chains)),
      records: facts.map((record) => ({
        ...record,
        replaces: record.replaces.filter(isItsOwn),
        replacedBy: record.replacedBy.filter(isItsOwn),
      })),
    });
  }
  return { partners: admitted, diagnostics };
}

/** What is known of numbers while partners are asked one after the other. */
interface Known extends KnownBefore {
  readonly stems: Set<string>;
  /** Files of the texts that are here, by key. */
  readonly taken: Map<string, string>;
  /** Keys of the records that are here. */
  readonly records: Set<string>;
}

function startKnown(partners: readonly PartnerFacts[], own: OwnStandards): Known {
  const stems = new Set<string>();
  for (const { key } of [...own.rows, ...own.records]) addStems(stems, key);
  // A library that does not say its code has that of most of its texts, unless these are copies of a partner's.
  const found = own.city?.code ?? findCode(own.rows.map(({ key }) => key));
  const isSaid = own.city?.code !== undefined;
  return {
    city: {
      name: own.city?.name,
      code: isSaid || !partners.some(({ code }) => code === found) ? found : undefined,
    },
    partners,
    stems,
    taken: new Map(own.rows.map((row) => [row.key, row.file])),
    records: new Set(own.records.map(({ key }) => key)),
  };
}

function addStems(stems: Set<string>, key: string): void {
  const parsed = parseNumber(key);
  if (!parsed.ok) return;
  for (const number of listAll(parsed.number)) stems.add(undatedKey(number));
}

/** Why a text of a partner is not shown; null where it is. */
function refuseText(
  row: StandardRow,
  partner: PartnerFacts,
  known: Known,
  asOf: string,
): Diagnostic | null {
  const errors = row.diagnostics.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) return leaveOut(row, errors);
  const other = known.taken.get(row.key);
  if (other !== undefined) return refuseNumber(row, other);
  const claim = findClaim(row.key, row.kind, partner, known);
  if (claim) return refuseClaim(row, claim);
  return isEarly(row.meta, asOf) ? refuseEarly(row) : null;
}

/** A text without what it says of standards of others and of chains that are unknown here. */
function keepToItself(
  row: StandardRow,
  isItsOwn: (key: string) => boolean,
  chains: ReadonlySet<string>,
): StandardRow {
  const { meta } = row;
  const isOfIts = (number: string): boolean => {
    const parsed = parseNumber(number);
    return isItsOwn(parsed.ok ? numberKey(parsed.number) : number);
  };
  return {
    ...row,
    meta: {
      ...meta,
      replaces: meta.replaces.filter(({ number }) => isOfIts(number)),
      formerly: meta.formerly.filter(isOfIts),
      chains: meta.chains.filter((chain) => chains.has(chain)),
    },
  };
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

function refuseClaim({ file, number, metaRanges }: StandardRow, why: Bilingual): Diagnostic {
  return makeFinding(file, {
    rule: 'partner-number',
    range: metaRanges['number'] ?? startOfLine(1),
    message: {
      zh: `${number} 没有收入：${why.zh}`,
      en: `${number} is left out: ${why.en}`,
    },
    hint: {
      zh: '与伙伴城市核对编号；确实要用的，由本库自己收入',
      en: 'Ask the partner whether the number is right; what is needed here, this library takes in itself',
    },
  });
}

function refuseEarly({ file, number, meta, metaRanges }: StandardRow): Diagnostic {
  return makeFinding(file, {
    rule: 'partner-text',
    range: metaRanges['issued'] ?? startOfLine(1),
    message: {
      zh: `${number} 到 ${meta.issued} 才发布，那天以前不收入`,
      en: `${number} is issued on ${meta.issued} and left out until then`,
    },
    hint: {
      zh: '到那天再建站就有；日期不对的，请伙伴城市改正',
      en: 'It is here when the site is built on that day; ask the partner to mend a wrong day',
    },
  });
}

function refusePartner({ id }: PartnerFacts, why: Bilingual): Diagnostic {
  return makeFinding(`partners/${id}/partner.yaml`, {
    rule: 'partner-file',
    range: startOfLine(1),
    message: {
      zh: `partners/${id} 整个没有收入：${why.zh}`,
      en: `partners/${id} is left out as a whole: ${why.en}`,
    },
    hint: {
      zh: '在 partner.yaml 里写伙伴城市自己的名称和代码；本市自己的标准放在 standards/',
      en: "Write the partner's own name and code in its partner.yaml; standards of this city belong in standards/",
    },
  });
}
