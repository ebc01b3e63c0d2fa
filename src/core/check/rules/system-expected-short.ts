import { locate } from '#core/systems/index.ts';
import type { SystemRule } from '../rule.ts';

export const systemExpectedShort: SystemRule = {
  id: 'system-expected-short',
  scope: 'system',
  severity: 'warning',
  source: 'GB/T 13016—2018',
  summary: { zh: '应有数不小于列出的行数', en: 'What is expected is not less than the rows' },
  examples: {
    bad: {
      'systems/a.yaml':
        "nodes:\n  - { id: store, name: { zh: 冷库, en: Store }, stage: 中游, system: '1', expected: 0 }\n  - { id: road, name: { zh: 公路, en: Road }, stage: 中游, system: '2' }\n",
    },
    good: {
      'systems/a.yaml':
        "nodes:\n  - { id: store, name: { zh: 冷库, en: Store }, stage: 中游, system: '1', expected: 3 }\n  - { id: road, name: { zh: 公路, en: Road }, stage: 中游, system: '2' }\n",
    },
  },
  *check({ system }) {
    const { model } = system;
    const places = new Map(system.places.map((place) => [place.id, place]));
    const named = [
      ...model.nodes.map(({ id, expected, path }) => ({ id, expected, path })),
      ...model.branches.map(({ code, expected, path }) => ({ id: code, expected, path })),
    ];
    for (const { id, expected, path } of named) {
      if (expected === undefined) continue;
      const listed = places.get(id)?.counts.expected ?? 0;
      if (listed <= expected) continue;
      yield {
        range: locate(model, path, 'expected'),
        message: {
          zh: `应有数 ${expected} 小于列出的 ${listed} 项，按 ${listed} 计`,
          en: `${expected} are expected but ${listed} are listed; ${listed} count`,
        },
        hint: { zh: '改大应有数，或删去这个键', en: 'Raise the number, or delete the key' },
      };
    }
  },
};
