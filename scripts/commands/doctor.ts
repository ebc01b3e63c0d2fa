import { today } from '#library/cache-folder.ts';
import { readArguments } from '../lib/arguments.ts';
import { examine } from '../lib/examine.ts';
import { siteOption } from '../lib/releases.ts';
import type { Command } from './command.ts';

const marks = { good: '✓', look: '!', bad: '✗' } as const;

export const command: Command = {
  name: 'doctor',
  summary: {
    zh: '看一遍：版本、标准库、数据的日期、网站、失败的公布、索引、磁盘、搜索服务器、密钥、证书、缓存',
    en: 'look at versions, library, days of data, site, failed publications, index, disk, search servers, keys, certificate, caches',
  },
  usage: {
    zh: `std doctor [--site dist] [--json]
只读不写；密钥只说有没有，不说是什么。退出状态：0 都好；1 有要看的或坏的，每条下面说明怎么办；2 用法错误。
--json 一个对象：day、state（good、look、bad 里最重的）、answers，供监控程序读。`,
    en: `std doctor [--site dist] [--json]
Reads only; of keys it says that they are there, never what they are. Exit status: 0 all is well; 1 something is to be looked at or
bad, with what to do; 2 usage. --json: an object for monitors: day, state (the gravest of good, look, bad) and answers.`,
  },
  async run({ argv, json, library, stdout }) {
    const { values } = readArguments(argv, siteOption);
    const day = today();
    const environment = process.env;
    const answers = await examine({ library, site: values.site, day, environment });
    const state = (['bad', 'look'] as const).find((each) =>
      answers.some((answer) => answer.state === each),
    );
    stdout.write(
      json
        ? `${JSON.stringify({ day, state: state ?? 'good', answers })}\n`
        : answers
            .map(({ state: of, says, todo }) =>
              [
                `${marks[of]} ${says.zh}${says.en === says.zh ? '' : `\n  ${says.en}`}`,
                ...(todo ? [`  → ${todo.zh}\n    ${todo.en}`] : []),
                '',
              ].join('\n'),
            )
            .join(''),
    );
    return state === undefined ? 0 : 1;
  },
};
