import { expect, test } from 'vitest';
import { openLibrary } from '#library/open.ts';
import type { Library } from '#library/open.ts';
import { listBanners } from '#site/data/banners.ts';
import { listFields } from '#site/data/metadata.ts';
import { createFillContext } from '#site/data/standard.ts';
import { viewStandard } from '#site/views/standard.ts';
import { makeFolder, writeFiles, writeStandard } from '../support/temporary-library.ts';

const RECORDS = `number,title,title_en,status,issued,implemented,withdrawn,replaces,replaced_by,as_of,source
GB/T 90191—2008,样例图示标志,,现行,2008-04-01,2008-10-01,,,,2026-07-02,public-catalogue
GB/T 90001—1987,样例一,,废止,1987-01-29,1987-11-01,,,,2026-07-02,public-catalogue
GB/T 90002—1990,样例二,,废止,1990-01-01,1990-06-01,2005-10-14,,,2026-07-02,public-catalogue
GB/T 90003—2001,样例三,,被代替,2001-01-01,2001-06-01,,,GB/T 90003—2020,2026-07-02,public-catalogue
GB/T 90003—2020,样例三,,现行,2020-03-01,2020-10-01,,GB/T 90003—2001,,2026-07-02,public-catalogue
YY 90168—1994,样例六,,被代替,1994-01-01,1994-06-01,,,YY/T 90168—2007,2026-07-02,public-catalogue
YY/T 90168—2007,样例六,,废止,2007-01-01,2007-06-01,2015-01-01,YY 90168—1994,,2026-07-02,public-catalogue
ISO 90005:2007,Traceability in the feed chain,,现行,2007-07-01,2007-07-01,,,,2026-07-02,public-catalogue
`;
const BODIES = `code,zh,en
示范市市场监督管理局,示范市市场监督管理局,Shifan Administration for Market Regulation
示范市商务局,示范市商务局,Shifan Bureau of Commerce
`;

let library: Library;

async function open(): Promise<Library> {
  const dir = makeFolder();
  writeFiles(dir, {
    'standards/local/db9902-t-1-2018/index.md': writeStandard({ serial: 1, year: 2018 }),
    'standards/local/db9902-t-1-2024/index.md': writeStandard({
      serial: 1,
      meta: `replaces: [DB9902/T 1—2018]
proposedBy: [示范市商务局, 无名局]
functionType: 规范
reviews: [{ date: 2026-01-01, result: 继续有效 }]
`,
      body: '\n样例另见DB9902/T 1—2018、GB/T 90001—1987和GB/T 90191—2008。\n',
    }),
    'catalogue/some.csv': RECORDS,
    'vocabulary/bodies.csv': BODIES,
  });
  return openLibrary({ dir, cache: makeFolder(), asOf: '2026-06-01' });
}

const viewOf = (number: string) => {
  const entry = library.catalog.byKey(number.replace('—', '-'));
  if (!entry) throw new Error(number);
  return viewStandard(library, { slug: entry.slug });
};

test('a banner says the day from which a standard holds no longer, or that it is not known', async () => {
  library = await open();
  const say = (number: string, language: 'zh' | 'en' = 'zh') =>
    listBanners(language, viewOf(number)).map(({ lead }) => lead);
  expect(say('DB9902/T 1—2018')).toEqual(['本标准自 2024-04-01 起被代替，请使用新的版本：']);
  expect(say('GB/T 90003—2001')).toEqual(['本标准自 2020-10-01 起被代替，请使用新的版本：']);
  expect(say('GB/T 90003—2001', 'en')).toEqual([
    'This standard was superseded on 2020-10-01. Use the newer one:',
  ]);
  expect(say('YY 90168—1994')).toEqual([
    '本标准自 2007-06-01 起被代替；代替它的标准也已不再有效：',
  ]);
  expect(say('YY 90168—1994', 'en')).toEqual([
    'This standard was superseded on 2007-06-01. What superseded it is no longer in force either:',
  ]);
  expect(say('GB/T 90002—1990')).toEqual(['本标准已于 2005-10-14 废止。']);
  expect(say('GB/T 90001—1987')).toEqual(['本标准已经废止，废止日期没有记录。']);
  expect(say('GB/T 90001—1987', 'en')).toEqual([
    'This standard has been withdrawn; the day is not on record.',
  ]);
});

test('the fields of a record say that the day of its withdrawal is not known', async () => {
  library = await open();
  const withdrawn = (number: string) =>
    listFields('zh', viewOf(number)).find(({ id }) => id === 'withdrawn')?.values[0]?.text;
  expect(withdrawn('GB/T 90001—1987')).toBe('没有记录');
  expect(withdrawn('GB/T 90002—1990')).toBe('2005-10-14');
  expect(withdrawn('GB/T 90003—2020')).toBeUndefined();
});

test('English fields are in English where the vocabulary has the words, else say their language', async () => {
  library = await open();
  const fields = new Map(
    listFields('en', viewOf('DB9902/T 1—2024')).map(({ id, values }) => [
      id,
      values.map(({ text, lang, note }) => [text, lang ?? note]),
    ]),
  );
  expect(fields.get('issuers')).toEqual([
    ['Shifan Administration for Market Regulation', undefined],
  ]);
  expect(fields.get('proposedBy')).toEqual([
    ['Shifan Bureau of Commerce', undefined],
    ['无名局', 'zh-CN'],
  ]);
  expect(fields.get('functionType')).toEqual([['Specification', undefined]]);
  expect(fields.get('kind')).toEqual([['Local standard', undefined]]);
  expect(fields.get('reviews')).toEqual([['2026-01-01', 'reaffirmed']]);
});

test('a title in English is no Chinese title', async () => {
  library = await open();
  const fields = listFields('en', viewOf('ISO 90005:2007'));
  expect(fields.find(({ id }) => id === 'title')).toBeUndefined();
  expect(fields.find(({ id }) => id === 'titleEn')?.values[0]?.text).toBe(
    'Traceability in the feed chain',
  );
});

test('a mention of a standard that holds no longer is marked for eye and ear', async () => {
  library = await open();
  const view = viewOf('DB9902/T 1—2024');
  const marks = (['zh', 'en'] as const).map((language) => {
    const { resolve } = createFillContext(language, view, {});
    return ['DB9902/T 1-2018', 'GB/T 90001-1987', 'GB/T 90191-2008'].map(
      (key) => resolve(key, null)?.mark,
    );
  });
  expect(marks).toEqual([
    [{ shown: '代', spoken: '（被代替）' }, { shown: '废', spoken: '（已废止）' }, undefined],
    [
      { shown: 'superseded', spoken: ' (superseded)' },
      { shown: 'withdrawn', spoken: ' (withdrawn)' },
      undefined,
    ],
  ]);
});

test('the edition whose clauses are told apart is the one that replaces the whole', async () => {
  library = await open();
  const successor = viewOf('DB9902/T 1—2018').text?.successor;
  expect(successor?.slug).toBe('db9902-t-1-2024');
  expect(library.body(successor?.slug ?? '').text.clauses.map(({ id }) => id)).toContain(
    'requirements',
  );
  expect(viewOf('DB9902/T 1—2024').text?.successor).toBeUndefined();
});
