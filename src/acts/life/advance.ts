import { lasts, stageNamesEn } from '#core/lifecycle/index.ts';
import type { ProjectKind, ProjectModel } from '#core/lifecycle/index.ts';
import type { LifeStage } from '#core/terms/index.ts';
import type { Library } from '#library/open.ts';
import { partOf } from '#library/part-of.ts';
import { draftPlan } from '../draft-plan.ts';
import type { PlanDraft } from '../draft-plan.ts';
import { addToLast, editYaml, quoteYaml } from '../front-matter.ts';
import type { ActPlan } from '../plan.ts';
import { editMeta, findHosted, readDay, readNumber, refuse } from './common.ts';

export interface AdvanceOptions {
  /** The last day of the stage that the project is in. */
  readonly ended?: string | undefined;
  /** The stage that it comes to; where there is none, the one that it is in only ends. */
  readonly stage?: LifeStage | undefined;
  /** The first day of that stage. */
  readonly began?: string | undefined;
  /** The day announced as its last. */
  readonly until?: string | undefined;
  /** Who sees to it. */
  readonly office?: string | undefined;
}

/** Stages that come of other acts: the issue of the project, and those on its standard. */
const ofOtherActs: ReadonlySet<LifeStage> = new Set(['编号', '发布', '实施', '复审', '废止']);

/** What the text of a project is called from a stage on. */
export const draftStages: Readonly<Partial<Record<LifeStage, string>>> = {
  征求意见: '征求意见稿',
  技术审查: '送审稿',
  公示: '报批稿',
  批准: '报批稿',
};

/** Whether the stage that a project is in goes on. */
export function isOngoing({ stages }: ProjectModel): boolean {
  const last = stages.at(-1);
  return last !== undefined && lasts(last.stage) && last.ended === undefined;
}

/** The stages that a project can come to next: up to the first that its kind does not leave out; comments may be asked for again. */
export function listNextStages(
  { kind, stages, stopped }: ProjectModel,
  kinds: readonly ProjectKind[],
): readonly LifeStage[] {
  const way = kinds.find(({ id }) => id === kind)?.way ?? [];
  const now = stages.at(-1)?.stage;
  const at = way.findIndex(({ stage }) => stage === now);
  if (stopped || at < 0) return [];
  const end = way.findIndex(({ optional }, index) => index > at && !optional);
  const next = way.slice(at + 1, end < 0 ? way.length : end + 1).map(({ stage }) => stage);
  const again: readonly LifeStage[] = now === '征求意见' || now === '技术审查' ? ['征求意见'] : [];
  return [...next.filter((stage) => !ofOtherActs.has(stage)), ...again];
}

/** A project ends the stage that it is in, comes to another, or both; its text is called after it. */
export function planAdvance(library: Library, id: string, options: AdvanceOptions): ActPlan {
  const project = library.projects.find((each) => each.id === id);
  const last = project?.stages.at(-1);
  if (!project || !last) throw refuse(`没有项目 ${id}`, `There is no project ${id}`);
  const { ended, stage, began, until, office } = options;
  const draft = draftPlan(library.dir);
  const sentence = say(project, options);
  if (stage !== undefined && last.stage === stage && last.began === began)
    return draft.finish(sentence);
  checkDays(project, options);
  if (stage !== undefined && !listNextStages(project, library.kinds).includes(stage))
    throw refuse(
      `“${last.stage}”之后不是“${stage}”`,
      `${stageNamesEn[stage]} does not come after ${stageNamesEn[last.stage]}`,
      '发布按“发布…”办，复审、废止在标准上办。',
      'The issue, reviews and the withdrawal are acts of their own.',
    );
  const path = `projects/${id}/project.yaml`;
  const source = draft.read(path) ?? '';
  const closed =
    ended === undefined ? source : addToLast(source, 'stages', 'began', `ended: ${ended}`);
  const step = [
    `stage: ${stage ?? ''}`,
    `began: ${began ?? ''}`,
    ...(until ? [`until: ${until}`] : []),
    ...(office ? [`offices: [${quoteYaml(office)}]`] : []),
  ].join(', ');
  const edited =
    closed &&
    (stage === undefined ? closed : editYaml(closed, { key: 'stages', add: `{ ${step} }` }));
  if (!edited) throw refuse(`${path} 读不懂`, `${path} cannot be read`);
  draft.write(path, edited, { zh: '写上阶段和日期', en: 'The stage and its days are written' });
  if (stage !== undefined) renameText(draft, library, id, stage);
  if (stage === '备案') enterFiling(draft, library, project, began ?? '');
  warn(draft, library, project, options);
  return draft.finish(sentence);
}

function say({ plan, id, stages }: ProjectModel, { ended, stage, began, until }: AdvanceOptions) {
  const now = stages.at(-1)?.stage ?? '立项';
  const zh = [
    ended && `“${now}”到 ${ended} 结束`,
    stage && `${began} ${lasts(stage) ? '起' : ''}${stage}`,
    stage && until && `${until} 截止`,
  ];
  const en = [
    ended && `${stageNamesEn[now]} ended on ${ended}`,
    stage && `${stageNamesEn[stage]} ${lasts(stage) ? 'from' : 'on'} ${began}`,
    stage && until && `until ${until}`,
  ];
  const join = (parts: readonly (string | undefined)[], by: string): string =>
    parts.filter(Boolean).join(by);
  return { zh: `${plan ?? id}：${join(zh, '，')}`, en: `${plan ?? id}: ${join(en, ', ')}` };
}

function checkDays(project: ProjectModel, { ended, stage, began, until }: AdvanceOptions): void {
  const last = project.stages.at(-1);
  const now = last?.stage ?? '立项';
  if (ended === undefined && stage === undefined)
    throw refuse('没有写结束日期，也没有选下一阶段', 'Neither an end nor a next stage was given');
  if (ended !== undefined) {
    if (!isOngoing(project))
      throw refuse(`“${now}”已经结束`, `${stageNamesEn[now]} is over already`);
    if (readDay(ended) < (last?.began ?? ''))
      throw refuse(
        `“${now}”的结束（${ended}）早于开始（${last?.began}）`,
        `${stageNamesEn[now]} ends (${ended}) before it begins (${last?.began})`,
      );
  } else if (isOngoing(project))
    throw refuse(
      `“${now}”还没有结束`,
      `${stageNamesEn[now]} is not over`,
      '写上它结束的日期，再办一次。',
      'Write the day on which it ended, and do it again.',
    );
  if (stage === undefined) return;
  const from = readDay(began ?? '');
  const before = ended ?? last?.ended ?? last?.began ?? '';
  if (from < before)
    throw refuse(
      `“${stage}”的开始（${from}）早于上一阶段的结束（${before}）`,
      `${stageNamesEn[stage]} begins (${from}) before the end of the stage ahead of it (${before})`,
    );
  if (stage === '征求意见' && !until)
    throw refuse(
      '征求意见没有写截止日期',
      'Comments are asked for without a last day',
      '写上截止日期，再办一次。',
      'Write the last day, and do it again.',
    );
  if (until && readDay(until) < from)
    throw refuse(`截止日期 ${until} 早于开始`, `The last day, ${until}, is before the first`);
}

/** The text of the project is called after its stage: 征求意见稿, 送审稿, 报批稿. */
function renameText(draft: PlanDraft, library: Library, id: string, stage: LifeStage): void {
  const path = `projects/${id}/draft/index.md`;
  const name = draftStages[stage];
  if (stage === '征求意见' && !library.drafts.has(id))
    throw refuse(
      '这个项目还没有稿，不能征求意见',
      'This project has no text to be commented on',
      '先在项目那一行按“Word 稿…”放进来。',
      'Bring its Word draft in first.',
    );
  if (name === undefined || draft.read(path) === null) return;
  editMeta(draft, path, [{ key: 'draftStage', set: name }], {
    zh: `稿改称${name}`,
    en: 'The text is called after its stage',
  });
}

/** The day of filing stands in the standard, too. */
function enterFiling(draft: PlanDraft, library: Library, project: ProjectModel, day: string): void {
  const hosted = project.number ? findHosted(library, readNumber(project.number)) : undefined;
  if (!hosted || hosted.row.meta.recorded !== undefined) return;
  editMeta(draft, `${partOf(hosted.row.file)}/index.md`, [{ key: 'recorded', set: day }], {
    zh: '标准写上备案日期',
    en: 'The standard has the day of its filing',
  });
}

function warn(
  draft: PlanDraft,
  library: Library,
  { id, stages }: ProjectModel,
  { ended }: AdvanceOptions,
): void {
  const last = stages.at(-1);
  if (ended === undefined || last?.stage !== '征求意见') return;
  const open = (library.comments.get(id) ?? []).filter(({ decision }) => decision === undefined);
  if (open.length > 0)
    draft.warn({
      zh: `还有 ${open.length} 条意见没有处理：全部处理以后，网站才印出意见的处理情况`,
      en: `${open.length} comments are not decided; what became of them is published once all are`,
    });
  if (last.until !== undefined && ended < last.until)
    draft.warn({
      zh: `公布的截止日期是 ${last.until}，早了`,
      en: `The day announced as the last is ${last.until}: this is earlier`,
    });
}
