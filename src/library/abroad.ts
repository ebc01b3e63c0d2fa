import { dropDoubles, readList, readNotifications } from '#core/abroad/index.ts';
import type { MarketCard, Notification, Participation, Placed } from '#core/abroad/index.ts';
import { marketCard, marketFile, participation, participationFile } from '#core/abroad/schema.ts';
import type { Diagnostic } from '#core/model/diagnostic.ts';
import { makeFinding, startOfLine } from '#core/model/finding.ts';
import { readCsvTable } from './csv-table.ts';
import { readYamlFolder } from './yaml-files.ts';
import type { YamlFolder } from './yaml-files.ts';

const misnamed = {
  rule: 'abroad-file-name',
  what: { zh: '走出去', en: 'a file of the way abroad' },
} as const;

const markets: YamlFolder<readonly Placed<MarketCard>[]> = {
  folder: 'market-access',
  read: (text, file) => readList(text, file, { whole: marketFile, item: marketCard }),
  misnamed,
};

const projects: YamlFolder<readonly Placed<Participation>[]> = {
  folder: 'participation',
  read: (text, file) => readList(text, file, { whole: participationFile, item: participation }),
  misnamed,
};

const notifications: YamlFolder<readonly Placed<Notification>[]> = {
  folder: 'tbt',
  ending: '.csv',
  read: (text, file) => {
    const table = readCsvTable(text);
    const broken = 'reason' in table ? [table] : table.broken;
    const found = broken.map(({ line, reason: { zh, en } }): Diagnostic =>
      makeFinding(file, {
        rule: 'abroad-yaml',
        range: startOfLine(line),
        message: { zh: `表格读不懂：${zh}`, en: `The table cannot be read: ${en}` },
      }),
    );
    if ('reason' in table) return { model: null, diagnostics: found };
    const { model, diagnostics } = readNotifications(table, file);
    return { model, diagnostics: [...found, ...diagnostics] };
  },
};

/** What a library says of the way abroad, each record once. */
export interface Abroad {
  readonly markets: readonly MarketCard[];
  readonly notifications: readonly Notification[];
  readonly projects: readonly Participation[];
}

/** The files of `market-access/`, `tbt/` and `participation/`, with findings about what was left out; a library may have none. */
export function readAbroad(library: string): {
  readonly abroad: Abroad;
  readonly diagnostics: readonly Diagnostic[];
} {
  const here = () => library;
  const [cards, told, taken] = [
    readYamlFolder(library, markets, here),
    readYamlFolder(library, notifications, here),
    readYamlFolder(library, projects, here),
  ];
  const own = {
    markets: dropDoubles(cards.models.flat(), ({ id }) => id),
    notifications: dropDoubles(told.models.flat(), ({ symbol }) => symbol),
    projects: dropDoubles(taken.models.flat(), ({ id }) => id),
  };
  return {
    abroad: {
      markets: own.markets.items,
      notifications: own.notifications.items,
      projects: own.projects.items,
    },
    diagnostics: [cards, told, taken, ...Object.values(own)].flatMap((each) => each.diagnostics),
  };
}
