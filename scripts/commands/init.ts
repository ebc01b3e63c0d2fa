import { relative, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import { beginLibrary, refuseBegin } from '#acts/begin/begin.ts';
import { today } from '#library/cache-folder.ts';
import { readArguments, usage } from '../lib/arguments.ts';
import { ROOT } from '../lib/tools.ts';
import type { Bilingual, Command, CommandContext } from './command.ts';

export const command: Command = {
  name: 'init',
  summary: { zh: '新建一座城市的标准库', en: 'begin the library of a city' },
  usage: {
    zh: `std init 文件夹 [--city 城市] [--city-en 英文名] [--standards 地方标准代码]
在空的（或还没有的）文件夹里写一个小的标准库：每一类一个样例、给管理者的说明、检查和建站的流程、编辑器的设置。
要么全部写好，要么什么也不写；文件夹里有东西就不写。没有给的选项在终端里问。
例：npm run std -- init ../our-city --city 海州市 --city-en Haizhou --standards 9988`,
    en: `std init FOLDER [--city NAME] [--city-en NAME] [--standards CODE]
Writes a small library into a folder that is empty or not there: one example of each kind, words for its keepers, workflows that
check and build, settings for editors. All of it or nothing; a folder with something in it is left alone. Options that are not
given are asked for in a terminal.`,
  },
  run,
};

async function run({ argv, json, stdin, stdout, stderr }: CommandContext): Promise<0> {
  const { values, positionals } = readArguments(
    argv,
    { city: { type: 'string' }, 'city-en': { type: 'string' }, standards: { type: 'string' } },
    true,
  );
  const [named, ...more] = positionals;
  if (named === undefined || more.length > 0)
    throw usage(
      { zh: '要写一个文件夹', en: 'One folder has to be named' },
      {
        zh: '例如 npm run std -- init ../our-city；路径里有空格就加引号',
        en: 'For example npm run std -- init ../our-city; quote a path with spaces',
      },
    );
  const folder = resolve(named);
  const refusal = refuseBegin(folder);
  if (refusal !== undefined)
    throw usage(
      refusal === 'file'
        ? { zh: `${folder} 是一个文件`, en: `${folder} is a file` }
        : {
            zh: `${folder} 里已经有东西，没有改动`,
            en: `${folder} has something in it and was left as it is`,
          },
      { zh: '写一个空的或还没有的文件夹', en: 'Name a folder that is empty or not there yet' },
    );
  const ask = startAsking(stdin, stderr);
  const zh = await ask(values.city, questions.city, '--city');
  const en = await ask(values['city-en'], questions.english, '--city-en', zh);
  const standards = await ask(values.standards, questions.standards, '--standards');
  ask.end();
  if (!/^\d{2}(?:\d{2})?$/.test(standards))
    throw usage(
      {
        zh: `“${standards}”不是地方标准的代码`,
        en: `"${standards}" is no code of local standards`,
      },
      {
        zh: '写 DB 之后的两位或四位数字，如 3702',
        en: 'Write the two or four digits that follow DB, such as 3702',
      },
    );
  const files = beginLibrary(folder, { zh, en, standards, year: Number(today().slice(0, 4)) - 1 });
  const beside = relative(ROOT, folder) || '.';
  const shown = quotePath(beside.length < folder.length ? beside : folder);
  if (json) stdout.write(`${JSON.stringify({ folder, files })}\n`);
  else stdout.write(describeNext(files.length, shown));
  return 0;
}

const questions = {
  city: { zh: '城市的名字', en: 'Name of the city' },
  english: { zh: '城市的英文名', en: 'Name of the city in English' },
  standards: {
    zh: '地方标准编号里 DB 后的数字',
    en: 'Digits after DB in numbers of local standards',
  },
};

interface Asking {
  (
    given: string | undefined,
    question: Bilingual,
    option: string,
    otherwise?: string,
  ): Promise<string>;
  readonly end: () => void;
}

/** Asks for what was not given, in a terminal; elsewhere it says which option is missing. */
function startAsking(stdin: Readable, output: Writable): Asking {
  const isTerminal = 'isTTY' in stdin && stdin.isTTY === true;
  const lines = isTerminal ? createInterface({ input: stdin, output }) : undefined;
  const ask = async (
    given: string | undefined,
    question: Bilingual,
    option: string,
    otherwise?: string,
  ): Promise<string> => {
    const said = given ?? (await lines?.question(`${question.zh} · ${question.en}: `));
    const answer = said?.trim() || otherwise;
    if (answer && !/\p{Cc}/u.test(answer) && answer.length <= 40) return answer;
    lines?.close();
    throw usage(
      { zh: `没有给${question.zh}（${option}）`, en: `${question.en} was not given (${option})` },
      { zh: `加上 ${option}，至多 40 字`, en: `Add ${option}, at most 40 characters` },
    );
  };
  return Object.assign(ask, { end: () => lines?.close() });
}

const quotePath = (path: string): string => (/[^\w./-]/.test(path) ? `"${path}"` : path);

function describeNext(files: number, folder: string): string {
  return `写好了 ${files} 个文件。接下来：
${files} files were written. Next:

  npm run std -- check --library ${folder}
  npm start -- --library ${folder}

名字、颜色、标志写在其中的 site.yaml；写法见标链的 docs/adopting.md。
Name, colour and logo stand in site.yaml of it; docs/adopting.md of Biaolian explains its keys.
`;
}
