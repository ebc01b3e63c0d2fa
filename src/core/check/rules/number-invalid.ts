import { parseNumber } from '#core/number/index.ts';
import type { DocumentRule } from '../rule.ts';

export const numberInvalid: DocumentRule = {
  id: 'number-invalid',
  scope: 'document',
  severity: 'error',
  source: 'GB/T 1.1—2020, 8.1',
  summary: {
    zh: '标准编号合乎代号、顺序号、年号的写法（本标准的和被代替标准的）',
    en: 'The number of the standard, and of those it replaces, can be read as code, serial and year',
  },
  examples: {
    bad: "---\nnumber: 样例一号\ntitle: 样例\nissuers: [某市市场监督管理局]\nics: ['03.100']\nissued: 2024-01-05\nimplemented: 2024-03-01\n---\n\n# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n# 术语和定义\n\n# 样例要求\n\n样例应完整。",
    good: "---\nnumber: DB9999/T 1—2024\ntitle: 样例\nissuers: [某市市场监督管理局]\nics: ['03.100']\nissued: 2024-01-05\nimplemented: 2024-03-01\n---\n\n# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n# 术语和定义\n\n# 样例要求\n\n样例应完整。",
  },
  *check({ doc, metaRange }) {
    const { meta } = doc;
    if (!meta) return;
    const numbers = [
      ['number', meta.number] as const,
      ...meta.replaces.map(({ number }, index) => [`replaces.${index}`, number] as const),
      ...meta.adopts.map(({ number }, index) => [`adopts.${index}`, number] as const),
    ];
    for (const [path, number] of numbers) {
      const result = parseNumber(number);
      if (
        result.ok &&
        (path !== 'number' || result.number.year !== null || meta.status === 'draft')
      )
        continue;
      yield {
        range: metaRange(path),
        message: result.ok
          ? { zh: `标准编号“${number}”没有年号`, en: `The number "${number}" has no year` }
          : {
              zh: `“${number}”不像标准编号：${result.reason.zh}`,
              en: `"${number}" does not read as a standard number: ${result.reason.en}`,
            },
        hint: {
          zh: '形如 DB9999/T 12—2023、T/SFLC 3—2022、Q/SFH 001—2024',
          en: 'It looks like DB9999/T 12—2023, T/SFLC 3—2022 or Q/SFH 001—2024',
        },
      };
    }
  },
};
