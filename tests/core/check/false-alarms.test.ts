import { describe, expect, it } from 'vitest';
import { checkSource, pointedAt, wrap } from './wrap.ts';

/** What a rule points at, in the order of the file. */
function found(rule: string, fragment: string): readonly string[] {
  const source = wrap(fragment);
  return checkSource(source)
    .filter((finding) => finding.rule === rule)
    .map((finding) => pointedAt(source, finding));
}

describe('typed-reference', () => {
  it.each([
    '加热器的型式分为直热式（1）和旁热式（2）。',
    '仪表分为卧式（1）、立式（2）、嵌入式（3）和地上式（4）。',
    '换热器分为家用式(1)与通用式(2)，启动方式（1）为手动。',
    '稀释倍数按 1.5、2.0、2.5 递增。',
    '养殖水体的 pH 值按 6.5～8.5 控制。',
    '每户应安装水表1块、电表 1 只。',
    '监测站应配备万用表2台、秒表3块，并附图2张。',
    '项目组应提交效果图 3 张、施工图2套。',
    '见附图 1 和附表 2。',
    '合同应符合《中华人民共和国民法典》的规定，见其第三编第9章。',
    '图例中“表1”字样应清晰。',
    '界面应显示 `见表1`。',
  ])('is silent on %s', (fragment) => {
    expect(found('typed-reference', fragment)).toEqual([]);
  });

  it.each([
    ['含水率按式（3）计算，式（4）中各符号见下。', ['式（3）', '式（4）']],
    ['由式(1)和式(2)得出质量。', ['式(1)', '式(2)']],
    ['未响应的指令不参与式（2）的排列，式(A.1)同。', ['式（2）', '式(A.1)']],
    ['将测定值代入式（2），或采用式（3）。', ['式（2）', '式（3）']],
    ['按计算式（1）求得，按下式（2）修正。', ['式（1）', '式（2）']],
    ['依据公式（5），效率见上式（6）。', ['公式（5）', '式（6）']],
    ['限值见表1项目栏，布点见图 2，尺寸应符合表3。', ['表1', '图 2', '表3']],
    ['见表 1、图2和附录B。', ['表 1', '图2', '附录B']],
    ['试验按 5.2、5.3 的规定进行。', ['5.2']],
    ['外观见 5.1～5.3。', ['5.1']],
    ['样例应符合第4章的规定，并按 4.1 执行。', ['第4章', '4.1']],
  ])('points into %s', (fragment, expected) => {
    expect(found('typed-reference', fragment)).toEqual(expected);
  });
});

describe('caption-punctuation', () => {
  const table = (title: string) =>
    `限值见[#t]。\n\n:::table[${title}]{#t}\n| 项目 | 值 |\n| --- | --- |\n| 长 | 3 |\n:::`;

  it.each(['限值（一）', '限值 No.', '样例公司 Co., Ltd.', '附加要求，2。5 级'])(
    'is silent on %s',
    (title) => {
      expect(found('caption-punctuation', table(title))).toEqual([]);
    },
  );

  it.each([
    ['限值。', '。'],
    ['限值见 3.', '.'],
    ['一句。另一句。', '。'],
  ])('points at the end of %s', (title, end) => {
    expect(found('caption-punctuation', table(title))).toEqual([end]);
  });
});

describe('unit-space', () => {
  it.each([
    '壁厚应不小于 $0.5t$，孔距应不大于 $3d$。',
    '弯曲半径应不小于 $2t$，其中 $t$ 为板厚。',
    '流量按 $q=2V/t$ 计算，当 $n=3m+1$ 时取前 $2m$ 个样本。',
    '载荷按 $F = 2N + 3m_1$ 计算。',
    '参数应为 `t=5s`，文件名应为 `log-24h.txt`。',
    '间隔应为 2$h$，高度应为 $h$。',
    '外形尺寸应为 80 mm×25 mm，相对湿度应为（65±2）%，温度应为 5 ℃～10 ℃。',
  ])('is silent on %s', (fragment) => {
    expect(found('unit-space', fragment)).toEqual([]);
  });

  it.each([
    ['预冷应不少于 24h。', ['24h']],
    ['$t$ 应不少于 24h，$V$ 应为 50mL。', ['24h', '50mL']],
    ['外形尺寸应为 80mm×25mm，温度应为 5℃～10℃。', ['80mm', '25mm', '5℃', '10℃']],
    ['距离取 $10mm$，温度取 $20℃$，压力取 $3kPa$。', ['10mm', '20℃', '3kPa']],
    ['变压器的容量应为 630kVA。', ['630kVA']],
    ['| 项目 | $h$ |\n| --- | --- |\n| 高 | 3m |', ['3m']],
  ])('points into %s', (fragment, expected) => {
    expect(found('unit-space', fragment)).toEqual(expected);
  });

  it('offers no fix inside a formula, where a space prints nothing', () => {
    const fixes = checkSource(wrap('距离取 $10mm$，间隔取 24h。')).map(({ fix }) => fix?.text);
    expect(fixes).toEqual([undefined, ' h']);
  });
});

describe('modal-word', () => {
  it.each([
    '衬垫应采用不可弯曲的材料。',
    '衬垫应采用不可弯曲或折叠的材料。',
    '铭牌应牢固、不可拆卸，封条应不可逆。',
    '不可拆卸的电池应标明容量。',
    '指示灯应在 5 m 处可见，不可见光应低于限值。',
    '装置应可靠接地，可燃物应清理，不可燃材料应分开堆放。',
    '检查结果应可追溯，记录应不可篡改。',
    '应采用不可擦除的墨水、不可移除的标签。',
    '不可恢复的变形应不大于 1 mm，跌落后不应产生不可恢复变形。',
    '不可撤销的信用证应附副本，不可更改的记录应保存两年。',
    '应装设不可自动复位的保护器，并采用不可重复使用的封签。',
    '不可更换部件应标明寿命。',
    '用户不可更换部件应标明寿命。',
    '损坏应为不可修复，存证应不可抵赖。',
    '接口应采用不可拆式结构。',
    '界面应显示 `不得为空`。',
    '记录应当日完成，款项应当面点清，货物应当场验收。',
    '不应含有国家禁止使用的添加剂，不应捕捞法规禁止捕捞的鱼类。',
  ])('is silent on %s', (fragment) => {
    expect(found('modal-word', fragment)).toEqual([]);
  });

  it.each([
    ['试样不可弯曲。', ['不可']],
    ['搬运时不可倒置，非操作人员不可进入现场。', ['不可', '不可']],
    ['药剂不可与食品混放，样品不可少于 3 份。', ['不可', '不可']],
    ['电池不可随意拆解，不可使用有机溶剂清洗。', ['不可', '不可']],
    ['不可使用过期的药剂，不可用旧的托盘。', ['不可', '不可']],
    ['不可食入，不可换新的滤芯，不可有明显的划痕。', ['不可', '不可']],
    ['不可将试样置于潮湿的环境中，不可在高温的场所存放。', ['不可', '不可']],
    ['人员不可进入且应撤离到室外。', ['不可']],
    ['单次使用不可超过 8 h。', ['不可']],
    ['记录不可更改，电力供应不可中断。', ['不可', '不可']],
    ['卷材不可混用可逆的胶黏剂。', ['不可']],
    ['应当日常维护，应当面向社会公布。', ['应当', '应当']],
    ['禁止使用明火，禁止过期的食品上架。', ['禁止', '禁止']],
    ['不得有裂纹，必须清洗，严禁烟火，应当挂牌。', ['不得', '必须', '严禁', '应当']],
  ])('points into %s', (fragment, expected) => {
    expect(found('modal-word', fragment)).toEqual(expected);
  });
});

describe('hedged-requirement', () => {
  it.each([
    '一般缺陷应在 7 d 内整改。',
    '一般护理应由护理员完成。',
    '一般工业固体废物应分类存放。',
  ])('is silent on %s', (fragment) => {
    expect(found('hedged-requirement', fragment)).toEqual([]);
  });

  it.each([
    ['设备一般应每年检修一次。', ['一般应']],
    ['一般每年应检修一次，一般不应超过两次。', ['一般每年应', '一般不应']],
    ['一般情况下，设备应检修；通常应更换。', ['一般情况下，设备应', '通常应']],
  ])('points into %s', (fragment, expected) => {
    expect(found('hedged-requirement', fragment)).toEqual(expected);
  });
});

describe('page-reference', () => {
  it('takes a number of pages or a material for what it is, and a page for a page', () => {
    expect(found('page-reference', '说明书应在 12 页以内，材料为 PP.5 级。')).toEqual([]);
    expect(found('page-reference', '标志见第 1 页，尺寸在第 3 页，见 pp. 4。')).toEqual([
      '见第 1 页',
      '在第 3 页',
      'pp. 4',
    ]);
  });
});

describe('literal-syntax', () => {
  it('takes a kind for a kind and a typed list mark for a mark', () => {
    expect(found('literal-syntax', '①级为合格。\n\n（1）号车间应设置标志。')).toEqual([]);
    expect(found('literal-syntax', '以 `:::table` 开始，以 `# 范围` 为题。')).toEqual([]);
    expect(found('literal-syntax', '①外观应完整。\n\n（1）尺寸应合格。')).toEqual(['①', '（1）']);
  });
});

describe('half-width-punctuation and range-tilde', () => {
  it('leave formulae and code alone', () => {
    const text = '字段为 `甲,乙`，系数为 $f(温度)$，间隔为 $5~3$ 级。';
    expect(found('half-width-punctuation', text)).toEqual([]);
    expect(found('range-tilde', text)).toEqual([]);
    expect(found('half-width-punctuation', '系数 $f$ 应为正,应记录。')).toEqual([',']);
    expect(found('range-tilde', '系数 $f$ 为 2 ℃~8 ℃。')).toEqual(['~']);
  });
});

describe('modal-in-definition', () => {
  const define = (text: string) =>
    `# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n# 术语和定义\n\n## 样例 | sample {#sample}\n\n${text}\n\n# 样例要求\n\n样例应完整。`;

  it.each(['由可弯曲的材料制成的物品', '可折叠的或不可伸缩的支架', '可潜式网箱'])(
    'is silent on %s',
    (text) => {
      expect(found('modal-in-definition', define(text))).toEqual([]);
    },
  );

  it.each([
    ['可由人工移动的支架', ['可']],
    ['可增设可逆的防水层的屋面', ['可']],
    ['不应弯曲的物品', ['不应']],
  ])('points into %s', (text, expected) => {
    expect(found('modal-in-definition', define(text))).toEqual(expected);
  });
});

describe('modal-in-scope and modal-in-definition', () => {
  const scope = (line: string): string =>
    `# 范围\n\n本文件规定了样例的要求。\n\n${line}\n\n# 规范性引用文件\n\n# 术语和定义\n\n# 样例要求\n\n样例应完整。`;
  const definition = (line: string): string =>
    `# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n# 术语和定义\n\n## 样例 | sample {#sample}\n\n${line}\n\n# 样例要求\n\n样例应完整。`;

  it.each([
    '本文件适用于可校验草案的编写。',
    '本文件给出了扫码即可查询的标识。',
    '本文件适用于样例，分类可参见附图。',
    '示例：样例应完整。',
    ':::example\n读者可下载样例。\n:::',
  ])('the first is silent on %s', (line) => {
    expect(found('modal-in-scope', scope(line))).toEqual([]);
  });

  it.each(['供展示用的物品，可参见图样', '扫码即可识别的物品', '可折叠的容器'])(
    'the second is silent on %s',
    (line) => {
      expect(found('modal-in-definition', definition(line))).toEqual([]);
    },
  );

  it('both still find what permits or requires', () => {
    expect(found('modal-in-scope', scope('读者可下载样例。'))).toEqual(['可']);
    expect(found('modal-in-definition', definition('可由用户更换的物品'))).toEqual(['可']);
  });
});
