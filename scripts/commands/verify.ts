import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isSigned, manifestPath, readManifest, signaturePath } from '#publish/releases/signing.ts';
import { verifyFolder, verifyRelease } from '#publish/releases/verify.ts';
import type { Verification } from '#publish/releases/verify.ts';
import { readArguments } from '../lib/arguments.ts';
import { findRelease, hasReleases, readReleases, siteOption } from '../lib/releases.ts';
import { Problem } from '../bootstrap/problem.mjs';
import type { Command, CommandContext, ExitStatus } from './command.ts';

export const command: Command = {
  name: 'verify',
  summary: {
    zh: '逐个文件核对网站与公布时的清单：改了的、缺少的、多出来的',
    en: 'hold every file of the site against the manifest: changed, missing, foreign',
  },
  usage: {
    zh: `std verify [--site dist] [--folder 目录] [--release 版本] [--key 公钥] [--json]
逐字节读网站的每个文件，与公布时记下的 SHA-256 比较。search.json 和最上层的隐藏文件（.well-known 等）是当地配置，不比。
--folder 目录   核对别处的一份拷贝，例如从主机取回的
--release 版本  核对以前的版本还能不能恢复；同时给 --folder 时，拿它的清单去比那份拷贝
--key 公钥.pem  先核对清单的签名（.well-known/biaolian-manifest.txt 和 .sig），再按签过名的清单核对文件；不需要发布记录，在别的机器上也行
退出状态：0 一致；1 有不同；2 用法错误。不同时：npm run build 不会重写没变的页，用 std rollback 恢复前一个再公布，或删掉网站重新生成。`,
    en: `std verify [--site dist] [--folder DIR] [--release RELEASE] [--key PUBLIC-KEY] [--json]
Reads every byte of the site and compares it with the SHA-256 that was written down at publication. search.json and hidden files at
the top (.well-known …) are configured on the spot and not compared.
--folder DIR       a copy elsewhere, such as one fetched from a host
--release RELEASE  whether an earlier release can still be brought back; with --folder: hold the copy against that release
--key PUBLIC.pem   first the signature of the manifest (.well-known/biaolian-manifest.txt and .sig), then every file by that manifest;
needs no records, so it works on another machine
Exit status: 0 the same, 1 different, 2 usage. Where it differs: delete the site and build it again.`,
  },
  async run({ argv, json, stdout }) {
    const { values } = readArguments(argv, {
      ...siteOption,
      folder: { type: 'string' },
      release: { type: 'string' },
      key: { type: 'string' },
    });
    if (values.key !== undefined) {
      const folder = resolve(values.folder ?? values.site);
      const { id, files } = readSigned(folder, values.key);
      const found = verifyFolder(folder, files);
      return tell(id, found, { json, stdout, folder: values.folder ?? values.site });
    }
    if (values.folder !== undefined && !hasReleases(values.site))
      throw nothingToHoldAgainst(values.folder, values.site);
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
      return tell(release?.id ?? '', found, {
        json,
        stdout,
        folder: values.folder ?? values.site,
      });
    });
  },
};

/** A copy was named where nothing is known of the site that it is a copy of. */
function nothingToHoldAgainst(folder: string, site: string): Problem {
  const at = resolve(folder);
  if (!existsSync(at)) {
    return new Problem(
      { zh: `没有 ${folder} 这个目录。`, en: `There is no folder ${folder}.` },
      { zh: '改正 --folder 后面的路径。', en: 'Correct the path behind --folder.' },
      { exitCode: 2 },
    );
  }
  const signed = existsSync(join(at, signaturePath));
  const todo = hasReleases(folder)
    ? {
        zh: `${folder} 自己有发布记录，它就是公布的网站：std verify --site ${folder}`,
        en: `Releases of ${folder} itself are recorded, so it is the published site: std verify --site ${folder}`,
      }
    : {
        zh: `${signed ? `这份拷贝是签过名的，向公布的人要公钥：std verify --folder ${folder} --key 公钥.pem；或者` : ''}在公布网站的机器上核对，用 --site 指出它是哪个网站的拷贝：std verify --site 网站目录 --folder ${folder}`,
        en: `${signed ? `The copy is signed, so ask who publishes for the public key: std verify --folder ${folder} --key PUBLIC.pem; or ` : ''}${signed ? 'run' : 'Run'} it where the site is published and name the site that this is a copy of: std verify --site SITE --folder ${folder}`,
      };
  return new Problem(
    {
      zh: `没有可以拿来核对 ${folder} 的清单：--folder 是一份拷贝，要同公布的网站的记录比，而 ${site} 没有发布记录。`,
      en: `There is no manifest to hold ${folder} against: --folder is a copy, held against the records of the published site, and none are recorded of ${site}.`,
    },
    todo,
    { exitCode: 2 },
  );
}

function tell(
  release: string,
  found: Verification,
  { json, stdout, folder }: Pick<CommandContext, 'json' | 'stdout'> & { readonly folder: string },
): ExitStatus {
  const ok = found.changed.length + found.missing.length + found.foreign.length === 0;
  stdout.write(
    json ? `${JSON.stringify({ release, ok, ...found })}\n` : describe(release, found, folder),
  );
  return ok ? 0 : 1;
}

/** The signed manifest in a folder, whose signature holds. */
function readSigned(folder: string, keyFile: string): NonNullable<ReturnType<typeof readManifest>> {
  const read = (path: string, zh: string, en: string): string => {
    try {
      return readFileSync(path, 'utf8');
    } catch (error) {
      throw new Problem(
        { zh: `读不到${zh} ${path}。`, en: `${en} ${path} cannot be read.` },
        {
          zh: '签名要在公布时设置 BIAOLIAN_SIGNING_KEY；公钥由公布的人给出。',
          en: 'Sites are signed where BIAOLIAN_SIGNING_KEY is set at publication; who publishes gives the public key.',
        },
        { exitCode: 2, cause: error },
      );
    }
  };
  const key = read(resolve(keyFile), '公钥', 'The public key');
  const text = read(join(folder, manifestPath), '清单', 'The manifest');
  const signature = read(join(folder, signaturePath), '签名', 'The signature');
  const isGood = isSigned(text, signature, key);
  if (isGood === undefined) {
    throw new Problem(
      { zh: `${keyFile} 不是 Ed25519 公钥。`, en: `${keyFile} is no public Ed25519 key.` },
      { zh: 'openssl pkey -in 私钥 -pubout', en: 'openssl pkey -in PRIVATE-KEY -pubout' },
      { exitCode: 2 },
    );
  }
  const manifest = isGood ? readManifest(text) : undefined;
  if (manifest) return manifest;
  throw new Problem(
    {
      zh: `清单的签名不是这把密钥签的，或清单被改过：${join(folder, manifestPath)}`,
      en: `The manifest was not signed by this key, or was changed since: ${join(folder, manifestPath)}`,
    },
    {
      zh: '不要使用这份拷贝。确认公钥是最新的；在公布的机器上运行 std verify，必要时重新公布。',
      en: 'Do not use this copy. See that the public key is the present one; run std verify where it is published, and publish again if need be.',
    },
  );
}

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
  const todo = [
    `→ 公布在这里的：删去 ${folder}，再 npm run build；从这里复制出去的：重新复制。`,
    `  Where it is published: delete ${folder} and run npm run build; a copy: copy it again.`,
  ];
  return `${[
    ...lines,
    `${id}：${found.files} 个文件，${counts}`,
    `${id}: ${found.files} files, ${inEnglish}`,
    ...(lines.length > 0 ? todo : []),
  ].join('\n')}\n`;
}
