import { planWithdraw } from '#acts/index.ts';
import { actOptions, actUsage, runAct } from '../lib/acts.ts';
import { readArguments } from '../lib/arguments.ts';
import { askFor } from '../lib/one-number.ts';
import type { Command } from './command.ts';

export const command: Command = {
  name: 'withdraw',
  summary: { zh: '废止一项标准', en: 'withdraw a standard' },
  usage: {
    zh: `std withdraw 编号 --reason 原因 [--from 废止日期] [--by 代替它的编号] [--reviewed 复审日期]\n${actUsage.zh}`,
    en: `std withdraw NUMBER --reason WHY [--from DAY] [--by NUMBER] [--reviewed DAY]\n${actUsage.en}`,
  },
  async run(context) {
    const { values, positionals } = readArguments(
      context.argv,
      {
        ...actOptions,
        reason: { type: 'string' },
        from: { type: 'string' },
        by: { type: 'string' },
        reviewed: { type: 'string' },
      },
      true,
    );
    const number = askFor(positionals, 'withdraw');
    const { reason = '', from, by, reviewed } = values;
    return runAct(context, values, (library, common) =>
      planWithdraw(library, number, { ...common, reason, from, by, reviewed }),
    );
  },
};
