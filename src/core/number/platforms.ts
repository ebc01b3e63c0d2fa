import type { Family } from './types.ts';

/** Where standards are published that a library does not hold. */
export interface Platform {
  readonly zh: string;
  readonly en: string;
  readonly url: string;
  /** Families it is the place for. */
  readonly families: readonly Family[];
}

const PLATFORMS: readonly Platform[] = [
  {
    zh: '国家标准全文公开系统',
    en: 'National standards in full text',
    url: 'https://openstd.samr.gov.cn/',
    families: ['national'],
  },
  {
    zh: '国家计量技术规范全文公开系统',
    en: 'National metrology documents in full text',
    url: 'https://jjg.spc.org.cn/',
    families: ['metrology'],
  },
  {
    zh: '全国标准信息公共服务平台',
    en: 'National platform for standards information',
    url: 'https://std.samr.gov.cn/',
    families: ['national', 'industry', 'local', 'group', 'enterprise', 'international', 'foreign'],
  },
  {
    zh: '行业标准信息服务平台',
    en: 'Industry standards',
    url: 'https://hbba.sacinfo.org.cn/',
    families: ['industry'],
  },
  {
    zh: '地方标准信息服务平台',
    en: 'Local standards',
    url: 'https://dbba.sacinfo.org.cn/',
    families: ['local'],
  },
  {
    zh: '全国团体标准信息平台',
    en: 'Group standards',
    url: 'https://www.ttbz.org.cn/',
    families: ['group'],
  },
  {
    zh: '企业标准信息公共服务平台',
    en: 'Enterprise standards',
    url: 'https://www.qybz.org.cn/',
    families: ['enterprise'],
  },
];

/** The platforms, those that a library names itself before others; those of the family asked for first, of them the one for that family alone. */
export function rankPlatforms(
  family: Family | undefined,
  own: readonly Platform[] = [],
): readonly Platform[] {
  const all = [...own, ...PLATFORMS];
  if (family === undefined) return all;
  const rank = ({ families }: Platform) =>
    families.includes(family) ? families.length : Number.MAX_SAFE_INTEGER;
  return all.sort((a, b) => rank(a) - rank(b));
}
