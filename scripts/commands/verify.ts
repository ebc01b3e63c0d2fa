import { join, resolve } from 'node:path';
import { verifyFolder, verifyRelease } from '#publish/releases/verify.ts';
import type { Verification } from '#publish/releases/verify.ts';
import { readArguments } from '../lib/arguments.ts';
import { findRelease, readReleases, siteOption } from '../lib/releases.ts';
import type { Command } from './command.ts';

export const command: Command = {
  name: 'verify',
  summary: {
    zh: '逐个文件核对网站与公布时的清单：改了的、缺少的、多出来的',
    en: 'hold every file of the site against the manifest: changed, missing, foreign',
  },
  usage: {
    zh: `std verify [--site dist] [--folder 目录] [--release 版本] [--json]
逐字节读网站的每个文件，与公布时记下的 SHA-256 比较。search.json 和最上层的隐藏文件（.well-known 等）是当地配置，不比。
--folder 目录   核对别处的一份拷贝，例如从主机取回的
--release 版本  核对以前的版本还能不能恢复；同时给 --folder 时，拿它的清单去比那份拷贝
退出状态：0 一致；1 有不同；2 用法错误。不同时：npm run build 不会重写没变的页，用 std rollback 恢复前一个再公布，或删掉网站重新生成。`,
    en: `std verify [--site dist] [--folder DIR] [--release RELEASE] [--json]
Reads every byte of the site and compares it with the SHA-256 that was written down at publication. search.json and hidden files at
the top (.well-known …) are configured on the spot and not compared.
--folder DIR       a copy elsewhere, such as one fetched from a host
--release RELEASE  whether an earlier release can still be brought back; with --folder: hold the copy against that release
Exit status: 0 the same, 1 different, 2 usage. Where it differs: delete the site and build it again.`,
  },
  async run({ argv, json, stdout }) {
    const { values } = readArguments(argv, {
      ...siteOption,
      folder: { type: 'string' },
      release: { type: 'string' },
    });
    return readReleases(values.site, (releases) => {
      const list = releases.records.releases();
      const release = values.release ? findRelease(list, values.release) : list.at(-1);
      const found =
        values.release && values.folder === undefined && release?.id !== list.at(-1)?.id
          ? verifyRelease(releases, release?.seq ?? 0)
          : verifyFolder(
              resolve(values.folder ?? values.site),
              releases.records.manifest(release?.seq),
            );
      const count = found.changed.length + found.missing.length + found.foreign.length;
      stdout.write(
        json
          ? `${JSON.stringify({ release: release?.id, ok: count === 0, ...found })}\n`
          : describe(release?.id ?? '', found, values.folder ?? values.site),
      );
      return count === 0 ? 0 : 1;
    });
  },
};

const most = 20;

function describe(id: string, found: Verification, folder: string): string {
  const kinds = [
    ['改了 changed', found.changed],
    ['缺少 missing', found.missing],
    ['多出 foreign', found.foreign],
  ] as const;
  const lines = kinds.flatMap(([name, paths]) => [
    ...paths.slice(0, most).map((path) => `✗ ${name}  ${join(folder, path)}`),
    ...(paths.length > most ? [`  … ${paths.length} ${name}`] : []),
  ]);
  const counts = `改了 ${found.changed.length}、缺少 ${found.missing.length}、多出 ${found.foreign.length}`;
  const inEnglish = `${found.changed.length} changed, ${found.missing.length} missing, ${found.foreign.length} foreign`;
  return `${[...lines, `${id}：${found.files} 个文件，${counts}`, `${id}: ${found.files} files, ${inEnglish}`].join('\n')}\n`;
}
