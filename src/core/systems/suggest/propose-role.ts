import type { Role } from '../../terms/index.ts';
import type { Placeable } from './features.ts';

/** What titles say of the role of a standard, in the order of judgement; sub-systems of GB/T 13016—2018 by their words. */
const words: readonly (readonly [role: Role, zh: RegExp, en: RegExp])[] = [
  [
    '基础',
    /术语|词汇|分类(?!.*方法)|代码|编码|条码|二维码|符号|标志|标识|数据元|数据集|数据交换|参考架构|体系结构|指标体系|标准编写|标准化工作/,
    /vocabulary|terms|terminology|symbols|classification|designation|generic|reference architecture|data (?:model|dictionar)/i,
  ],
  [
    '方法',
    /试验|测定|测量|检验|检测|测试|分析|鉴定|评定|评价方法|检疫|诊断|校准|检定|取样|抽样|监测|调查|评估|感官|验证/,
    /test|measur|determination|sampling|calibration|analysis|assessment|evaluation of/i,
  ],
  ['卫生', /卫生|消毒|净化|感染|防疫/, /hygien|disinfect|infection/i],
  [
    '环保',
    /环保|环境保护|排放|污染|节能|能效|能耗|节水|绿色|碳|清洁生产|回收|再生|无害化/,
    /emission|pollut|energy (?:efficien|consumption)|carbon|sustainab|recycl|environmental/i,
  ],
  [
    '安全',
    /安全|防火|消防|防爆|防护|抗震|应急|风险|预防|无障碍|残障/,
    /safety|protect|hazard|fire|risk|security/i,
  ],
  ['服务', /服务(?!机构|.*(?:平台|管理|信用|设施|等级))|维修|配送/, /service/i],
  [
    '管理',
    /管理|评价|等级|信用|人员|员工|师规范|培训|课程|市场|机构|企业|园区|组织|指南|要求.*建设|规划/,
    /management|guid|framework|personnel/i,
  ],
  [
    '过程',
    /规程|操作|作业|施工|栽培|养殖|种植|繁育|加工|工艺|设计|生产|运行|维护|安装|建设|贮藏|保鲜|运输|修理|改造|技术规范/,
    /code of practice|installation|process|manufactur|maintenance|operation|design|storage/i,
  ],
];

/** The role that the title of a standard speaks for; `产品` where it speaks for none. A proposal. */
export function proposeRole({ title, titleEn = '' }: Placeable): Role {
  const found = words.find(([, zh, en]) => zh.test(title) || en.test(titleEn || title));
  return found?.[0] ?? '产品';
}
