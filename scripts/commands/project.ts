import { planProject } from '#acts/index.ts';
import { actOptions, actUsage, runAct } from '../lib/acts.ts';
import { readArguments } from '../lib/arguments.ts';
import type { Command } from './command.ts';

const text = { type: 'string' } as const;
const texts = { type: 'string', multiple: true, default: [] as string[] } as const;

export const command: Command = {
  name: 'project',
  summary: { zh: '立项：新建一个制修订项目', en: 'begin a project of a standard' },
  usage: {
    zh: `std project 名称 --kind 类别 [--title-en 英文名称] [--plan 计划号] [--until 计划完成日期]
  [--revises 修订的标准] [--adopts 采用的标准 --degree IDT|MOD|NEQ] [--nature mandatory|recommended|guidance]
  [--chain 产业链]… [--proposed-by 提出单位]… [--administered-by 归口单位]… [--drafted-by 起草单位]…
  [--office 单位 --email 邮箱 --phone 电话]  意见寄到哪里
类别是 project-kinds.yaml 里的标识；--on 是立项日期。例：
std project "冷藏车 温度记录" --kind local --plan SF2026-050 --drafted-by 某市标准化研究院\n${actUsage.zh}`,
    en: `std project TITLE --kind KIND [--title-en TITLE] [--plan NUMBER] [--until DAY]
  [--revises NUMBER] [--adopts NUMBER --degree IDT|MOD|NEQ] [--nature mandatory|recommended|guidance]
  [--chain ID]… [--proposed-by BODY]… [--administered-by BODY]… [--drafted-by BODY]…
  [--office BODY --email ADDRESS --phone NUMBER]  where comments go
KIND is an id of project-kinds.yaml; --on is the day on which the project begins.\n${actUsage.en}`,
  },
  async run(context) {
    const { values, positionals } = readArguments(
      context.argv,
      {
        ...actOptions,
        kind: { ...text, default: '' },
        'title-en': text,
        plan: text,
        until: text,
        revises: text,
        adopts: text,
        degree: text,
        nature: text,
        chain: texts,
        'proposed-by': texts,
        'administered-by': texts,
        'drafted-by': texts,
        office: text,
        email: text,
        phone: text,
      },
      true,
    );
    const { kind, plan, until, revises, adopts, office, email, phone } = values;
    return runAct(
      context,
      values,
      (library, { on }) =>
        planProject(library, {
          title: positionals.join(' ').trim(),
          titleEn: values['title-en'],
          kind,
          plan,
          until,
          isRevision: revises !== undefined,
          revises,
          adopts,
          degree: values.degree,
          nature: values.nature,
          chains: values.chain,
          proposedBy: values['proposed-by'],
          administeredBy: values['administered-by'],
          draftedBy: values['drafted-by'],
          office,
          email,
          phone,
          on,
        }).plan,
    );
  },
};
