import { planTransfer } from '#acts/index.ts';
import { actOptions, actUsage, runAct } from '../lib/acts.ts';
import { readArguments } from '../lib/arguments.ts';
import { askForTwo } from '../lib/one-number.ts';
import type { Command } from './command.ts';

export const command: Command = {
  name: 'transfer',
  summary: {
    zh: '地方标准转为团体标准，或转回',
    en: 'make a local standard one of a group, or back',
  },
  usage: {
    zh: `std transfer 编号 新编号 --issuer 新的发布机构\n${actUsage.zh}`,
    en: `std transfer NUMBER NEW-NUMBER --issuer ISSUER\n${actUsage.en}`,
  },
  async run(context) {
    const { values, positionals } = readArguments(
      context.argv,
      { ...actOptions, issuer: { type: 'string' } },
      true,
    );
    const [number, to] = askForTwo(positionals, 'transfer');
    const { issuer = '' } = values;
    return runAct(context, values, (library, common) =>
      planTransfer(library, number, to, { ...common, issuer }),
    );
  },
};
