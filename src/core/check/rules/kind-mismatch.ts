import { parseNumber } from '#core/number/index.ts';
import { asHosted, familyTerms, pick } from '#core/terms/index.ts';
import type { LibraryRule } from '../rule.ts';

const names = pick(familyTerms, 'zh');

export const kindMismatch: LibraryRule = {
  id: 'kind-mismatch',
  scope: 'library',
  severity: 'error',
  source: '标链',
  summary: {
    zh: '标准放在与编号相符的文件夹：local（DB…）、group（T/…）、enterprise（Q/…）',
    en: 'A standard stands in the folder of its kind: local (DB…), group (T/…), enterprise (Q/…)',
  },
  examples: {
    bad: { 'standards/local/t-sflc-3-2022/index.md': '---\nnumber: T/SFLC 3—2022\n---\n' },
    good: { 'standards/group/t-sflc-3-2022/index.md': '---\nnumber: T/SFLC 3—2022\n---\n' },
  },
  *check({ rows }) {
    for (const row of rows) {
      const result = parseNumber(row.key);
      if (!result.ok || result.number.family === row.kind) continue;
      const { family } = result.number;
      const kind = asHosted(family);
      yield {
        row,
        at: { meta: 'number' },
        message: {
          zh: `${row.number} 放在 ${row.kind}（${names[row.kind]}）下，编号却${kind ? `是${names[kind]}` : '不是地方、团体或企业标准'}`,
          en: `${row.number} stands in ${row.kind}/ but its number is ${kind ?? `${family}, which the library does not host`}`,
        },
        hint: kind
          ? { zh: `移到 standards/${kind}/`, en: `Move it to standards/${kind}/` }
          : {
              zh: '不收全文的标准写进 content/catalogue/',
              en: 'Put standards that are not hosted into content/catalogue/',
            },
      };
    }
  },
};
