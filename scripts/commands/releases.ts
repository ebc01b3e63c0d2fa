import { forgetOld, readRetention, setRetention } from '#publish/releases/retention.ts';
import { readArguments } from '../lib/arguments.ts';
import { changeReleases, readReleases, siteOption } from '../lib/releases.ts';
import { Problem } from '../bootstrap/problem.mjs';
import { describeRelease, listStandards } from '../report/releases.ts';
import type { Command } from './command.ts';

export const command: Command = {
  name: 'releases',
  summary: {
    zh: '列出公布过的版本：何时、改了什么、现用的是哪一个；改变保留多少',
    en: 'list what was published: when, what changed, which is live; change how much is kept',
  },
  usage: {
    zh: `std releases [--site dist] [--keep 个数] [--days 天数] [--json]
每次公布是一个版本。新的在最上面，“→”是读者看到的；+ 新增、~ 改变、− 删除的文件数，后面是正文改了的标准。时间是北京时间。
--keep N、--days D  只保留最近 N 个、D 天以内的（默认 20 个、90 天），记住并立即照办；现用的和它前面的一个总是留着。
回到以前的版本：std rollback。`,
    en: `std releases [--site dist] [--keep N] [--days D] [--json]
Each publication is a release. The newest is at the top, "→" is what readers see; + added, ~ changed, − removed files, then standards
whose text changed. Times are of China.
--keep N, --days D  keep the last N of the last D days only (20 and 90 by default), from now on and at once; the live one and the one
before always stay. To go back: std rollback.`,
  },
  async run({ argv, json, stdout }) {
    const { values } = readArguments(argv, {
      ...siteOption,
      keep: { type: 'string' },
      days: { type: 'string' },
    });
    const keep = readCount('--keep', values.keep);
    const days = readCount('--days', values.days);
    if (keep !== undefined || days !== undefined) {
      await changeReleases(values.site, (releases) => {
        setRetention(releases.records, { ...(keep && { keep }), ...(days && { days }) });
        forgetOld(releases);
      });
    }
    return readReleases(values.site, ({ place, records }) => {
      const list = records.releases().toReversed();
      const live = records.live()?.id;
      const retention = readRetention(records);
      if (json) {
        const releases = list.map((release) => ({
          ...release,
          live: release.id === live,
          standards: listStandards(records.changes(release.seq)),
        }));
        stdout.write(`${JSON.stringify({ site: place.out, live, retention, releases })}\n`);
        return 0;
      }
      for (const release of list) {
        stdout.write(describeRelease(release, records.changes(release.seq), release.id === live));
      }
      stdout.write(
        `\n保留最近 ${retention.keep} 个、${retention.days} 天以内的 · the last ${retention.keep} of the last ${retention.days} days are kept\n`,
      );
      return 0;
    });
  },
};

function readCount(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new Problem(
    { zh: `${name} 后面的“${text}”不是个数。`, en: `"${text}" after ${name} is no count.` },
    { zh: '给出 1 以上的整数。', en: 'Give a whole number from 1 on.' },
    { exitCode: 2 },
  );
}
