import type { Catalog, CatalogEntry } from '#core/catalog/index.ts';
import { pick, statusTerms } from '#core/terms/index.ts';
import type { Spoken } from './findings.ts';

const statusNames = { zh: pick(statusTerms, 'zh'), en: pick(statusTerms, 'en') };

const said = {
  implemented: { zh: (day: string) => `${day} 实施`, en: (day: string) => `in force from ${day}` },
  replaced: {
    zh: (numbers: string) => `被 ${numbers} 代替`,
    en: (numbers: string) => `superseded by ${numbers}`,
  },
} as const;

/** Returns what a standard is called in the language of who writes: the Chinese title where there is no other. */
export function titleOf({ title, titleEn }: CatalogEntry, spoken: Spoken): string {
  return spoken === 'en' ? (titleEn ?? title) : title;
}

/** Returns the status of a standard today with what follows from it: 「被代替 · 被 GB/T 191—2025 代替」. */
export function describeStatus(entry: CatalogEntry, catalog: Catalog, spoken: Spoken): string {
  const { status } = catalog.statusOf(entry);
  const heirs = catalog.heirsOf(entry).filter((key) => key !== entry.key);
  const numbers = heirs.map((key) => catalog.byKey(key)?.number ?? key);
  return [
    statusNames[spoken][status],
    ...(entry.implemented ? [said.implemented[spoken](entry.implemented)] : []),
    ...(numbers.length > 0
      ? [said.replaced[spoken](numbers.join(spoken === 'zh' ? '、' : ', '))]
      : []),
  ].join(' · ');
}
