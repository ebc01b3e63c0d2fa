import { parseNumber } from '#core/number/index.ts';
import type { DocumentRule } from '../rule.ts';

export const enterpriseIndicators: DocumentRule = {
  id: 'enterprise-indicators',
  scope: 'document',
  severity: 'error',
  source: '标准化法（2017），第二十七条',
  summary: {
    zh: '企业标准公开产品、服务的功能指标和产品的性能指标：indicators 至少一项',
    en: 'An enterprise standard discloses functional and performance indicators: at least one in indicators',
  },
  examples: {
    bad: "---\nnumber: Q/SFH 001—2024\ntitle: 样例\nissuers: [某某家电有限公司]\nics: ['97.040']\nissued: 2024-01-05\nimplemented: 2024-03-01\n---\n\n# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n# 术语和定义\n\n# 样例要求\n\n样例应完整。",
    good: "---\nnumber: Q/SFH 001—2024\ntitle: 样例\nissuers: [某某家电有限公司]\nics: ['97.040']\nissued: 2024-01-05\nimplemented: 2024-03-01\nindicators:\n  - { name: 噪声, max: 40, unit: dB }\n---\n\n# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n# 术语和定义\n\n# 样例要求\n\n样例应完整。",
  },
  *check({ doc, metaRange }) {
    const { meta } = doc;
    if (!meta || meta.indicators.length > 0 || meta.status === 'draft') return;
    const result = parseNumber(meta.number);
    if (!result.ok || result.number.family !== 'enterprise') return;
    yield {
      range: metaRange('number'),
      message: {
        zh: '企业标准没有写功能指标和产品的性能指标（indicators）',
        en: 'The enterprise standard states no functional or performance indicators',
      },
      hint: {
        zh: '在文件头写 indicators，每项有名称、数值和单位，并用 clause 指明所在的条',
        en: 'Add indicators to the front matter: name, value, unit, and the clause that sets each',
      },
    };
  },
};
