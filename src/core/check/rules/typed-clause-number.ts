import type { ParsedClause } from '#core/text/document.ts';
import { sourceOffset } from '#core/text/meaning/run-offsets.ts';
import type { DocumentRule } from '../rule.ts';

/** `4.1.1 样例应完整。` */
const typed = /^((?:\d{1,2}|[A-Z])(?:\.\d{1,3}){1,5})[\s　]*(?=\p{Script=Han}|[“《（])/u;
/**
 * 「2.5 倍」「3.2 号楼」「4.5 厘米」「4.1 摄氏度」: a value that counts or measures, in the units of GB 3100—93 or in those
 * people count by. A unit of a single character is none where it begins a common word (安装, 码放, 两人).
 */
const quantity = new RegExp(
  `^[\\d.]+[\\s　]*(?:${[
    '[倍万亿级型版号寸英公千百十米克升吨元年月日天小分秒度折成个以至到～~和与或]',
    '[兆吉太厘毫微纳皮分](?:米|克|升|秒|安|伏|欧|帕|赫|瓦|焦|牛|法|亨|西|巴|摩|居|比特|字节|电子伏|流明|特)',
    '平方|立方|摄氏|华氏|海里|海哩|赫兹|赫(?!哲)|帕斯卡|帕(?!金)|瓦(?![楞片斯房砾解])|瓦特|伏(?!击|笔|季)|欧姆|欧元',
    '欧(?![洲式盟])|安培|安时|安(?![装全排置放静定保防检徽])|焦耳|焦(?![炉点化距炭油虑])|牛顿|牛[·的]|摩尔|开尔文',
    '法拉|亨利|流明|勒克斯|坎德拉|特斯拉|韦伯|西门子|西弗|贝可|戈瑞|分贝|弧度|角秒|角分|比特|字节|像素|转每|转\\/',
    '马力|大气压|卡路里|大卡|美元|港元|港币|日元|磅|盎司|加仑|[码尺丈亩斤两钱](?=[以及至～~高宽厚长深的]|[，。；、）]|$)|克拉',
    '人次|人日|人时|工日|工时|车次|班次|层楼|周年|世纪|光年',
  ].join('|')})`,
  'u',
);

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
  keeps: ['2.5 倍', '1.5 万元', '3.2 版', '0.5 级', '4.5 厘米厚', '4.1 摄氏度', '4.1 兆欧'],
  english: true,
  *check({ doc, clauseOf, rangeOf, fixOf }) {
    const counted = countClauses(doc.clauses);
    // In a published text the fix must give no clause another number; a draft is numbered as it grows.
    const taken = new Set(
      doc.meta?.status === 'draft' ? [] : doc.clauses.map(({ address }) => address),
    );
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
        counted.next(clause, depth) === number &&
        !taken.has(number);
      if (isHere) counted.add(depth);
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

/** The numbers that clauses get as they are printed, with the clauses that fixes make of paragraphs. */
function countClauses(clauses: readonly ParsedClause[]) {
  let entered = 0;
  let chapter = '';
  let serials: readonly number[] = [];
  const append = (depth: number): readonly number[] =>
    Array.from({ length: depth - 1 }, (_, at) => (serials[at] ?? 0) + (at === depth - 2 ? 1 : 0));
  return {
    /** The number a new clause would get behind the words of `clause`; runs come in their order. */
    next(clause: ParsedClause, depth: number): string {
      for (const end = clauses.indexOf(clause) + 1; entered < end; entered++) {
        const { address = '', level = 1 } = clauses[entered] ?? {};
        const [first = ''] = address.split('.');
        if (level === 1 || first !== chapter) serials = [];
        if (level > 1) serials = append(level);
        chapter = first;
      }
      return [chapter, ...append(depth)].join('.');
    },
    add(depth: number): void {
      serials = append(depth);
    },
  };
}
