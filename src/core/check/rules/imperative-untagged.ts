import type { Fix } from '#core/model/diagnostic.ts';
import { looksImperative } from '#core/text/meaning/imperatives.ts';
import type { DocumentRule } from '../rule.ts';
import { runsIn } from '../rule-context.ts';
import type { RuleContext } from '../rule-context.ts';

/** Where steps stand: the titles of chapters and clauses about doing. */
const procedures =
  /方法|步骤|程序|试验|测量|测定|测试|检测|检验|检查|操作|证实|取样|采样|抽样|制备|安装|调试|校准|流程|作业|处置|处理|计算|布点|栽培|养殖|播种|采收|包装|运输|贮存|服务提供|接待|清洗|消毒|验收|放映/;

const sentences = /[^。！？；\n]+[。！？；]?/g;

export const imperativeUntagged: DocumentRule = {
  id: 'imperative-untagged',
  scope: 'document',
  severity: 'info',
  source: 'GB/T 1.1—2020, 附录C',
  summary: {
    zh: '步骤里的祈使句是指示，由作者标作 :inst[…]；每个文件提示一次，std fix --accept imperatives 一次标好',
    en: 'Imperative sentences of a procedure are instructions once their author tags them :inst[…]; said once a file, std fix --accept imperatives tags them all',
  },
  examples: {
    bad: '# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n# 术语和定义\n\n# 样例要求\n\n样例应完整。\n\n# 试验方法\n\n开启设备，预热 30 min。',
    good: '# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n# 术语和定义\n\n# 样例要求\n\n样例应完整。\n\n# 试验方法\n\n:inst[开启设备，预热 30 min。]',
  },
  *check(view) {
    const proposals = [...listSteps(view)];
    const [first] = proposals;
    if (!first) return;
    const said = first.text.length > 20 ? `${first.text.slice(0, 20)}…` : first.text;
    yield {
      range: first.range,
      message: {
        zh: `有 ${proposals.length} 句像是指示，没有标明（第一句“${said}”），不算条款`,
        en: `${proposals.length} sentences read like instructions and are not tagged (the first: "${said}"), so they are no provisions`,
      },
      hint: {
        zh: '是指示的写 :inst[…]；都是的，用 std fix --accept imperatives 一次标好',
        en: 'Tag instructions as :inst[…]; if all of them are, std fix --accept imperatives tags them at once',
      },
      proposals: proposals.map(({ fix }) => fix),
    };
  },
};

function* listSteps(view: RuleContext) {
  const { doc, clauseOf, rangeOf, fixOf } = view;
  const tagged = doc.provisions.filter(({ by }) => by === 'author').map(({ text }) => text);
  const isProcedure = doc.meta?.functionType === '规程' || doc.meta?.functionType === '试验方法';
  for (const run of runsIn(view, ['paragraph', 'list'])) {
    const clause = clauseOf(run);
    if (
      !clause?.normative ||
      (clause.kind !== 'chapter' && clause.kind !== 'clause' && clause.kind !== 'annex')
    )
      continue;
    if (!isProcedure && !isAboutDoing(view, run.clause)) continue;
    for (const { 0: raw, index } of run.text.matchAll(sentences)) {
      const text = raw.trim();
      if (!looksImperative(text) || tagged.some((each) => each.includes(text))) continue;
      const start = index + raw.indexOf(text);
      const end = start + text.length;
      const fix: Fix | undefined = isBalanced(text)
        ? fixOf(run, start, end, `:inst[${text}]`)
        : undefined;
      if (fix) yield { text, range: rangeOf(run, start, end), fix };
    }
  }
}

/** The title of the clause or of one above it names something to do. */
function isAboutDoing({ doc }: RuleContext, clause: number): boolean {
  for (let at: number | null = clause; at !== null; at = doc.clauses[at]?.parent ?? null) {
    if (procedures.test(doc.clauses[at]?.title ?? '')) return true;
  }
  return false;
}

/** Brackets inside a tag have to close inside it. */
function isBalanced(text: string): boolean {
  return text.replaceAll(/\[[^[\]]*\]/g, '').search(/[[\]]/) === -1;
}
