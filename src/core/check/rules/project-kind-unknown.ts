import { nearestName } from '../near.ts';
import type { ProjectRule } from '../rule.ts';

export const projectKindUnknown: ProjectRule = {
  id: 'project-kind-unknown',
  scope: 'project',
  severity: 'error',
  source: '标链',
  summary: {
    zh: '项目的类别在 project-kinds.yaml 里',
    en: 'The kind of a project stands in project-kinds.yaml',
  },
  examples: {
    bad: { 'projects/a/project.yaml': 'kind: city\n' },
    good: { 'projects/a/project.yaml': 'kind: local\n' },
  },
  *check({ life, kinds }) {
    if (life.kind) return;
    const { kind } = life.project;
    const known = kinds.map(({ id }) => id);
    const near = nearestName(kind, known);
    yield {
      at: 'kind',
      message: {
        zh: `类别“${kind}”不在 project-kinds.yaml 里`,
        en: `The kind "${kind}" is not in project-kinds.yaml`,
      },
      hint: near
        ? { zh: `是不是想写 ${near}？`, en: `Did you mean ${near}?` }
        : {
            zh: '在 project-kinds.yaml 里写明这一类标准经过的阶段',
            en: 'Say in project-kinds.yaml which stages such standards go through',
          },
    };
  },
};
