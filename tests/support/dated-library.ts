import { writeFiles, writeStandard } from './temporary-library.ts';

const RECORDS = `number,title,title_en,status,issued,implemented,withdrawn,replaced_by,as_of,source
GB/T 90001—2008,样例图示,Sample signs,现行,2008-04-01,2008-10-01,,GB/T 90001—2026,2026-05-02,public-catalogue
GB/T 90001—2026,样例图示,Sample signs,即将实施,2026-04-01,2026-12-01,,,2026-05-02,public-catalogue
GB/T 90002—2026,样例分类,,即将实施,2026-04-01,2027-02-01,,,2026-05-02,public-catalogue
GB/T 90003—2015,样例术语,,现行,2015-01-01,2015-06-01,2028-01-01,,2026-05-02,public-catalogue
GB/T 90004—2026,样例方法,,即将实施,2026-05-01,2028-05-01,,,2026-05-02,public-catalogue
GB/T 90005—2022,样例服务,,现行,2022-05-01,2022-11-01,,,2026-05-02,public-catalogue
GB/T 90006—1999,样例设备,,废止,1999-05-01,1999-11-01,,,2026-05-02,public-catalogue
`;

/** Every kind of row and place that a day may change, twice: as chain with nodes, and as branches only. */
const CHAIN = `name: { zh: 样例链, en: Sample chain }
kind: 产业链
chain: sample-chain
version: '1'
date: 2026-01-01
sample: true
tree:
  - { code: '1', name: { zh: 通用, en: General }, expected: 3 }
  - { code: '2', name: { zh: 过程, en: Process } }
nodes:
  - { id: store, name: { zh: 冷库, en: Store }, stage: 上游, system: '2', expected: 4 }
  - { id: road, name: { zh: 公路, en: Road }, stage: 中游, system: '2' }
  - { id: shop, name: { zh: 门店, en: Shop }, stage: 下游, system: '2' }
  - { id: bare, name: { zh: 空处, en: Bare }, stage: 支撑, system: '2' }
edges:
  - { from: store, to: road }
  - { from: road, to: shop }
rows:
  - { system: '1', number: GB/T 90001, role: 基础, also: [store] }
  - { system: '1', number: GB/T 90003—2015, role: 基础 }
  - { node: store, number: GB/T 90002—2026, role: 基础 }
  - { node: store, number: DB9902/T 1—2020, role: 过程 }
  - { node: store, number: DB9902/T 1—2026, role: 过程 }
  - { node: road, number: DB9902/T 2—2026, role: 方法, also: [shop] }
  - { node: road, number: DB9902/T 3—2019, role: 方法 }
  - { node: road, planned: 样例计划, level: 地方, role: 产品, stage: 在研 }
  - { node: shop, number: GB/T 90004—2026, role: 服务 }
  - { node: shop, planned: 另一计划, level: 团体, role: 服务 }
  - { node: shop, number: GB/T 90005—2022, role: 服务 }
`;

const FIELD = CHAIN.slice(0, CHAIN.indexOf('nodes:'))
  .replace('样例链', '样例领域')
  .replace('chain: sample-chain\n', '')
  .replace('产业链', '领域')
  .concat(
    "rows:\n  - { system: '1', number: GB/T 90002—2026, role: 基础 }\n  - { system: '2', number: DB9902/T 3—2019, role: 方法 }\n",
  );

const CHAINS = `- { id: sample-chain, zh: 样例链, en: Sample chain, group: { zh: 样例组, en: Samples } }
- { id: other-chain, zh: 另一链, en: Other chain }
`;

const cites = `
##

样例应符合GB/T 90001和DB9902/T 1的规定，并见GB/T 90003—2015、GB/T 90004—2026。
`;

/** A small library in which much comes into force, is replaced, withdrawn or grows old in the years after 2026. */
export function writeDatedLibrary(dir: string): void {
  const standard = (
    serial: number,
    year: number,
    implemented: string,
    more: { readonly meta?: string; readonly body?: string } = {},
  ) => [
    `standards/local/db9902-t-${serial}-${year}/index.md`,
    writeStandard({ serial, year, ...more })
      .replace(/^issued: .*$/m, `issued: ${year}-05-01`)
      .replace(/^implemented: .*$/m, `implemented: ${implemented}`)
      .replace(
        '# 术语和定义\n',
        `# 术语和定义\n\n## 样例词${serial} | sample word ${serial}\n\n一个样例\n`,
      ),
  ];
  writeFiles(dir, {
    ...Object.fromEntries([
      standard(1, 2020, '2020-08-01', { body: cites }),
      standard(1, 2026, '2027-02-01', { meta: 'replaces: [DB9902/T 1—2020]\n', body: cites }),
      standard(2, 2026, '2027-09-01', { meta: 'chains: [sample-chain]\n' }),
      standard(3, 2019, '2019-12-01', { meta: 'withdrawn: 2027-01-15\n', body: cites }),
    ]),
    'catalogue/some.csv': RECORDS,
    'systems/chain.yaml': CHAIN,
    'systems/field.yaml': FIELD,
    'vocabulary/chains.yaml': CHAINS,
  });
}
