import { readNumeral } from '#core/number/numerals.ts';
import type { DocumentRule } from '../rule.ts';

/** A number typed at the head of a heading: `4.1 外观`, `第3章`, `一、`. */
export const typedHeadingNumber =
  /^(?:第\s*[\d一二三四五六七八九十]+\s*[章条]|(?:\d{1,2}|[A-Z])(?:\.\d{1,3})+|\d{1,2}(?=[、\s　])|[一二三四五六七八九十]+、)[、.．\s　]*/;

export const headingTypedNumber: DocumentRule = {
  id: 'heading-typed-number',
  scope: 'document',
  severity: 'warning',
  source: '标链',
  summary: {
    zh: '章条编号由标链编排，标题里不手打',
    en: 'Clause numbers are set by the library, not typed into headings',
  },
  examples: {
    bad: '## 4.1 外观\n\n样例应完整。\n\n## 4.2 尺寸\n\n样例应合格。',
    good: '## 外观\n\n样例应完整。\n\n## 尺寸\n\n样例应合格。',
  },
  english: true,
  keeps: ['3D打印', '2 号楼', '5 G网络', '2.4 GHz频段', '3.5 mm接口', '0.4 kV配电', '20 英尺箱'],
  *check({ doc, clauseOf, rangeOf, fixOf }) {
    for (const run of doc.runs) {
      if (run.place !== 'heading') continue;
      const match = typedHeadingNumber.exec(run.text);
      if (!match) continue;
      const isWhole = match[0].length === run.text.length;
      if (isWhole && clauseOf(run)?.level === 1) continue;
      const address = clauseOf(run)?.address ?? '';
      const typed = match[0].replaceAll(/[第章条、．\s　]|\.\s*$/g, '');
      const isOwn = typed === address || String(readNumeral(typed)) === address;
      if (!isOwn && !isWhole && isQuantity.test(run.text)) continue;
      yield {
        range: rangeOf(run, 0, match[0].length),
        message: {
          zh: `标题里手打了编号“${match[0].trim()}”，印出来会有两个编号`,
          en: `The number "${match[0].trim()}" is typed into the heading and would be printed twice`,
        },
        hint: { zh: '删去它，编号会自动印出', en: 'Delete it; the number is printed for you' },
        // Another number than the printed one may be part of the title: 2.4 GHz, 一、二级.
        ...(isOwn && { fix: fixOf(run, 0, match[0].length, '') }),
      };
    }
  },
};

/** A number that counts or measures what follows: 「2 号楼」「20 英尺」「2.4 GHz」「一、二级」. */
const isQuantity =
  /^(?:\d[\d.]*\s?(?:[A-Za-zμ℃%]|[号类级种个项台套件组层楼层期次分秒天日月年周岁元人英公千万吨米克升度倍维])|[一二三四五六七八九十]+、[一二三四五六七八九十]+)/;
