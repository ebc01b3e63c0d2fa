import { join, resolve } from 'node:path';
import { restoreBackup } from '#publish/backup/restore.ts';
import { readArguments } from '../lib/arguments.ts';
import { explainBackup } from '../lib/explain-backup.ts';
import { Problem } from '../bootstrap/problem.mjs';
import { formatTime } from '../report/releases.ts';
import type { Command } from './command.ts';

export const command: Command = {
  name: 'restore',
  summary: {
    zh: '把备份恢复到一个空的文件夹：全部，或者什么也不动',
    en: 'bring a backup back into an empty folder: all of it, or nothing',
  },
  usage: {
    zh: `std restore 文件.tar.gz --to 文件夹
文件夹不存在或是空的。每个文件都和清单核对过才一次换上；损坏、截断、有 ..、有链接、磁盘满，都什么也不留。
恢复以后：文件夹里的 library 是标准库，site 是网站，desk 是编写台的 --keep，dumps 是搜索转储。`,
    en: `std restore FILE.tar.gz --to FOLDER
The folder is absent or empty. Each file is held against the manifest before all take their place at once; damage, a cut, .., links
and a full disk leave nothing. Then library in it is the library, site the site, desk what the desk takes as --keep, dumps the dumps.`,
  },
  async run({ argv, json, stdout }) {
    const { values, positionals } = readArguments(argv, { to: { type: 'string' } }, true);
    const [file] = positionals;
    if (file === undefined || values.to === undefined || positionals.length > 1) {
      throw new Problem(
        { zh: '要写备份文件和 --to 文件夹。', en: 'Name a backup and --to FOLDER.' },
        {
          zh: 'std restore 2026-12-01.tar.gz --to /srv/biaolian',
          en: 'std restore 2026-12-01.tar.gz --to /srv/biaolian',
        },
        { exitCode: 2 },
      );
    }
    const to = resolve(values.to);
    const { at, files } = await explainBackup(() => restoreBackup(resolve(file), to));
    stdout.write(
      json
        ? `${JSON.stringify({ to, at, files: files.length })}\n`
        : `${formatTime(at)} 的备份已恢复到 ${to}：${files.length} 个文件\n` +
            `The backup of ${formatTime(at)} is in ${to}: ${files.length} files\n` +
            `npm run std -- verify --site ${join(to, 'site')}\n`,
    );
    return 0;
  },
};
