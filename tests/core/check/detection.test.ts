import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkSource, wrap } from './wrap.ts';

/** Short texts labelled by hand; whoever changes a rule leaves the labels as they are. */
const cases = readFileSync(new URL('../../lists/checks.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [rule = '', label = '', text = ''] = line.split('\t');
    return { rule, isBad: label === 'bad', text };
  });

/** The whole document of a case. */
function complete(text: string): string {
  const [, list, body] = /^引用：(.+)　正文：(.+)$/.exec(text) ?? [];
  if (list === undefined || body === undefined) return wrap(text.replaceAll('⏎', '\n'));
  const items = list.split('｜').map((item) => `- ${item}`);
  const lines = body.replaceAll('⏎', '\n');
  return wrap(
    `# 范围\n\n本文件规定了样例的要求。\n\n# 规范性引用文件\n\n${items.join('\n')}\n\n# 术语和定义\n\n# 样例要求\n\n${lines}`,
  );
}

const judged = cases.map((each) => ({
  ...each,
  isFound: checkSource(complete(each.text)).some(({ rule }) => rule === each.rule),
}));

const name = ({ rule, text }: (typeof judged)[number]): string => `${rule}: ${text}`;
const isReference = ({ rule }: (typeof judged)[number]): boolean =>
  /^(?:reference|typed-reference|page-reference|formula-number)/.test(rule);

/** Of what was pointed at how much was wrong, and of what is wrong how much was pointed at. */
function measure(some: typeof judged): { readonly precision: number; readonly recall: number } {
  const hits = some.filter(({ isBad, isFound }) => isBad && isFound).length;
  const found = some.filter(({ isFound }) => isFound).length;
  const bad = some.filter(({ isBad }) => isBad).length;
  return { precision: hits / found, recall: hits / bad };
}

describe('the labelled texts', () => {
  it('are enough, both halves, and each rule has both', () => {
    expect(cases.length).toBeGreaterThanOrEqual(120);
    const bad = cases.filter(({ isBad }) => isBad).length / cases.length;
    expect(bad).toBeGreaterThan(0.4);
    expect(bad).toBeLessThan(0.6);
    for (const rule of new Set(cases.map((each) => each.rule))) {
      const labels = new Set(cases.flatMap((each) => (each.rule === rule ? [each.isBad] : [])));
      expect([rule, labels.size]).toEqual([rule, 2]);
    }
  });

  it.each([
    ['typography and words', judged.filter((each) => !isReference(each))],
    ['references', judged.filter(isReference)],
  ])('of %s: precision at least 0.97, recall at least 0.95', (_, some) => {
    const wrong = some.filter(({ isBad, isFound }) => isBad !== isFound).map(name);
    const { precision, recall } = measure(some);
    expect(precision, wrong.join('\n')).toBeGreaterThanOrEqual(0.97);
    expect(recall, wrong.join('\n')).toBeGreaterThanOrEqual(0.95);
  });
});
