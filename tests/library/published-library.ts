import { openPublished } from '#library/published.ts';
import type { PublishedLibrary, PublishedOptions } from '#library/published.ts';
import {
  makeFolder,
  standardPath,
  writeFiles,
  writeStandard,
} from '../support/temporary-library.ts';

export const catalogueHead = 'number,title,status,issued,implemented,as_of,source';
export const catalogueRow = (serial: number, title: string, status = '现行') =>
  `GB/T ${serial}—2008,${title},${status},2008-04-01,2008-10-01,2026-07-02,sample`;
export const system = (title: string, more = '') => `name: { zh: ${title}, en: Sample }
kind: 领域
version: '1'
date: 2026-06-01
sample: true
tree:
  - { code: '1', name: { zh: 子体系, en: Sub-system } }
rows:
  - { code: 1-0001, system: '1', role: 其他, number: DB9902/T 1-2024 }
${more}`;

export function prepare() {
  const dir = makeFolder();
  const cache = makeFolder();
  writeFiles(dir, {
    [standardPath(1)]: writeStandard({ serial: 1 }),
    [standardPath(2)]: writeStandard({ serial: 2 }),
    'catalogue/some.csv': `${catalogueHead}\n${catalogueRow(9001, '甲')}\n${catalogueRow(9002, '乙')}\n`,
    'systems/sample.yaml': system('样例体系'),
    'vocabulary/bodies.csv': 'code,zh,en\n示范市市场监督管理局,,Bureau\n',
  });
  const open = (options: Partial<PublishedOptions> = {}) =>
    openPublished({ dir, cache, asOf: '2026-06-01', ...options });
  return { dir, cache, open };
}

export const titles = ({ library }: PublishedLibrary) =>
  library?.rows.map(({ meta }) => meta.title);
export const seen = ({ withheld }: PublishedLibrary) =>
  withheld.map(({ path, shown }) => `${path} ${shown}`);
export const folder1 = 'standards/local/db9902-t-1-2024';
