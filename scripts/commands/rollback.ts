import type { Releases } from '#publish/releases/index.ts';
import { findPrevious, rollBack, VersionsLost } from '#publish/releases/rollback.ts';
import type { Rollback } from '#publish/releases/rollback.ts';
import { readArguments } from '../lib/arguments.ts';
import { findWho } from '../lib/who.ts';
import { changeReleases, findRelease, siteOption } from '../lib/releases.ts';
import { Problem } from '../bootstrap/problem.mjs';
import { formatTime } from '../report/releases.ts';
import type { Command } from './command.ts';

export const command: Command = {
  name: 'rollback',
  summary: {
    zh: '让网站回到以前公布的版本，几秒钟',
    en: 'bring an earlier release of the site back, in seconds',
  },
  usage: {
    zh: `std rollback [版本] [--site dist] [--why 原因] [--json]
不写版本就是现用的前一个；编号见 std releases，可以只写开头。页面、列表、检索一起换，读者看到的总是完整的一份。
恢复本身也记作一个版本，所以能再恢复回来。标准库没有动：下一次公布会按库里现在的内容重新生成，要撤掉的改动请先在库里改回。`,
    en: `std rollback [RELEASE] [--site dist] [--why REASON] [--json]
Without a release it is the one before; ids are listed by std releases, the beginning will do. Pages, lists and search change
together; what readers see is always whole.
The rollback is a release of its own, so it can be undone. The library stays as it is: the next publication makes the site from what
is in it then, so take an unwanted change out of the library first.`,
  },
  async run({ argv, json, stdout }) {
    const { values, positionals } = readArguments(
      argv,
      { ...siteOption, why: { type: 'string' } },
      true,
    );
    if (positionals.length > 1) throw tooMany();
    const start = performance.now();
    const { made, target } = await changeReleases(values.site, (releases) =>
      goBack(releases, positionals[0], values.why),
    );
    const ms = Math.round(performance.now() - start);
    const { added, changed, removed } = made;
    if (json) {
      const report = { release: made.id, restores: target.id, added, changed, removed, ms };
      stdout.write(`${JSON.stringify(report)}\n`);
      return 0;
    }
    const seconds = (ms / 1000).toFixed(1);
    stdout.write(
      `网站已回到 ${formatTime(target.at)} 的版本 ${target.id}：+${added} ~${changed} −${removed} 个文件，${seconds} 秒\n` +
        `The site is as it was in ${target.id}: +${added} ~${changed} −${removed} files, ${seconds} s\n` +
        `标准库没有动：下一次公布会按库里现在的内容重新生成，请先把不要的改动在库里改回。再恢复回来：npm run std -- rollback\n` +
        `The library was left as it is: the next publication brings its content again; take the unwanted change out of it first. To undo: npm run std -- rollback\n`,
    );
    return 0;
  },
};

function goBack(releases: Releases, id: string | undefined, why?: string): Rollback {
  const list = releases.records.releases();
  const target = id === undefined ? findPrevious(list) : findRelease(list, id);
  if (!target) throw nothingBefore();
  if (target.id === list.at(-1)?.id) throw isLive(target.id);
  try {
    return rollBack(releases, target, undefined, { by: findWho(), ...(why && { why }) });
  } catch (error) {
    if (!(error instanceof VersionsLost)) throw error;
    throw lost(target.id, error);
  }
}

function lost(id: string, { paths }: VersionsLost): Problem {
  const [first = ''] = paths;
  return new Problem(
    {
      zh: `不能回到 ${id}：有 ${paths.length} 个文件的旧版本不在了或被改过，如 ${first}。网站没有改动。`,
      en: `${id} cannot be brought back: earlier versions of ${paths.length} file(s) are gone or were changed, such as ${first}. The site was left as it was.`,
    },
    {
      zh: '选更近的版本（std releases），或把标准库恢复到那时再公布。',
      en: 'Choose a later release (std releases), or bring the library back to that state and publish it.',
    },
  );
}

function nothingBefore(): Problem {
  return new Problem(
    { zh: '没有更早的版本可以恢复。', en: 'There is no earlier release to bring back.' },
    { zh: '有哪些版本见 std releases。', en: 'std releases lists them.' },
  );
}

function isLive(id: string): Problem {
  return new Problem(
    { zh: `${id} 就是现用的版本。`, en: `${id} is the live release.` },
    { zh: '有哪些版本见 std releases。', en: 'std releases lists them.' },
    { exitCode: 2 },
  );
}

function tooMany(): Problem {
  return new Problem(
    { zh: '只能恢复一个版本。', en: 'One release can be brought back.' },
    { zh: 'std rollback [版本]', en: 'std rollback [RELEASE]' },
    { exitCode: 2 },
  );
}
