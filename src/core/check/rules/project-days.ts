import { lasts, stageNamesEn } from '#core/lifecycle/index.ts';
import type { LifeStep } from '#core/lifecycle/index.ts';
import type { ProjectFinding, ProjectRule } from '../rule.ts';

export const projectDays: ProjectRule = {
  id: 'project-days',
  scope: 'project',
  severity: 'error',
  source: '标链',
  summary: {
    zh: '阶段的日期依次不倒：后一阶段不早于前一阶段开始，结束、截止不早于开始',
    en: 'Days of stages do not go back: none begins before the one ahead of it, and none ends before it begins',
  },
  examples: {
    bad: {
      'projects/a/project.yaml':
        'stages:\n  - { stage: 立项, began: 2026-03-16 }\n  - { stage: 起草, began: 2026-03-02 }\n',
    },
    good: {
      'projects/a/project.yaml':
        'stages:\n  - { stage: 立项, began: 2026-03-16 }\n  - { stage: 起草, began: 2026-03-17 }\n',
    },
  },
  *check({ life: { project } }) {
    let before: LifeStep | undefined;
    for (const [index, step] of project.stages.entries()) {
      const { stage, began, ended, until } = step;
      if (before && began < before.began) yield goesBack(`stages.${index}.began`, step, before);
      for (const [key, day] of [
        ['ended', ended],
        ['until', until],
      ] as const) {
        if (day !== undefined && day < began) {
          yield {
            at: `stages.${index}.${key}`,
            message: {
              zh: `“${stage}”的${key === 'ended' ? '结束' : '截止'}（${day}）早于开始（${began}）`,
              en: `${stageNamesEn[stage]} ends (${day}) before it begins (${began})`,
            },
            hint: { zh: '核对两个日期', en: 'Compare the two days' },
          };
        }
      }
      if (ended !== undefined && ended !== began && !lasts(stage)) {
        yield {
          at: `stages.${index}.ended`,
          message: {
            zh: `“${stage}”在一天里办完，不写另一个结束日`,
            en: `${stageNamesEn[stage]} is done on one day and has no other end`,
          },
          hint: { zh: '去掉 ended', en: 'Take ended out' },
        };
      }
      before = step;
    }
  },
};

function goesBack(at: string, { stage, began }: LifeStep, before: LifeStep): ProjectFinding {
  return {
    at,
    message: {
      zh: `“${stage}”的开始（${began}）早于“${before.stage}”（${before.began}）`,
      en: `${stageNamesEn[stage]} begins (${began}) before ${stageNamesEn[before.stage]} (${before.began})`,
    },
    hint: { zh: '核对两个日期，阶段按先后写', en: 'Compare the days; write stages in their order' },
  };
}
