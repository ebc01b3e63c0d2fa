import type { Bilingual } from '../base/bilingual.ts';
import type { Language } from '../model/standard.ts';
import type { SiteFile } from './schema.ts';

/** What a portal is called, and all else that its library says of it, with what holds where it says nothing. */
export interface SiteSettings extends Omit<SiteFile, 'names' | 'languages' | 'sample'> {
  readonly names: {
    /** 「某市标准文献库」 */
    readonly full: Bilingual;
    /** What the head of pages and the titles of feeds say. */
    readonly short: Bilingual;
    /** Beside the short name. */
    readonly tagline: Bilingual | undefined;
  };
  readonly languages: readonly Language[];
  readonly sample: {
    /** On each page of a library with samples. */
    readonly site: Bilingual;
    /** In the text of each. */
    readonly standard: Bilingual;
  };
}

/** Of a library that has no name: that of the product. */
const product: SiteSettings['names'] = {
  full: { zh: '标链 Biaolian', en: 'Biaolian 标链' },
  short: { zh: '标链', en: 'Biaolian' },
  tagline: { zh: '标准文献库', en: 'Library of standards' },
};

/** Settings as a file says them, with defaults that name no city; those of a library without a file from nothing. */
export function completeSettings(file: SiteFile = {}): SiteSettings {
  const { full, short, tagline } = file.names ?? {};
  return {
    ...file,
    names: full ? { full, short: short ?? full, tagline } : product,
    languages: (['zh', 'en'] as const).filter((each) => file.languages?.includes(each) ?? true),
    sample: {
      site: file.sample?.site ?? {
        zh: '标有“样例”的标准，其中的城市、机构、人员与数据均属虚构，不得作为任何活动的依据。',
        en: 'Standards marked as samples, with the cities, bodies, people and data in them, are invented; do not rely on them for any purpose.',
      },
      standard: file.sample?.standard ?? {
        zh: '样例：本标准为样例，城市、机构、人员与数据均属虚构，不得作为任何活动的依据。',
        en: 'SAMPLE: this standard and the city, bodies, people and data in it are invented; do not rely on it for any purpose.',
      },
    },
  };
}
