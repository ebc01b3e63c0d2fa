import { stageNamesEn } from '#core/lifecycle/index.ts';
import type { ProjectRule } from '../rule.ts';

export const projectFactsDiffer: ProjectRule = {
  id: 'project-facts-differ',
  scope: 'project',
  severity: 'warning',
  source: '标链',
  summary: {
    zh: '项目写的发布、备案、实施日期与标准的相同',
    en: 'The days of issue, filing and implementation of a project are those of its standard',
  },
  examples: {
    bad: {
      'projects/a/project.yaml':
        'number: DB9999/T 1—2024\nstages: [{ stage: 发布, began: 2024-01-08 }]\n',
      'project-kinds.yaml':
        '- { id: local, name: { zh: 地方标准, en: Local standards }, way: [编号, 发布] }\n',
    },
    good: {
      'projects/a/project.yaml':
        'number: DB9999/T 1—2024\nstages: [{ stage: 发布, began: 2024-01-05 }]\n',
      'project-kinds.yaml':
        '- { id: local, name: { zh: 地方标准, en: Local standards }, way: [编号, 发布] }\n',
    },
  },
  *check({ life: { project, entry } }) {
    if (!entry) return;
    const facts: Readonly<Record<string, string | undefined>> = {
      发布: entry.issued,
      备案: entry.row?.meta.recorded,
      实施: entry.implemented,
    };
    for (const [index, { stage, began }] of project.stages.entries()) {
      const day = facts[stage];
      if (day === undefined || day === began) continue;
      yield {
        at: `stages.${index}.began`,
        message: {
          zh: `${stage}日期（${began}）与 ${entry.number} 的（${day}）不同`,
          en: `The day of ${stageNamesEn[stage]} (${began}) is not that of ${entry.number} (${day})`,
        },
        hint: {
          zh: '以标准为准改正，或改正标准',
          en: 'Correct it by the standard, or the standard',
        },
      };
    }
  },
};
