import { describe, expect, it } from 'vitest';
import { draw } from '../render/draw.ts';

/** Type of each provision with the limits and conditions found in it. */
function read(body: string): readonly string[] {
  return draw(`# 样例\n\n${body}`).text.provisions.map(({ type, limits = [] }) =>
    [type, ...limits.map(({ isCondition, text }) => (isCondition ? `(${text})` : text))].join(' '),
  );
}

describe('the limits of a provision', () => {
  it.each([
    ['走道净宽不应小于1.2 m。', ['requirement 不应小于1.2 m']],
    [
      '记录间隔不应大于10 min，宜为5 min。',
      ['requirement 不应大于10 min', 'recommendation 宜为5 min'],
    ],
    ['建筑高度大于100 m的，避难层的净高不应小于2.5 m。', ['requirement (大于100 m) 不应小于2.5 m']],
    [
      '托盘应符合下列要求：\n\n- 长度不大于1 200 mm；\n- 含水率不大于20 %。',
      ['requirement 不大于1 200 mm', 'requirement 不大于20 %'],
    ],
    [
      '有下列情况之一时，应停机：\n\n- 压力高于4.2 MPa；\n- 温度高于90 ℃。',
      ['requirement (高于4.2 MPa)', 'requirement (高于90 ℃)'],
    ],
    ['两者之比不宜大于1/3。', ['recommendation 不宜大于1/3']],
    ['服务人员应佩戴工牌。', ['requirement']],
    ['应符合GB/T 191—2008第4章和表3的规定。', ['requirement']],
  ])('%s', (body, found) => {
    expect(read(body)).toEqual(found);
  });
});
