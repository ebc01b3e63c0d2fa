// Says as JSON what readers make of values that stand in the terms, of the sources that stand beside this process's package.json.
import { pathToFileURL } from 'node:url';

const [, , root = ''] = process.argv;
const load = (path: string) => import(pathToFileURL(`${root}/${path}`).href);
const [terms, i18n, system, search, state, values, words, catalogue, schema, text, number, check] =
  await Promise.all(
    [
      'src/core/terms/index.ts',
      'src/site/i18n/index.ts',
      'src/site/i18n/system.ts',
      'src/site/i18n/browser/search.ts',
      'src/site/client/search/state.ts',
      'src/import/catalogue/values.ts',
      'src/import/system/words.ts',
      'src/library/catalogue.ts',
      'src/core/systems/index.ts',
      'src/core/text/index.ts',
      'src/core/number/index.ts',
      'src/core/check/modals.ts',
    ].map(load),
  );

const [zh, en] = [i18n.messagesOf('zh'), i18n.messagesOf('en')];
const both = (
  dictionaries: readonly Readonly<Record<string, Readonly<Record<string, string>>>>[],
  key: string,
  value: string,
) => dictionaries.map((each) => each[key]?.[value]);
const pages = (key: string, value: string) => both([zh, en], key, value);
const pagesOfSystems = (key: string, value: string) =>
  both([system.SYSTEM_WORDS.zh, system.SYSTEM_WORDS.en], key, value);
const filter = (name: string, value: string) =>
  both([search.WORDS.zh.values, search.WORDS.en.values], name, value);
const address = (name: string, value: string) =>
  state.readState(new URLSearchParams({ [name]: value })).filters[name];

const row = (role: string) =>
  `name: { zh: 甲, en: A }\nkind: 领域\nversion: "1"\ndate: 2026-01-01\ntree: [{ code: "1", name: { zh: 乙, en: B } }]\nrows: [{ system: "1", number: GB/T 191—2008, role: ${role} }]\n`;
const marked =
  '---\nnumber: DB9902/T 1—2024\ntitle: 样例\nissuers: [甲]\n---\n\n# 范围\n\n本文件适用于样例。\n\n# 样例要求\n\n:oath[设备完好。]\n';

process.stdout.write(
  JSON.stringify({
    status: {
      badge: pages('status', '暂停'),
      hit: both([search.WORDS.zh, search.WORDS.en], 'status', '暂停'),
      filter: filter('status', '暂停'),
      address: address('status', '暂停'),
      order: state.listKnownValues('status'),
      importer: ['暂停', 'Suspended'].map((word) => values.readStatus(word).value),
      catalogue: catalogue
        .readCatalogue(`${root}/library`)
        .records.map((record: { readonly status: string }) => record.status),
      meaning: terms.statusMeanings['暂停'],
    },
    family: {
      page: [...pages('kind', 'army'), ...pages('coverKind', 'army')],
      column: pagesOfSystems('level', 'army'),
      filter: filter('kind', 'army'),
      address: address('kind', 'army'),
      order: number.families.indexOf('army'),
      source: terms.familySources.army,
      level: words.readLevel('军标'),
    },
    role: {
      page: pagesOfSystems('role', '标识'),
      importer: ['标识', '标识类标准', 'Labelling'].map(words.readRole),
      file: schema.readSystem(row('标识'), { file: 'systems/a.yaml' }).system?.rows[0]?.role,
      order: schema.roles.indexOf('标识'),
    },
    provision: {
      page: pages('provision', 'oath'),
      filter: filter('provision', 'oath'),
      address: address('provision', 'oath'),
      text: text
        .parseDocument(marked, { file: 'index.md' })
        .provisions.map((each: { readonly type: string }) => each.type),
      finding: check.typeNames.oath,
    },
  }),
);
