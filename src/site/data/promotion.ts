import { isStandardFile } from '#core/checklist/index.ts';
import { buildPromotion } from '#core/promotion/index.ts';
import type { Promotion } from '#core/promotion/index.ts';
import type { CompiledStandard } from '#core/model/standard.ts';
import { exportStandard } from '../files/exports.ts';
import type { PromotionView } from '../views/promotion.ts';

/** What the promotion of a standard says, from its text and that of the edition before. */
export function readPromotionOf(
  view: PromotionView,
  standard: CompiledStandard,
  earlier: CompiledStandard | undefined,
): Promotion {
  const file = exportStandard(standard, view.file);
  if (!isStandardFile(file)) throw new Error(`${view.slug} has no file to read`);
  return buildPromotion({
    file,
    text: standard.text,
    earlier: earlier?.text,
    own: standard.promotion,
  });
}

/** A line of front matter with the labels that its `[#id]` print. */
export function nameClauses(line: string, { text }: Pick<CompiledStandard, 'text'>): string {
  const labels = new Map([...text.clauses, ...text.exhibits].map(({ id, label }) => [id, label]));
  return line.replaceAll(/\[#([^\]]+)\]/g, (whole, id: string) => labels.get(id) ?? whole);
}
