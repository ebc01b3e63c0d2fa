import { stageNamesEn } from '#core/lifecycle/index.ts';
import type { ProjectRule } from '../rule.ts';

export const projectLimit: ProjectRule = {
  id: 'project-limit',
  scope: 'project',
  severity: 'warning',
  source: '标链（deadlines.yaml）',
  summary: {
    zh: '阶段的时间合乎 deadlines.yaml 的期限：不少于“至少”的时间；超过“至多”的是提示',
    en: 'Stages keep the limits of deadlines.yaml: none is shorter than the least time; one that is late is a note',
  },
  examples: {
    bad: {
      'deadlines.yaml':
        'limits:\n  - { id: comments, name: { zh: 征求意见, en: Comments }, from: { stage: 征求意见 }, to: { stage: 征求意见, day: ended }, bound: 至少, span: { days: 30 }, asOf: 2026-01-01 }\n',
      'projects/a/project.yaml':
        'stages: [{ stage: 征求意见, began: 2026-03-02, ended: 2026-03-20 }]\n',
    },
    good: {
      'deadlines.yaml':
        'limits:\n  - { id: comments, name: { zh: 征求意见, en: Comments }, from: { stage: 征求意见 }, to: { stage: 征求意见, day: ended }, bound: 至少, span: { days: 30 }, asOf: 2026-01-01 }\n',
      'projects/a/project.yaml':
        'stages: [{ stage: 征求意见, began: 2026-03-02, ended: 2026-04-02 }]\n',
    },
  },
  *check({ life: { project, dues, over }, limits, catalog }) {
    for (const { limit, stage, bound, from, day, done } of dues) {
      const isAnnounced = limit === 'until';
      const name = isAnnounced
        ? { zh: `${stage}截止`, en: `End of ${stageNamesEn[stage]}` }
        : limits.find(({ id }) => id === limit)?.name;
      const index = project.stages.findLastIndex((each) => each.stage === stage);
      const at = index < 0 ? 'stages' : `stages.${index}`;
      if (!name) continue;
      if (bound === '至少') {
        if (done === undefined || done >= day) continue;
        yield {
          at: `${at}.ended`,
          message: {
            zh: `${name.zh}：从 ${from} 起应到 ${day} 以后，${done} 就结束了`,
            en: `${name.en}: from ${from} on it lasts until ${day}, and it ended on ${done}`,
          },
          hint: { zh: '核对日期和 deadlines.yaml', en: 'Check the days and deadlines.yaml' },
        };
      } else if (!over && done === undefined && day < catalog.asOf) {
        yield {
          at: isAnnounced ? `${at}.until` : 'stages',
          severity: 'info',
          message: {
            zh: `${name.zh}：期限 ${day} 已过，${isAnnounced ? '还没有结束' : `还没有“${stage}”`}`,
            en: `${name.en}: the limit was ${day}, and ${isAnnounced ? 'it has not ended' : `there is no ${stageNamesEn[stage]} yet`}`,
          },
          hint: { zh: '办理，或补写日期', en: 'See to it, or write down its day' },
        };
      }
    }
  },
};
