import { planConfirm } from '#acts/index.ts';
import { actOptions, actUsage, runAct } from '../lib/acts.ts';
import { readArguments } from '../lib/arguments.ts';
import { askFor } from '../lib/one-number.ts';
import type { Command } from './command.ts';

export const command: Command = {
  name: 'confirm',
  summary: { zh: '复审继续有效', en: 'confirm a standard after its review' },
  usage: {
    zh: `std confirm 编号 [--on 复审日期]\n${actUsage.zh}`,
    en: `std confirm NUMBER [--on DAY]\n${actUsage.en}`,
  },
  async run(context) {
    const { values, positionals } = readArguments(context.argv, actOptions, true);
    const number = askFor(positionals, 'confirm');
    return runAct(context, values, (library, common) => planConfirm(library, number, common));
  },
};
