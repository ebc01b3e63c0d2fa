import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openLibrary } from '#library/open.ts';
import { describeStandard } from '#site/data/schema-org.ts';
import { viewStandard } from '#site/views/standard.ts';
import { writeFiles } from '../support/temporary-library.ts';

const RECORDS = `number,title,status,issued,implemented,withdrawn,replaces,issuer,as_of,source
GB/T 191-2008,包装储运图示标志,现行,2008-04-01,2008-10-01,,,甲局,2026-05-02,public-catalogue
GB/T 191-2025,包装储运图形符号标志,即将实施,2026-05-25,2026-12-01,,GB/T 191-2008,甲局,2026-06-02,public-catalogue
SB/T 10728-2012,冷藏链技术要求,废止,2012-08-01,2012-11-01,2024-03-05,,丙部,2026-05-02,public-catalogue
`;
const dir = mkdtempSync(join(tmpdir(), 'biaolian-schema-'));
afterAll(() => rmSync(dir, { recursive: true }));

test('the days between which a standard holds are stated, never the status of the day of the build', async () => {
  writeFiles(dir, { 'catalogue/a.csv': RECORDS });
  for (const asOf of ['2026-06-03', '2027-01-01']) {
    const library = await openLibrary({ dir, cache: join(dir, asOf), asOf });
    const describe = (slug: string) =>
      describeStandard(viewStandard(library, { slug }), 'zh', `https://standards.example/${slug}/`);
    expect(describe('gb-t-191-2008')).toMatchObject({
      temporalCoverage: '2008-10-01/2026-12-01',
      expires: '2026-12-01',
    });
    expect(describe('gb-t-191-2025')).toMatchObject({
      datePublished: '2026-05-25',
      temporalCoverage: '2026-12-01/..',
    });
    expect(describe('gb-t-191-2025')).not.toHaveProperty('expires');
    expect(describe('sb-t-10728-2012')).toMatchObject({ expires: '2024-03-05' });
    for (const { slug } of library.catalog.entries) {
      expect(JSON.stringify(describe(slug))).not.toMatch(/creativeWorkStatus|现行|被代替|即将实施/);
    }
  }
});
