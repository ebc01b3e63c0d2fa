import { resolve } from 'node:path';
import { planPublish } from '#acts/index.ts';
import { actOptions, actUsage, runAct } from '../lib/acts.ts';
import { readArguments } from '../lib/arguments.ts';
import { askFor } from '../lib/one-number.ts';
import type { Command } from './command.ts';

export const command: Command = {
  name: 'publish',
  summary: { zh: '把草案发布成标准', en: 'issue a draft as a standard' },
  usage: {
    zh: `std publish 项目标识 | --folder 文件夹  --implemented 实施日期 [--number 编号]\n不给编号时用草案的编号，已被占用时用下一个空的；--on 是发布日期。\n${actUsage.zh}`,
    en: `std publish PROJECT | --folder DIR  --implemented DAY [--number NUMBER]\nWithout a number that of the draft is taken, or the next free one; --on is the day of issue.\n${actUsage.en}`,
  },
  async run(context) {
    const { values, positionals } = readArguments(
      context.argv,
      {
        ...actOptions,
        folder: { type: 'string' },
        implemented: { type: 'string' },
        number: { type: 'string' },
      },
      true,
    );
    const { folder, number } = values;
    const source =
      folder === undefined
        ? { project: askFor(positionals, 'publish') }
        : { folder: resolve(folder) };
    return runAct(context, values, (library, common) =>
      planPublish(library, {
        ...common,
        source,
        number,
        implemented: values.implemented ?? common.on,
      }),
    );
  },
};
