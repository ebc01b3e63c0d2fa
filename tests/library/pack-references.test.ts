import { expect, it } from 'vitest';
import { packReferences, unpackReferences } from '#library/pack-references.ts';
import { makeReference } from '../core/catalog/build.ts';

it('references come back from the store as they went in', () => {
  const references = [
    makeReference('GB/T 191—2008'),
    makeReference('GB/T 191', {
      raw: 'GB/T191',
      informative: true,
      role: 'bibliography',
      title: '样例',
    }),
    makeReference('GB/T 1.1—2020', { targetClauses: ['5.2 a)', 'A.1', '表2'] }),
    makeReference('GB 4806.1～4806.2', { members: ['GB 4806.1', 'GB 4806.2'], clause: 7 }),
    makeReference('GB/T 19001—2016', { others: ['ISO 9001:2015'], targetClauses: ['4'] }),
    makeReference('GB/T 5750（所有部分）', { role: 'normative-list' }),
  ];
  const values = JSON.parse(JSON.stringify(packReferences(references))) as (string | number)[];
  expect(unpackReferences(values)).toEqual(references);
});
