import type { Diagnostic } from '../model/diagnostic.ts';
import type { CompiledText } from '../model/standard.ts';
import { fileStart, startReport } from '../text/report.ts';
import { readYamlAs } from '../text/syntax/yaml-data.ts';
import type { YamlWords } from '../text/syntax/yaml-data.ts';
import { promotionFile } from '../model/promotion.ts';
import type { PromotionFile } from '../model/promotion.ts';

const words: YamlWords = {
  broken: { rule: 'promotion-yaml' },
  unknownKey: { rule: 'promotion-value' },
  value: { rule: 'promotion-value' },
  name: { zh: '宣贯文件', en: 'promotion file' },
  guide: {
    zh: '键名区分大小写，见 docs/promotion.md',
    en: 'Keys are case-sensitive; see docs/promotion.md',
  },
  deepest: 6,
};

/**
 * `promotion.yaml` of a standard; null, with findings at their lines, where it cannot be used. A requirement whose clause is gone is
 * left out. `source` uses LF line ends.
 */
export function readPromotion(
  source: string,
  { file, text }: { readonly file: string; readonly text: CompiledText },
): { readonly promotion: PromotionFile | null; readonly diagnostics: readonly Diagnostic[] } {
  const report = startReport(file, source);
  const { value: read, ranges } = readYamlAs(source, promotionFile, words, report);
  if (!read) return { promotion: null, diagnostics: report.found };
  const known = new Set([
    ...text.provisions.map(({ id }) => id),
    ...text.clauses.flatMap(({ id, aliases }) => [id, ...aliases]),
  ]);
  const requirements = read.requirements?.filter(({ id }, at) => {
    if (known.has(id)) return true;
    report.add({
      rule: 'promotion-clause',
      range: ranges.get(`requirements.${at}.id`) ?? fileStart,
      message: {
        zh: `宣贯文件所指的 ${id} 不在正文里，这一条没有用`,
        en: `${id} of the promotion file is not in the text; it is left out`,
      },
      hint: {
        zh: '写成正文里有的条或条款的标识（std show 文件 --ids 列出它们）',
        en: 'Write the id of a clause or provision of the text (std show FILE --ids lists them)',
      },
    });
    return false;
  });
  return {
    promotion: { ...read, ...(requirements && { requirements }) },
    diagnostics: report.found,
  };
}
