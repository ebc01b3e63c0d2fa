import type { Language } from '#core/model/standard.ts';

/** A file of a product group, to take away. */
export interface IndicatorFile {
  readonly name: string;
  readonly base: string;
  readonly extension: string;
  readonly kind: 'xlsx' | 'csv' | 'json';
  readonly language: Language;
}

/** All files of a product group; JSON has both languages in one. */
export function listIndicatorFiles(group: string): readonly IndicatorFile[] {
  const table = (kind: 'xlsx' | 'csv', language: Language): IndicatorFile => {
    const extension = language === 'zh' ? kind : `en.${kind}`;
    return { name: `${group}.${extension}`, base: group, extension, kind, language };
  };
  return [
    table('xlsx', 'zh'),
    table('xlsx', 'en'),
    table('csv', 'zh'),
    table('csv', 'en'),
    { name: `${group}.json`, base: group, extension: 'json', kind: 'json', language: 'zh' },
  ];
}
