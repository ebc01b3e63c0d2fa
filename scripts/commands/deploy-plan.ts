import { deploymentSteps, planDeployment } from '#publish/releases/deployment.ts';
import type { Deployment, DeploymentStep } from '#publish/releases/deployment.ts';
import { readArguments } from '../lib/arguments.ts';
import { findRelease, readReleases, siteOption } from '../lib/releases.ts';
import { Problem } from '../bootstrap/problem.mjs';
import { formatSize } from '../report/releases.ts';
import type { Command } from './command.ts';

export const command: Command = {
  name: 'deploy-plan',
  summary: {
    zh: '往静态主机复制的次序：先新文件，再索引、网页、指向它们的，最后删除',
    en: 'the order in which to copy to a static host: new files, index, pages, what names them, removals',
  },
  usage: {
    zh: `std deploy-plan [--since 版本] [--step 步骤] [--site dist] [--json]
主机不能一次换上整个网站时照这个次序复制，读者不会打开缺东西的页。每一步全部复制完再做下一步。
--since 版本  主机上现在的版本（见 std releases）；不写就是从空的开始
--step 步骤   只列这一步的路径，一行一个：${deploymentSteps.join('、')}
例：for s in assets index pages names; do npm run -s std -- deploy-plan --since 2026 --step $s | rsync --files-from=- dist/ host:/srv/site/; done`,
    en: `std deploy-plan [--since RELEASE] [--step STEP] [--site dist] [--json]
For hosts that cannot change a whole site at once: copied in this order no page lacks what it needs. Complete each step before the next.
--since RELEASE  what the host holds now (see std releases); nothing, where it is not said
--step STEP      only the paths of this step, one a line: ${deploymentSteps.join(', ')}
Example: for s in assets index pages names; do npm run -s std -- deploy-plan --since 2026 --step $s | rsync --files-from=- dist/ host:/srv/site/; done`,
  },
  async run({ argv, json, stdout }) {
    const { values } = readArguments(argv, {
      ...siteOption,
      since: { type: 'string' },
      step: { type: 'string' },
    });
    const step = values.step === undefined ? undefined : readStep(values.step);
    return readReleases(values.site, ({ records }) => {
      const live = records.live();
      const since =
        values.since === undefined ? null : findRelease(records.releases(), values.since);
      const plan = planDeployment(
        since ? records.manifest(since.seq) : new Map(),
        records.manifest(),
      );
      if (step)
        stdout.write(
          listPaths(plan, step)
            .map((path) => `${path}\n`)
            .join(''),
        );
      else if (json) {
        stdout.write(`${JSON.stringify({ since: since?.id ?? null, to: live?.id, ...plan })}\n`);
      } else stdout.write(describe(plan, since?.id, live?.id ?? ''));
      return 0;
    });
  },
};

function listPaths({ copy, remove }: Deployment, step: DeploymentStep): readonly string[] {
  if (step === 'removals') return remove;
  return copy
    .filter((each) => each.step === step)
    .flatMap(({ files }) => files.map(({ path }) => path));
}

const names: Readonly<Record<DeploymentStep, string>> = {
  assets: '样式、脚本、图和下载的文件 assets and files beside pages',
  index: '检索的索引 shards of the index',
  pages: '网页 pages',
  names: '指向它们的 what names them',
  removals: '删除 removals',
};

const most = 5;

function describe(plan: Deployment, since: string | undefined, live: string): string {
  const lines = deploymentSteps.flatMap((step, at) => {
    const paths = listPaths(plan, step);
    const files = plan.copy.find((each) => each.step === step)?.files ?? [];
    const size = files.reduce((sum, file) => sum + file.size, 0);
    return [
      `${at + 1}. ${step.padEnd(9)} ${paths.length}${size > 0 ? `  ${formatSize(size)}` : ''}  ${names[step]}`,
      ...paths.slice(0, most).map((path) => `     ${path}`),
      ...(paths.length > most ? [`     … --step ${step}`] : []),
    ];
  });
  return `${since ?? '∅'} → ${live}\n${lines.join('\n')}\n`;
}

function readStep(text: string): DeploymentStep {
  const step = deploymentSteps.find((each) => each === text);
  if (step) return step;
  throw new Problem(
    { zh: `没有“${text}”这一步。`, en: `There is no step "${text}".` },
    { zh: `可用：${deploymentSteps.join('、')}`, en: `Use ${deploymentSteps.join(', ')}` },
    { exitCode: 2 },
  );
}
