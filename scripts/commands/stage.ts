import { planAdvance } from '#acts/index.ts';
import { lifeStageTerms } from '#core/terms/index.ts';
import { Problem } from '../bootstrap/problem.mjs';
import { actOptions, actUsage, runAct } from '../lib/acts.ts';
import { readArguments } from '../lib/arguments.ts';
import type { Command } from './command.ts';

export const command: Command = {
  name: 'stage',
  summary: {
    zh: '项目的一个阶段结束，进到下一阶段',
    en: 'end a stage of a project, come to the next',
  },
  usage: {
    zh: `std stage 项目 [--ended 结束日期] [--next 阶段 [--on 开始日期] [--until 截止日期]]\n${actUsage.zh}`,
    en: `std stage PROJECT [--ended DAY] [--next STAGE [--on DAY] [--until DAY]]\n${actUsage.en}`,
  },
  async run(context) {
    const { values, positionals } = readArguments(
      context.argv,
      {
        ...actOptions,
        ended: { type: 'string' },
        next: { type: 'string' },
        until: { type: 'string' },
      },
      true,
    );
    const { ended, next, until } = values;
    const [id] = positionals;
    const stage = lifeStageTerms.find(({ value }) => value === next)?.value;
    if (id === undefined || positionals.length > 1 || (next !== undefined && !stage))
      throw new Problem(
        {
          zh: next === undefined ? '要写一个项目的标识。' : `没有“${next}”这一阶段。`,
          en: next === undefined ? 'Name one project by its id.' : `There is no stage "${next}".`,
        },
        {
          zh: `阶段是：${lifeStageTerms.map(({ value }) => value).join('、')}。`,
          en: 'Stages are written in Chinese, as in project-kinds.yaml.',
        },
        { exitCode: 2 },
      );
    return runAct(context, values, (library, { on }) =>
      planAdvance(library, id, { ended, stage, began: stage && on, until }),
    );
  },
};
