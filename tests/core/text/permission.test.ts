import { describe, expect, it } from 'vitest';
import { findModals } from '#core/text/meaning/modals.ts';

const permits = (text: string): boolean =>
  findModals(text).some(({ type }) => type === 'permission');

describe('可 permits as the verb of what somebody does (GB/T 1.1—2020, table C.3)', () => {
  it.each([
    '负责人可由质量负责人兼任。',
    '参与方可先采集交接事件。',
    '供需双方可约定更低的限值。',
    '专业人才可享受补贴。',
    '冷冻货物可先用钻孔器开孔。',
    '经检验合格后可使用。',
    '记录格式可采用附录A的内容。',
    '用户可调整报警值。',
    '可读取历史数据。',
  ])('%s', (text) => {
    expect(permits(text)).toBe(true);
  });
});

describe('可 permits nothing in an adjective, behind another verb, and in a restriction', () => {
  it.each([
    '色差应能可识别而不突兀。',
    '样板经设计单位确认后，方可大面积施工。',
    '应取得相关业主同意后方可实施。',
    '经验收合格方可投入使用。',
    '培训合格后才可上岗。',
    '智能产品宜一键操作、断网可用。',
    '编码应为二维码并附可读字符。',
    '门锁应有语音提示，音量可调。',
    '标签经5次冻融后应仍可扫描。',
    '游客的人均可活动面积不应小于3 m²。',
    '数据应可追溯。',
    '表面应无可见裂纹。',
    '连接应可靠。',
    '按下按钮即可。',
    '各环节状态可查、来源可追溯。',
  ])('%s', (text) => {
    expect(permits(text)).toBe(false);
  });
});
