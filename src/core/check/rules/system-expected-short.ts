import { locate } from '#core/systems/index.ts';
import type { SystemRule } from '../rule.ts';

export const systemExpectedShort: SystemRule = {
  id: 'system-expected-short',
  scope: 'system',
  severity: 'warning',
  source: 'GB/T 13016—2018',
  summary: { zh: '应有数不小于列出的行数', en: 'What is expected is not less than the rows' },
  example: '`expected: 3`，那里列了 5 项',
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
