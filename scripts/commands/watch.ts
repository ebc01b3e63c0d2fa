import { once } from 'node:events';
import { resolve } from 'node:path';
import { holdEntries } from '#library/cache.ts';
import { watchFolder } from '#publish/watch-folder.ts';
import { build } from '../build.ts';
import { buildOptions, readArguments } from '../lib/arguments.ts';
import { Problem } from '../bootstrap/problem.mjs';
import { findPlace } from '../lib/place.ts';
import type { Command, CommandContext } from './command.ts';

export const command: Command = {
  name: 'watch',
  summary: {
    zh: '公布标准库，以后每存一次盘就再公布一次',
    en: 'publish the library, and again each time a file is saved',
  },
  usage: {
    zh: `std watch [--out dist] [--base 路径] [--site 地址] [--preview] [--all-or-nothing]
公布一次，然后守着标准库的文件：一有改动就把改动公布出去，直到按 Ctrl+C。选项同 npm run build。
库一直开在内存里，所以每次比 npm run build 快；有错误的部分不公布，错误照样列出。`,
    en: `std watch [--out dist] [--base PATH] [--site URL] [--preview] [--all-or-nothing]
Publishes once, then watches the library's files and publishes each change, until Ctrl+C. Options as of npm run build.
The library stays open in memory, so each time is quicker than npm run build; what has errors is not published, and they are listed.`,
  },
  run,
};

async function run({ argv, library, stderr }: CommandContext): Promise<0> {
  const { library: _own, ...options } = buildOptions;
  const { values } = readArguments(argv, {
    ...options,
    out: { type: 'string', default: 'dist' },
    site: { type: 'string' },
  });
  const publish = async (): Promise<void> => {
    await build({
      library,
      out: resolve(values.out),
      ...findPlace(library, values),
      allOrNothing: values['all-or-nothing'],
      preview: values.preview,
    });
  };
  holdEntries();
  await publish();
  const stop = watchFolder(library, publish, (error) => {
    const told = error instanceof Problem ? `${error.what.zh}\n${error.what.en}` : String(error);
    stderr.write(`${told}\n`);
  });
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await stop();
  return 0;
}
