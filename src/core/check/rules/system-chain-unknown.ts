import { locate } from '#core/systems/index.ts';
import { nearestName } from '../near.ts';
import type { SystemRule } from '../rule.ts';

export const systemChainUnknown: SystemRule = {
  id: 'system-chain-unknown',
  scope: 'system',
  severity: 'error',
  source: '标链',
  summary: {
    zh: '产业链体系写明 vocabulary/chains.yaml 里的产业链，一链一个体系',
    en: 'The system of a chain names one of vocabulary/chains.yaml, and each chain has one system',
  },
  examples: {
    bad: {
      'systems/a.yaml': 'kind: 产业链\nchain: cold-chains\n',
      'vocabulary/chains.yaml': '- { id: cold-chain, zh: 冷链物流, en: Cold chain }\n',
    },
    good: {
      'systems/a.yaml': 'kind: 产业链\nchain: cold-chain\n',
      'vocabulary/chains.yaml': '- { id: cold-chain, zh: 冷链物流, en: Cold chain }\n',
    },
  },
  *check({ system, systems, chains }) {
    const { model } = system;
    const { chain, kind } = model;
    if (chain === undefined) {
      if (kind === '产业链') {
        yield {
          range: locate(model, 'kind'),
          message: {
            zh: '产业链的体系没有写 chain',
            en: 'The system of a chain does not say which (chain)',
          },
          hint: {
            zh: '写 vocabulary/chains.yaml 里的 id；不是产业链的写 kind: 领域',
            en: 'Write an id of vocabulary/chains.yaml; if it is no chain, write kind: 领域',
          },
        };
      }
      return;
    }
    const range = locate(model, 'chain');
    const first = systems.ofChain(chain);
    if (first && first !== system) {
      yield {
        range,
        message: {
          zh: `“${chain}”已有体系 ${first.model.file}`,
          en: `"${chain}" already has the system ${first.model.file}`,
        },
        hint: { zh: '合成一个文件', en: 'Make them one file' },
      };
    }
    if (chains.length === 0 || chains.includes(chain)) return;
    const near = nearestName(chain, chains);
    yield {
      range,
      message: {
        zh: `产业链“${chain}”不在 vocabulary/chains.yaml 里`,
        en: `The chain "${chain}" is not in vocabulary/chains.yaml`,
      },
      hint: { zh: `是不是想写 ${near}？`, en: `Did you mean ${near}?` },
    };
  },
};
