import { join, resolve } from 'node:path';
import { writeBackup } from '#publish/backup/backup.ts';
import { readBackup } from '#publish/backup/read.ts';
import type { BackupManifest } from '#publish/backup/shape.ts';
import { readArguments } from '../lib/arguments.ts';
import { explainBackup } from '../lib/explain-backup.ts';
import { lockOutput } from '../lib/output-lock.ts';
import { siteOption } from '../lib/releases.ts';
import { readVersion, ROOT } from '../lib/tools.ts';
import { findWho } from '../lib/who.ts';
import { Problem } from '../bootstrap/problem.mjs';
import { formatSize, formatTime } from '../report/releases.ts';
import type { Command } from './command.ts';

export const command: Command = {
  name: 'backup',
  summary: {
    zh: '把标准库、网站和发布过的版本、编写台（稿件、日志）、搜索转储存成一个文件；核对备份',
    en: 'keep library, site with its releases, desk (drafts, log) and search dumps in one file; check a backup',
  },
  usage: {
    zh: `std backup 文件.tar.gz [--library content] [--site dist] [--desk .desk] [--dumps 目录]
std backup --verify 文件.tar.gz
第一项是清单：每个文件的大小和 SHA-256。写完立即读回核对，合格才换上文件名。链接不收，会列出来。
恢复：std restore。退出状态：0 好；1 备份损坏或没有写成；2 用法错误。`,
    en: `std backup FILE.tar.gz [--library content] [--site dist] [--desk .desk] [--dumps DIR]
std backup --verify FILE.tar.gz
It begins with a manifest: size and SHA-256 of each file. What was written is read back before it takes its name. Links are not
kept, and listed. To bring it back: std restore. Exit status: 0 good; 1 damaged or not written; 2 usage.`,
  },
  async run({ argv, json, library, stdout, stderr }) {
    const { values, positionals } = readArguments(
      argv,
      {
        ...siteOption,
        desk: { type: 'string', default: join(ROOT, '.desk') },
        dumps: { type: 'string' },
        verify: { type: 'string' },
      },
      true,
    );
    const [file] = values.verify === undefined ? positionals : [values.verify];
    if (file === undefined || positionals.length > 1) throw noFile();
    const tell = (manifest: BackupManifest, left: readonly string[]): 0 => {
      const { at, files } = manifest;
      const bytes = files.reduce((sum, { size }) => sum + size, 0);
      if (left.length > 0) stderr.write(`没有收的链接 links left out：\n  ${left.join('\n  ')}\n`);
      stdout.write(
        json
          ? `${JSON.stringify({ file: resolve(file), at, files: files.length, bytes, left })}\n`
          : `${file}：${formatTime(at)}，${files.length} 个文件，${formatSize(bytes)}，逐个核对过\n` +
              `${file}: ${formatTime(at)}, ${files.length} files, ${formatSize(bytes)}, each checked\n`,
      );
      return 0;
    };
    return explainBackup(async () => {
      if (values.verify !== undefined) return tell(await readBackup(resolve(file)), []);
      const site = resolve(values.site);
      const { manifest, left } = await lockOutput(site, () =>
        writeBackup(
          resolve(file),
          {
            library,
            site,
            desk: resolve(values.desk),
            ...(values.dumps !== undefined && { dumps: resolve(values.dumps) }),
          },
          { at: new Date().toISOString(), by: findWho(), software: readVersion() },
        ),
      );
      return tell(manifest, left);
    });
  },
};

function noFile(): Problem {
  return new Problem(
    { zh: '没有写备份的文件名。', en: 'The file of the backup is missing.' },
    {
      zh: 'std backup /mnt/backup/2026-12-01.tar.gz',
      en: 'std backup /mnt/backup/2026-12-01.tar.gz',
    },
    { exitCode: 2 },
  );
}
