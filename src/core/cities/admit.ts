import type { Diagnostic } from '../model/diagnostic.ts';
import { makeFinding, startOfLine } from '../model/finding.ts';
import type { PartnerFacts } from '../model/partner.ts';
import type { CatalogRecord } from '../model/catalog-record.ts';
import type { StandardRow } from '../model/row.ts';
import { numberKey, parseNumber } from '../number/index.ts';

/** A partner with those of its standards that are shown here. */
export interface Partner extends PartnerFacts {
  readonly rows: readonly StandardRow[];
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
 * standards of others (that it replaces one) and of chains that are unknown here is not taken.
 */
export function admitPartners(
  partners: readonly PartnerFacts[],
  rowsOf: (id: string) => readonly StandardRow[],
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
    const itsOwn = new Set(shown.map(({ key }) => key));
    const rows = shown.map((row): StandardRow => {
      const { meta } = row;
      const isItsOwn = ({ number }: { readonly number: string }): boolean => {
        const parsed = parseNumber(number);
        const key = parsed.ok ? numberKey(parsed.number) : number;
        return itsOwn.has(key) || !(taken.has(key) || records.has(key));
      };
      const replaces = meta.replaces.filter(isItsOwn);
      const known = meta.chains.filter((chain) => chains.has(chain));
      return { ...row, meta: { ...meta, replaces, chains: known } };
    });
    return { ...partner, rows };
  });
  return { partners: admitted, diagnostics };
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
