import { stageNamesEn } from '#core/lifecycle/index.ts';
import type { ProjectRule } from '../rule.ts';

export const projectStageSkipped: ProjectRule = {
  id: 'project-stage-skipped',
  scope: 'project',
  severity: 'error',
  source: '标链',
  summary: {
    zh: '项目依次走过这一类标准的阶段，不跳过',
    en: 'A project goes through the stages of its kind in order and skips none',
  },
  examples: {
    bad: {
      'projects/a/project.yaml':
        'stages:\n  - { stage: 立项建议, began: 2026-01-05, ended: 2026-02-05 }\n  - { stage: 起草, began: 2026-03-05 }\n',
    },
    good: {
      'projects/a/project.yaml':
        'stages:\n  - { stage: 立项建议, began: 2026-01-05, ended: 2026-02-05 }\n  - { stage: 立项, began: 2026-03-02 }\n  - { stage: 起草, began: 2026-03-05 }\n',
    },
  },
  *check({ life: { kind, project } }) {
    if (!kind) return;
    const order = new Map(kind.way.map(({ stage }, at) => [stage, at]));
    let reached: number | null = null;
    for (const [index, { stage }] of project.stages.entries()) {
      const at = order.get(stage);
      if (at === undefined) {
        yield {
          at: `stages.${index}.stage`,
          message: {
            zh: `${kind.name.zh}没有“${stage}”这一阶段`,
            en: `${kind.name.en} have no stage ${stageNamesEn[stage]}`,
          },
          hint: {
            zh: '改正阶段或类别，或在 project-kinds.yaml 里加上这一阶段',
            en: 'Correct stage or kind, or add the stage in project-kinds.yaml',
          },
        };
        continue;
      }
      // A project may be entered late in its life, so the first stage is taken as it is.
      const skipped =
        reached === null ? [] : kind.way.slice(reached + 1, at).filter(({ optional }) => !optional);
      if (skipped.length > 0 && stage !== '废止') {
        yield {
          at: `stages.${index}.stage`,
          message: {
            zh: `到“${stage}”之前跳过了：${skipped.map((each) => each.stage).join('、')}`,
            en: `Before ${stageNamesEn[stage]} these stages were skipped: ${skipped.map((each) => stageNamesEn[each.stage]).join(', ')}`,
          },
          hint: {
            zh: '补上跳过的阶段和日期；这一类标准不经过的，在 project-kinds.yaml 里去掉',
            en: 'Add them with their days, or take them out of project-kinds.yaml where the kind has none',
          },
        };
      }
      reached = Math.max(reached ?? 0, at);
    }
  },
};
