import { locate } from '#core/systems/index.ts';
import type { SystemRule } from '../rule.ts';

export const systemIdRepeated: SystemRule = {
  id: 'system-id-repeated',
  scope: 'system',
  severity: 'error',
  source: '标链',
  summary: { zh: '环节的标识不重复', en: 'Ids of nodes are unique' },
  examples: {
    bad: {
      'systems/a.yaml':
        "nodes:\n  - { id: store, name: { zh: 冷库, en: Store }, stage: 中游, system: '1' }\n  - { id: road, name: { zh: 公路, en: Road }, stage: 中游, system: '2' }\n  - { id: road, name: { zh: 铁路, en: Rail }, stage: 中游, system: '2' }\n",
    },
    good: {
      'systems/a.yaml':
        "nodes:\n  - { id: store, name: { zh: 冷库, en: Store }, stage: 中游, system: '1' }\n  - { id: road, name: { zh: 公路, en: Road }, stage: 中游, system: '2' }\n",
    },
  },
  *check({ system }) {
    const { branches, nodes } = system.model;
    // A node and a branch have their id or code for an address below the same folder.
    const seen = new Map(
      branches.map(({ code, path }) => [code, locate(system.model, path, 'code').start.line]),
    );
    for (const { id, path } of nodes) {
      const range = locate(system.model, path, 'id');
      const before = seen.get(id);
      if (before === undefined) {
        seen.set(id, range.start.line);
        continue;
      }
      yield {
        range,
        message: {
          zh: `“${id}”已在第 ${before} 行`,
          en: `"${id}" already stands on line ${before}`,
        },
        hint: { zh: '换一个标识，或合成一个环节', en: 'Take another id, or make them one node' },
      };
    }
  },
};
