import { planRevise } from '#acts/index.ts';
import { actOptions, actUsage, runAct } from '../lib/acts.ts';
import { readArguments } from '../lib/arguments.ts';
import { askFor } from '../lib/one-number.ts';
import type { Command } from './command.ts';

export const command: Command = {
  name: 'revise',
  summary: { zh: '修订：复制成新版的草案', en: 'start a new edition as a draft' },
  usage: {
    zh: `std revise 编号 [--number 新版的编号]\n${actUsage.zh}`,
    en: `std revise NUMBER [--number NUMBER]\n${actUsage.en}`,
  },
  async run(context) {
    const { values, positionals } = readArguments(
      context.argv,
      { ...actOptions, number: { type: 'string' } },
      true,
    );
    const old = askFor(positionals, 'revise');
    const { number } = values;
    return runAct(context, values, (library, common) =>
      planRevise(library, old, { ...common, number }),
    );
  },
};
