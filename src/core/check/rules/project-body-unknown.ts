import { nearestName } from '../near.ts';
import type { ProjectRule } from '../rule.ts';

export const projectBodyUnknown: ProjectRule = {
  id: 'project-body-unknown',
  scope: 'project',
  severity: 'warning',
  source: '标链',
  summary: {
    zh: '项目里的单位在 vocabulary/bodies.csv 里',
    en: 'Bodies of a project stand in vocabulary/bodies.csv',
  },
  examples: {
    bad: {
      'projects/a/project.yaml': 'draftedBy: [某市标准化研究所]\n',
      'vocabulary/bodies.csv': 'code,zh,en\n某市标准化研究院,某市标准化研究院,Institute\n',
    },
    good: {
      'projects/a/project.yaml': 'draftedBy: [某市标准化研究院]\n',
      'vocabulary/bodies.csv': 'code,zh,en\n某市标准化研究院,某市标准化研究院,Institute\n',
    },
  },
  *check({ life: { project }, bodies }) {
    if (bodies.size === 0) return;
    const { proposedBy, administeredBy, draftedBy, stages } = project;
    const named = [
      ...Object.entries({ proposedBy, administeredBy, draftedBy }),
      ...stages.map(({ offices }, index) => [`stages.${index}.offices`, offices] as const),
    ];
    for (const [path, names] of named) {
      for (const [index, name] of names.entries()) {
        if (bodies.has(name)) continue;
        const near = nearestName(name, [...bodies]);
        yield {
          at: `${path}.${index}`,
          message: {
            zh: `单位“${name}”不在 vocabulary/bodies.csv 里`,
            en: `The body "${name}" is not in vocabulary/bodies.csv`,
          },
          hint: near
            ? {
                zh: `是不是 ${near}？新的单位加进词表`,
                en: `Is it ${near}? Add a new body to the list`,
              }
            : { zh: '新的单位加进词表', en: 'Add a new body to the list' },
        };
      }
    }
  },
};
