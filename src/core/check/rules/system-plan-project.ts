import { locate } from '#core/systems/index.ts';
import { nearestName } from '../near.ts';
import type { SystemRule } from '../rule.ts';

export const systemPlanProject: SystemRule = {
  id: 'system-plan-project',
  scope: 'system',
  severity: 'warning',
  source: 'GB/T 13016—2018',
  summary: {
    zh: '在研的标准写明是 projects/ 里的哪个项目；没有写的是提示',
    en: 'A standard that is being written names its project of projects/; one that names none is a note',
  },
  examples: {
    bad: {
      'systems/a.yaml':
        'rows:\n  - { node: store, planned: 冷库节能, level: 地方, role: 基础, project: b }\n',
      'projects/a/project.yaml': '',
    },
    good: {
      'systems/a.yaml':
        'rows:\n  - { node: store, planned: 冷库节能, level: 地方, role: 基础, project: a }\n',
      'projects/a/project.yaml': '',
    },
  },
  *check({ system, projects }) {
    if (projects.size === 0) return;
    const unnamed = system.rows.filter(
      ({ subject }) =>
        subject.kind === 'planned' &&
        subject.plan.stage === '在研' &&
        subject.plan.project === undefined,
    );
    for (const { subject, path } of system.rows) {
      if (subject.kind !== 'planned') continue;
      const { project } = subject.plan;
      if (project === undefined || projects.has(project)) continue;
      const near = nearestName(project, [...projects]);
      yield {
        range: locate(system.model, path, 'project'),
        message: {
          zh: `项目“${project}”不在 projects/ 里`,
          en: `The project "${project}" is not in projects/`,
        },
        hint: near
          ? { zh: `是不是 ${near}？`, en: `Did you mean ${near}?` }
          : { zh: '写项目文件夹的名称', en: 'Write the name of the folder of a project' },
      };
    }
    const [first] = unnamed;
    if (!first) return;
    yield {
      range: locate(system.model, first.path, 'planned'),
      severity: 'info',
      message: {
        zh: `有 ${unnamed.length} 项在研的标准没有写明是哪个项目（第一项《${first.title.zh}》）`,
        en: `${unnamed.length} standards that are being written name no project (the first: "${first.title.en ?? first.title.zh}")`,
      },
      hint: {
        zh: '加 project: 项目文件夹的名称；发布以后这一行自动成为标准',
        en: 'Add project: the name of its folder; once it is issued the row becomes the standard',
      },
    };
  },
};
