import { planAmend } from '#acts/index.ts';
import { actOptions, actUsage, runAct } from '../lib/acts.ts';
import { readArguments } from '../lib/arguments.ts';
import { askFor, readGivenText } from '../lib/one-number.ts';
import type { Command } from './command.ts';

export const command: Command = {
  name: 'amend',
  summary: { zh: '用修改单修改一项标准', en: 'change a standard by an amendment sheet' },
  usage: {
    zh: `std amend 编号 --text 改好的index.md [--implemented 实施日期]\n正文里改过的条自动找出，写进修改单并标明。\n${actUsage.zh}`,
    en: `std amend NUMBER --text FILE [--implemented DAY]\nChanged clauses are found, put on the sheet and marked.\n${actUsage.en}`,
  },
  async run(context) {
    const { values, positionals } = readArguments(
      context.argv,
      { ...actOptions, text: { type: 'string' }, implemented: { type: 'string' } },
      true,
    );
    const number = askFor(positionals, 'amend');
    const text = readGivenText(values.text);
    return runAct(context, values, (library, common) =>
      planAmend(library, number, { ...common, text, implemented: values.implemented ?? common.on }),
    );
  },
};
