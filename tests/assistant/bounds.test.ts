import { expect, it } from 'vitest';
import type { LibraryAtHand } from '#assistant/library-at-hand.ts';
import { checkValidity } from '#assistant/questions.ts';
import { getClause, getStandard } from '#assistant/texts.ts';
import { buildCatalog } from '#core/catalog/index.ts';
import { makeRow } from '../core/catalog/build.ts';
import { makeLibrary } from '../search/meilisearch/build.ts';

const number = 'DB9903/T 6-2024';
const plain = makeLibrary([{ number, title: '长表', texts: ['应完整。'.repeat(50_000)] }]);
const catalog = buildCatalog({
  rows: [],
  partners: [
    {
      id: '9903',
      name: { zh: '样板市', en: 'Model City' },
      short: { zh: '样板', en: 'Model' },
      code: '9903',
      licence: 'CC-BY-4.0',
      mirrored: '2026-05-20',
      sample: true,
      rows: [makeRow(number, { title: '长表' })],
      records: [],
    },
  ],
  records: [],
  asOf: '2026-06-01',
});
const hand = {
  library: { ...plain, catalog, asOf: '2026-06-01' },
  addressOf: (path: string) => `https://standards.example${path}`,
} as unknown as LibraryAtHand;

it('a clause of any length is answered with its beginning, and with how much is left', () => {
  const answer = getClause(hand, { number, clause: '4.1', language: 'zh' });
  expect(JSON.stringify(answer).length).toBeLessThan(30_000);
  const [clause] = answer['clauses'] as readonly Record<string, unknown>[];
  expect(clause).toMatchObject({
    charactersLeftOut: 200_000 - 12_000,
    link: 'https://standards.example/standards/db9903-t-6-2024/#c0',
  });
});

it('whose a standard of another city is stands in each answer about it', () => {
  const asked = { number, language: 'zh' } as const;
  for (const answer of [getStandard(hand, asked), getClause(hand, { ...asked, clause: '4.1' })])
    expect(answer).toMatchObject({
      number: 'DB9903/T 6—2024',
      statusOn: '2026-06-01',
      city: expect.stringContaining('样板市'),
    });
  expect(checkValidity(hand, { numbers: [number], on: '2026-06-01' })['checked']).toMatchObject([
    { number: 'DB9903/T 6—2024', city: expect.stringContaining('样板市') },
  ]);
});
