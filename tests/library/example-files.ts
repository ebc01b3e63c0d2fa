import type { ExampleFiles } from '#core/check/rule.ts';
import { chapters } from '../core/check/wrap.ts';

const folder = 'standards/local/db9999-t-1-2024';

const usualSystem = {
  name: '{ zh: 样例体系, en: Sample system }',
  kind: '领域',
  version: "'1'",
  date: '2026-06-01',
  tree: `
  - { code: '1', name: { zh: 仓储, en: Storage } }
  - { code: '2', name: { zh: 运输, en: Transport } }`,
  nodes: `
  - { id: store, name: { zh: 冷库, en: Store }, stage: 中游, system: '1' }
  - { id: road, name: { zh: 公路, en: Road }, stage: 中游, system: '2' }`,
  edges: `
  - { from: store, to: road }`,
  rows: `
  - { node: store, number: DB9999/T 1-2024, role: 基础 }`,
};

const usualGroup = {
  name: '{ zh: 样例产品, en: Sample product }',
  standards: '[DB9999/T 1—2024]',
  indicators: `
  - { id: noise, name: { zh: 噪声, en: Noise }, kind: 基础, unit: dB }`,
};

const usualProject = {
  title: '样例',
  kind: 'local',
  stages: '[{ stage: 起草, began: 2026-01-05 }]',
};

const usualKinds =
  '- { id: local, name: { zh: 地方标准, en: Local standards }, families: [local], way: [立项建议, 立项, 起草, 征求意见, 技术审查, 批准, 编号, 发布, 备案, 实施, 复审, 废止] }\n';

/** The files of an example with what it leaves out; see `ExampleFiles`. */
export function completeFiles(files: ExampleFiles): ExampleFiles {
  const given = Object.entries(files).map(
    ([path, content]) =>
      [path, typeof content === 'string' ? completeFile(path, content) : content] as const,
  );
  const hasStandard = given.some(([path]) => path.startsWith('standards/'));
  const base: ExampleFiles = {
    ...(hasStandard && !isBeside(files) ? {} : { [`${folder}/index.md`]: completeIndex('') }),
    'project-kinds.yaml': usualKinds,
  };
  return { ...base, ...Object.fromEntries(given) };
}

/** Files of the folder of a standard without its `index.md`. */
function isBeside(files: ExampleFiles): boolean {
  return Object.keys(files).every(
    (path) => path.startsWith(`${folder}/`) && !path.includes('index'),
  );
}

function completeFile(path: string, text: string): string {
  if (path.endsWith('/index.md')) return completeIndex(text);
  if (/^systems\/.*\.ya?ml$/.test(path)) return completeKeys(text, usualSystem);
  if (/^indicators\/.*\.ya?ml$/.test(path)) return completeKeys(text, usualGroup);
  if (/^projects\/.*project\.yaml$/.test(path)) return completeKeys(text, usualProject);
  return text;
}

function completeIndex(text: string): string {
  const parts = /^---\n([^]*?\n)---\n([^]*)$/.exec(text);
  if (!parts && text.startsWith('---')) return text;
  const [, keys = 'number: DB9999/T 1—2024\n', body = text] = parts ?? [];
  const year = /(\d{4})$/m.exec(keys)?.[1] ?? '2024';
  const front = completeKeys(keys, {
    title: '样例',
    issuers: '[某市市场监督管理局]',
    ics: "['03.100']",
    issued: `${year}-01-05`,
    implemented: `${year}-03-01`,
  });
  const content = body === '' ? '样例应完整。' : body;
  return `---\n${front}---\n\n${content.startsWith('# ') ? '' : chapters}${content}`;
}

/** YAML with those of the usual keys that it does not have. */
function completeKeys(text: string, usual: Readonly<Record<string, string>>): string {
  const absent = Object.entries(usual).filter(([key]) => !new RegExp(`^${key}:`, 'm').test(text));
  return text + absent.map(([key, value]) => `${key}: ${value}\n`).join('');
}
