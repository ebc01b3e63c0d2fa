import { stepOn } from '#core/lifecycle/index.ts';
import type { ProjectRule } from '../rule.ts';

export const projectTextMissing: ProjectRule = {
  id: 'project-text-missing',
  scope: 'project',
  severity: 'warning',
  source: '标链',
  summary: {
    zh: '征求意见的项目有文本 draft/index.md；发布的项目写明编号，编号是库里或目录里的标准',
    en: 'A project under public comment has a text, draft/index.md; one that was issued names the number of a standard that is known',
  },
  examples: {
    bad: {
      'projects/a/project.yaml':
        'number: DB9999/T 9—2024\nstages: [{ stage: 发布, began: 2024-01-05 }]\n',
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
  *check({ life: { project, entry, steps }, catalog, hasDraft }) {
    if (project.stopped) return;
    const { number, stages } = project;
    const now = stepOn(steps, catalog.asOf);
    const at = (stage: string): number => stages.findIndex((each) => each.stage === stage);
    if (now?.stage === '征求意见' && now.ended === undefined && !hasDraft) {
      yield {
        at: `stages.${at('征求意见')}.stage`,
        message: {
          zh: '正在征求意见，而没有文本 draft/index.md',
          en: 'Comments are asked for, and there is no text, draft/index.md',
        },
        hint: {
          zh: `把征求意见稿放进 projects/${project.id}/draft/`,
          en: `Put the draft into projects/${project.id}/draft/`,
        },
      };
    }
    const numbered = at('编号');
    const issued = at('发布');
    if (number === undefined && (numbered >= 0 || issued >= 0)) {
      yield {
        at: `stages.${Math.max(numbered, issued)}.stage`,
        message: {
          zh: '已经编号，而没有写 number',
          en: 'It was numbered, and number is not written',
        },
        hint: { zh: '写明标准的编号', en: 'Write the number of the standard' },
      };
    }
    const isOut = issued >= 0 && (stages[issued]?.began ?? '') <= catalog.asOf;
    if (number !== undefined && isOut && !entry) {
      yield {
        at: 'number',
        message: {
          zh: `库里和目录里没有 ${number}`,
          en: `Neither library nor catalogue has ${number}`,
        },
        hint: {
          zh: '核对编号，或把标准放进 standards/',
          en: 'Check the number, or put the standard into standards/',
        },
      };
    }
  },
};
