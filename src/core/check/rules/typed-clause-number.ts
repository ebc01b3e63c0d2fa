import { sourceOffset } from '../../text/run-offsets.ts';
import type { DocumentRule } from '../rule.ts';

/** `4.1.1 样例应完整。` */
const typed = /^((?:\d{1,2}|[A-Z])(?:\.\d{1,3}){1,5})[\s　]*(?=\p{Script=Han}|[“《（])/u;
/** 「2.5 倍」「3.2 号楼」: a value that counts or measures. */
const quantity =
  /^[\d.]+[\s　]*(?:[倍万亿级型版号寸英公千百米克升吨元年月日天小分秒度折成个以至到～~和与]|或)/;

export const typedClauseNumber: DocumentRule = {
  id: 'typed-clause-number',
  scope: 'document',
  severity: 'warning',
  source: '标链',
  summary: {
    zh: '段首不手打条的编号；无标题条写作 ##，编号自动印出',
    en: 'No clause number is typed at the head of a paragraph; a clause without a title is written ##, and its number is printed',
  },
  examples: {
    bad: '4.1 样例应完整。\n\n4.2 样例应清洁。',
    good: '##\n\n样例应完整。\n\n##\n\n样例应清洁。',
  },
  keeps: ['2.5 倍', '1.5 万元', '3.2 版', '0.5 级'],
  english: true,
  *check({ doc, clauseOf, rangeOf, fixOf }) {
    for (const run of doc.runs) {
      if (run.place !== 'paragraph' || run.breaks) continue;
      const match = typed.exec(run.text);
      const clause = clauseOf(run);
      if (!match || !clause || quantity.test(run.text)) continue;
      const [whole, number = ''] = match;
      const depth = number.split('.').length;
      const rest = run.text.slice(whole.length);
      const isTitle = rest.length <= 30 && !/[，。；：！？、]/.test(rest);
      const isHere =
        clause.address !== '' &&
        /^$|\n$/.test(doc.source.charAt(sourceOffset(run, 0) - 1)) &&
        depth >= 2 &&
        depth <= Math.min(6, clause.level + 1) &&
        clause.address.split('.')[0] === number.split('.')[0];
      yield {
        range: rangeOf(run, 0, whole.length),
        message: {
          zh: `段首手打了条的编号“${number}”，它不成为一条，也无法提及`,
          en: `The number "${number}" is typed at the head of a paragraph, which makes no clause and cannot be referred to`,
        },
        hint: {
          zh: `写作 ${'#'.repeat(Math.min(6, depth))}${isTitle ? ' 标题' : '，下面空一行再写正文'}，编号自动印出`,
          en: `Write ${'#'.repeat(Math.min(6, depth))}${isTitle ? ' and the title' : ', an empty line, and the text'}; the number is printed for you`,
        },
        ...(isHere && {
          fix: fixOf(
            run,
            0,
            whole.length,
            isTitle ? `${'#'.repeat(depth)} ` : `${'#'.repeat(depth)}\n\n`,
          ),
        }),
      };
    }
  },
};
