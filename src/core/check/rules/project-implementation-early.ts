import type { ProjectRule } from '../rule.ts';

export const projectImplementationEarly: ProjectRule = {
  id: 'project-implementation-early',
  scope: 'project',
  severity: 'error',
  source: '标链',
  summary: {
    zh: '实施日期不早于发布日期',
    en: 'A standard is not implemented before it is issued',
  },
  examples: {
    bad: {
      'project-kinds.yaml':
        '- { id: local, name: { zh: 地方标准, en: Local standards }, way: [发布, 实施] }\n',
      'projects/a/project.yaml':
        'number: DB9999/T 1—2024\nstages:\n  - { stage: 实施, began: 2024-01-04 }\n  - { stage: 发布, began: 2024-01-05 }\n',
    },
    good: {
      'project-kinds.yaml':
        '- { id: local, name: { zh: 地方标准, en: Local standards }, way: [发布, 实施] }\n',
      'projects/a/project.yaml':
        'number: DB9999/T 1—2024\nstages:\n  - { stage: 发布, began: 2024-01-05 }\n  - { stage: 实施, began: 2024-03-01 }\n',
    },
    besides: ['project-facts-differ'],
  },
  *check({ life: { project } }) {
    const issued = project.stages.find(({ stage }) => stage === '发布')?.began;
    const index = project.stages.findIndex(({ stage }) => stage === '实施');
    const implemented = project.stages[index]?.began;
    if (issued === undefined || implemented === undefined || implemented >= issued) return;
    yield {
      at: `stages.${index}.began`,
      message: {
        zh: `实施日期（${implemented}）早于发布日期（${issued}）`,
        en: `It is implemented (${implemented}) before it is issued (${issued})`,
      },
      hint: { zh: '核对两个日期', en: 'Compare the two days' },
    };
  },
};
