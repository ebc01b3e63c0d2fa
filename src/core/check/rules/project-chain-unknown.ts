import { nearestName } from '../near.ts';
import type { ProjectRule } from '../rule.ts';

export const projectChainUnknown: ProjectRule = {
  id: 'project-chain-unknown',
  scope: 'project',
  severity: 'warning',
  source: '标链',
  summary: {
    zh: '项目的产业链在 vocabulary/chains.yaml 里',
    en: 'A chain of a project stands in vocabulary/chains.yaml',
  },
  examples: {
    bad: {
      'projects/a/project.yaml': 'chains: [coldchain]\n',
      'vocabulary/chains.yaml': '- { id: cold-chain, zh: 冷链物流, en: Cold chain }\n',
    },
    good: {
      'projects/a/project.yaml': 'chains: [cold-chain]\n',
      'vocabulary/chains.yaml': '- { id: cold-chain, zh: 冷链物流, en: Cold chain }\n',
    },
  },
  *check({ life: { project }, chains }) {
    if (chains.length === 0) return;
    for (const [index, id] of project.chains.entries()) {
      if (chains.includes(id)) continue;
      const near = nearestName(id, chains);
      yield {
        at: `chains.${index}`,
        message: {
          zh: `产业链“${id}”不在 vocabulary/chains.yaml 里`,
          en: `The chain "${id}" is not in vocabulary/chains.yaml`,
        },
        hint: { zh: `是不是想写 ${near}？`, en: `Did you mean ${near}?` },
      };
    }
  },
};
