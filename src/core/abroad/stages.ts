import type { Bilingual } from '../base/bilingual.ts';

/** The stages of the international harmonized stage codes, by their first two digits. */
const stages: Readonly<Record<string, Bilingual>> = {
  '00': { zh: '预备', en: 'Preliminary' },
  '10': { zh: '提案', en: 'Proposal' },
  '20': { zh: '准备', en: 'Preparatory' },
  '30': { zh: '委员会', en: 'Committee' },
  '40': { zh: '征询', en: 'Enquiry' },
  '50': { zh: '批准', en: 'Approval' },
  '60': { zh: '出版', en: 'Publication' },
  '90': { zh: '复审', en: 'Review' },
  '95': { zh: '撤销', en: 'Withdrawal' },
};

/** The sub-stages, by the last two. */
const substages: Readonly<Record<string, Bilingual>> = {
  '00': { zh: '登记', en: 'registration' },
  '20': { zh: '主要工作开始', en: 'start of main action' },
  '60': { zh: '主要工作完成', en: 'completion of main action' },
  '92': { zh: '决定：退回前面的阶段', en: 'decision: repeat an earlier phase' },
  '93': { zh: '决定：重做本阶段', en: 'decision: repeat the current phase' },
  '98': { zh: '决定：终止', en: 'decision: abandon' },
  '99': { zh: '决定：进入下一阶段', en: 'decision: proceed' },
};

/** Whether a text is a stage code that can be: `40.20`. */
export function isStageCode(code: string): boolean {
  const [stage = '', substage = '', ...rest] = code.split('.');
  return rest.length === 0 && Object.hasOwn(stages, stage) && Object.hasOwn(substages, substage);
}

/** What a stage code means; undefined where it is none. */
export function nameStage(code: string): Bilingual | undefined {
  const [first = '', second = ''] = code.split('.');
  const [stage, substage] = [stages[first], substages[second]];
  if (!isStageCode(code) || !stage || !substage) return undefined;
  return { zh: `${stage.zh}：${substage.zh}`, en: `${stage.en}: ${substage.en}` };
}
