// Says as JSON what each reader of statuses makes of one, of the sources that stand beside this process's package.json.
import { pathToFileURL } from 'node:url';

const [, , root = '', status = '', english = ''] = process.argv;
const load = (path: string) => import(pathToFileURL(`${root}/${path}`).href);
const [zh, en, state, i18n, values, catalogue, terms] = await Promise.all(
  [
    'src/site/client/search/words-zh.ts',
    'src/site/client/search/words-en.ts',
    'src/site/client/search/state.ts',
    'src/site/i18n/index.ts',
    'src/import/catalogue/values.ts',
    'src/library/catalogue.ts',
    'src/core/terms/index.ts',
  ].map(load),
);
const asked = state.readState(new URLSearchParams({ status }));
process.stdout.write(
  JSON.stringify({
    badge: [i18n.messagesOf('zh').status[status], i18n.messagesOf('en').status[status]],
    hit: [zh.ZH.status[status], en.EN.status[status]],
    filter: [zh.ZH.values.status[status], en.EN.values.status[status]],
    address: asked.filters.status,
    order: state.KNOWN_VALUES.status,
    importer: [values.readStatus(status).value, values.readStatus(english).value],
    catalogue: catalogue
      .readCatalogue(`${root}/library`)
      .records.map((record: { readonly status: string }) => record.status),
    meaning: terms.statusMeanings[status],
  }),
);
