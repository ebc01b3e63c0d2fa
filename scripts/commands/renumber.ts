import { planRenumber } from '#acts/index.ts';
import { actOptions, actUsage, runAct } from '../lib/acts.ts';
import { readArguments } from '../lib/arguments.ts';
import { askForTwo } from '../lib/one-number.ts';
import type { Command } from './command.ts';

export const command: Command = {
  name: 'renumber',
  summary: { zh: '给一项标准换编号', en: 'give a standard another number' },
  usage: {
    zh: `std renumber 编号 新编号\n旧地址从此通向新编号。\n${actUsage.zh}`,
    en: `std renumber NUMBER NEW-NUMBER\nThe old address leads on.\n${actUsage.en}`,
  },
  async run(context) {
    const { values, positionals } = readArguments(context.argv, actOptions, true);
    const [number, to] = askForTwo(positionals, 'renumber');
    return runAct(context, values, (library, common) => planRenumber(library, number, to, common));
  },
};
