import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { amendedKey, formatNumber, numberSlug, parseNumber } from '#core/number/index.ts';
import type { StandardNumber } from '#core/number/index.ts';
import { asHosted } from '#core/terms/index.ts';
import { readArguments } from '../lib/arguments.ts';
import { Problem } from '../bootstrap/problem.mjs';
import type { Command } from './command.ts';

const bodies = {
  'gbt1.1': `# 范围

本文件规定了【占位：标准化对象】的【占位：技术要素】。

本文件适用于【占位：适用界限】。

# 规范性引用文件

# 术语和定义

# 总体要求 {#general}

##

【占位：第一项要求】应……。

##

【占位：第二项要求】应……。

# 证实方法 {#verification}

##

按【占位：方法】检查[#general]的各项要求。

##

【占位：记录和判定】。
`,
  construction: `# 范围

本文件适用于【占位：工程范围】。

# 规范性引用文件

# 术语和定义

# 基本规定 {#general}

##

【占位：必须执行的规定】必须……。

##

【占位：一般规定】应……。

# 验收 {#acceptance}

##

【占位：验收规定】应……。

##

【占位：资料规定】应……。
`,
  amendment: `# 修改内容 {#changes}

##

将【占位：章条编号】修改为：

【占位：修改后的条文】。

##

在【占位：章条编号】之后增加：

【占位：增加的条文】。

# 实施 {#implementation}

本修改单自【占位：日期】起实施；【占位：已经生产的产品、正在进行的项目怎样过渡】。
`,
} as const;

export const command: Command = {
  name: 'new',
  summary: { zh: '新建一项标准的文件夹', en: 'make the folder of a new standard' },
  usage: {
    zh: 'std new 编号 --title 名称 --issuer 发布机构 [--title-en 英文名称] [--profile gbt1.1|construction] [--library 目录]\n例：std new "DB9999/T 50—2027" --title 预制菜冷链配送规范 --issuer 某市市场监督管理局\n修改单用它自己的编号，可以不写名称：std new "DB9999/T 12—2023/XG1—2026" --issuer 某市市场监督管理局',
    en: 'std new NUMBER --title TITLE --issuer ISSUER [--title-en TITLE] [--profile gbt1.1|construction] [--library DIR]',
  },
  async run({ argv, json, library, stdout }) {
    const { values, positionals } = readArguments(
      argv,
      {
        title: { type: 'string' },
        'title-en': { type: 'string' },
        issuer: { type: 'string' },
        profile: { type: 'string', default: 'gbt1.1' },
      },
      true,
    );
    const [written = '', ...rest] = positionals;
    const parsed = parseNumber(rest.length > 0 ? [written, ...rest].join(' ') : written);
    if (!parsed.ok)
      throw usage(`标准编号“${written}”不成立：${parsed.reason.zh}`, parsed.reason.en);
    const kind = asHosted(parsed.number.family);
    if (!kind) {
      throw usage(
        '标准库只公布地方标准（DB）、团体标准（T/）和企业标准（Q/）',
        'The library publishes local (DB), group (T/) and enterprise (Q/) standards only',
      );
    }
    const amended = amendedKey(parsed.number);
    const title = values.title ?? (amended && nameSheet(parsed.number, amended));
    if (!title) throw usage('没有给名称（--title）', 'No title was given (--title)');
    if (!values.issuer) throw usage('没有给发布机构（--issuer）', 'No issuer was given (--issuer)');
    const { profile } = values;
    if (profile !== 'gbt1.1' && profile !== 'construction') {
      throw usage(`没有“${profile}”这种编写规则`, `There is no profile "${profile}"`);
    }
    const path = `standards/${kind}/${numberSlug(parsed.number)}`;
    const folder = join(library, path);
    await mkdir(folder, { recursive: true });
    if ((await readdir(folder)).length > 0) {
      throw new Problem(
        { zh: `${path} 已经有了，没有改动。`, en: `${path} exists already; nothing was changed.` },
        {
          zh: '换一个编号，或直接编辑那里的 index.md。',
          en: 'Use another number, or edit the index.md there.',
        },
        { exitCode: 1 },
      );
    }
    const meta = stringify({
      number: formatNumber(parsed.number),
      title,
      ...(values['title-en'] ? { titleEn: values['title-en'] } : {}),
      status: 'draft',
      draftStage: '工作组讨论稿',
      issuers: [values.issuer],
      ...(profile === 'construction' ? { profile } : {}),
    });
    await writeFile(
      join(folder, 'index.md'),
      `---\n${meta}---\n\n${bodies[amended ? 'amendment' : profile]}`,
      {
        flag: 'wx',
      },
    );
    stdout.write(json ? `${JSON.stringify({ path: `${path}/index.md` })}\n` : `${path}/index.md\n`);
    return 0;
  },
};

/** 《DB9999/T 12—2023》第1号修改单 */
function nameSheet({ amendments }: StandardNumber, amended: string): string {
  const base = parseNumber(amended);
  return `${base.ok ? formatNumber(base.number) : amended}第${amendments.at(-1)?.serial ?? '1'}号修改单`;
}

function usage(zh: string, en: string): Problem {
  return new Problem(
    { zh: `${zh}。`, en: `${en}.` },
    { zh: '用法见 std new --help。', en: 'See std new --help.' },
    { exitCode: 2 },
  );
}
