import type { Language } from '#core/model/standard.ts';

/** The workbook of the plan of a year: `plan-2026.xlsx`, `plan-2026.en.xlsx`. */
export function planFile(year: number, language: Language) {
  const base = `plan-${year}`;
  const extension = language === 'zh' ? 'xlsx' : 'en.xlsx';
  return { name: `${base}.${extension}`, base, extension };
}
