import { keyOfNumber } from '#core/catalog/index.ts';
import { judgeDue } from '#core/lifecycle/due-state.ts';
import { lasts, stepOn } from '#core/lifecycle/index.ts';
import type { Due, Life, LifeStep } from '#core/lifecycle/index.ts';
import { lifeStageTerms } from '#core/terms/index.ts';
import type { LifeStage } from '#core/terms/index.ts';
import type { Library } from '#library/open.ts';
import { listDecidedProjects, listDraftProjects } from './draft.ts';
import { nameBodies, showEntry } from './entries.ts';
import type { ViewProps } from './props.ts';

/** Standards that are due within so many years after this one stand on the board, the nearest of them. */
const [standardYears, mostStandards] = [2, 400];

/** What is due of projects and of hosted standards, the projects on their way, and the limits with their sources. */
export function viewLifecycle(library: Library) {
  const { lives, asOf, deadlines } = library;
  const projects = lives.filter(({ project }) => project !== undefined);
  const horizon = `${Number(asOf.slice(0, 4)) + standardYears}-12-31`;
  const ofStandards = lives
    .filter(({ project }) => project === undefined)
    .flatMap((life) => listOpen(library, life).filter(({ day }) => day <= horizon))
    .toSorted(byDay);
  const dues = [
    ...projects.flatMap((life) => listOpen(library, life)),
    ...ofStandards.slice(0, mostStandards),
  ].toSorted(byDay);
  const isNear = (next: Pick<Due, 'day' | 'bound'>): boolean =>
    ['late', 'soon'].includes(judgeDue(next.day, next.bound === '至少', asOf).state);
  const shown = listShownProjects(library).map((project) => ({
    ...project,
    /** What is next is late or due soon, on the day of the build. */
    isNear: !project.over && project.next !== undefined && isNear(project.next),
  }));
  return {
    dues: dues.map((due) => ({ ...due, isNear: isNear(due) })),
    more: Math.max(0, ofStandards.length - mostStandards),
    projects: shown,
    chains: nameChains(
      library,
      [...dues, ...shown].flatMap(({ chains }) => chains),
    ),
    bodies: nameBodies(
      library,
      [...dues, ...shown].flatMap(({ offices }) => offices),
    ),
    kinds: library.kinds.map(({ id, name }) => ({ id, name })),
    limits: deadlines.limits.map(
      ({ id, name, kinds, from, to, bound, span, source, asOf: day, note }) => ({
        id,
        name,
        kinds,
        from: from.map((point) => point.stage),
        to: to.stage,
        bound,
        span,
        source,
        asOf: day,
        note,
      }),
    ),
    years: listPlanYears(library),
  };
}

/** Projects on their way and done, those that have come least far first. */
export function listShownProjects(library: Library): readonly Standing[] {
  return library.lives
    .filter(({ project }) => project !== undefined)
    .map((life) => showProject(library, life))
    .toSorted(byStage);
}

export type LifecycleView = ReturnType<typeof viewLifecycle>;
export type ShownDue = LifecycleView['dues'][number];
export type ShownProject = LifecycleView['projects'][number];
type Standing = ReturnType<typeof showProject>;
export type ShownLimit = LifecycleView['limits'][number];

const byDay = (a: { readonly day: string }, b: { readonly day: string }): number =>
  a.day < b.day ? -1 : a.day > b.day ? 1 : 0;

/** Those that have come least far first; of one stage those that have waited longest. */
function byStage(a: Standing, b: Standing): number {
  const rank = ({ stage }: Standing) => lifeStageTerms.findIndex(({ value }) => value === stage);
  return rank(a) - rank(b) || ((a.since ?? '') < (b.since ?? '') ? -1 : 1);
}

/** What is not done yet: by limits, by days that were announced, and stages that will begin. */
function listOpen(library: Library, life: Life) {
  const { asOf } = library;
  const { project, entry, kind, steps, dues, over } = life;
  if (over) return [];
  const now = stepOn(steps, asOf);
  const announced = new Set(
    steps.flatMap(({ stage, until }) => (until === undefined ? [] : [stage])),
  );
  const open = dues.filter(
    ({ done, bound, stage }) =>
      done === undefined && (bound === '至多' || (stage === now?.stage && !announced.has(stage))),
  );
  const begins = steps
    .filter(({ began }) => began > asOf)
    .map(({ stage, began }): Due => ({
      limit: 'begins',
      stage,
      bound: '至多',
      from: began,
      day: began,
    }));
  const own = new Set(begins.map(({ stage }) => stage));
  const facts = {
    project: project?.id,
    entry: entry && showEntry(library, entry),
    title: project?.title ?? { zh: entry?.title ?? '', en: entry?.titleEn },
    stage: now?.stage,
    ...showSteps(steps, asOf),
    kind: kind?.id,
    chains: project?.chains ?? entry?.chains ?? [],
    sample: project?.sample ?? entry?.row?.meta.sample ?? false,
    offices: officesOf(life, now),
  };
  return [...open.filter(({ stage }) => !own.has(stage)), ...begins].map(
    ({ limit, stage: awaited, bound, day }) => ({ ...facts, limit, awaited, bound, day }),
  );
}

/** Stages with their days, and how many of them have begun: by them the browser knows the stage of another day. */
function showSteps(steps: readonly LifeStep[], asOf: string) {
  return {
    steps: steps.map(({ stage, began }): readonly [LifeStage, string] => [stage, began]),
    begun: steps.filter(({ began }) => began <= asOf).length,
  };
}

/** Who sees to a life now: the offices of its stage, else who is in charge of it. */
function officesOf({ project, entry }: Life, now: LifeStep | undefined): readonly string[] {
  const step = project?.stages.findLast(({ stage }) => stage === now?.stage);
  if (step && step.offices.length > 0) return step.offices;
  return project?.administeredBy ?? entry?.row?.meta.administeredBy ?? [];
}

function showProject(library: Library, life: Life) {
  const { asOf } = library;
  const { project, entry, kind, steps, over } = life;
  const now = stepOn(steps, asOf);
  const [next] = listOpen(library, life).toSorted(byDay);
  return {
    id: life.id,
    title: project?.title ?? { zh: '' },
    plan: project?.plan,
    number: entry?.number ?? project?.number,
    kind: kind?.id ?? '',
    way: (kind?.way ?? []).map(({ stage }) => stage),
    stage: now?.stage,
    since: now && (now.ended ?? now.began),
    ended: now !== undefined && (now.ended !== undefined || !lasts(now.stage)),
    ...showSteps(steps, asOf),
    over: over || project?.stopped !== undefined,
    stopped: project?.stopped?.on,
    next: next && { limit: next.limit, awaited: next.awaited, bound: next.bound, day: next.day },
    chains: project?.chains ?? [],
    offices: officesOf(life, now),
    sample: project?.sample ?? false,
  };
}

function nameChains({ vocabulary }: Library, ids: readonly string[]) {
  const wanted = new Set(ids);
  return vocabulary.chains.flatMap(({ id, zh, en }) => (wanted.has(id) ? [{ id, zh, en }] : []));
}

/** A project: its facts, its way with days, papers and offices, what is due, and where its texts are. */
export function viewProject(library: Library, { project: id = '' }: ViewProps) {
  const life = library.lives.find((each) => each.project?.id === id);
  if (!life?.project) throw new Error(`no project ${id}`);
  const { project, entry, kind, dues } = life;
  const {
    title,
    plan,
    year,
    revises,
    nature,
    adopts,
    proposedBy,
    administeredBy,
    draftedBy,
    contact,
  } = project;
  const draft = library.drafts.get(id);
  const revised = revises === undefined ? undefined : library.catalog.byKey(keyOfNumber(revises));
  return {
    ...showProject(library, life),
    title,
    plan,
    year,
    kindName: kind?.name,
    chainNames: nameChains(library, project.chains),
    proposedBy,
    administeredBy,
    draftedBy,
    contact,
    note: project.note,
    stopped: project.stopped,
    entry: entry && showEntry(library, entry),
    revises: revised ? showEntry(library, revised) : revises,
    nature,
    adopts,
    draft: draft && {
      title: draft.row.meta.title,
      stage: draft.row.meta.draftStage,
      isOpen: listDraftProjects(library).includes(id),
    },
    hasOutcome: listDecidedProjects(library).includes(id),
    way: showWay(library, life),
    dues: dues.map(({ limit, stage, bound, day, done }) => ({ limit, stage, bound, day, done })),
    open: listOpen(library, life).toSorted(byDay),
    limits: viewLimits(library, dues),
    bodies: nameBodies(library, [
      ...proposedBy,
      ...administeredBy,
      ...draftedBy,
      ...project.stages.flatMap(({ offices }) => offices),
    ]),
  };
}

export type ProjectView = ReturnType<typeof viewProject>;
export type ShownStage = ProjectView['way'][number];

function viewLimits({ deadlines }: Library, dues: readonly Due[]) {
  const named = new Set(dues.map(({ limit }) => limit));
  return deadlines.limits
    .filter(({ id }) => named.has(id))
    .map(({ id, name, source, asOf, note }) => ({ id, name, source, asOf, note }));
}

/** What was gone through, in its order, then the stages that are still to come. */
function showWay({ papers, asOf }: Library, { project, kind, steps }: Life) {
  const own = project?.stages ?? [];
  const passed = steps.map((step) => {
    const said = own.find(({ stage, began }) => stage === step.stage && began === step.began);
    return {
      ...step,
      offices: said?.offices ?? [],
      papers: (said?.papers ?? []).map((paper) => ({
        ...paper,
        // Of one that is not there only its name is shown: std check says so.
        here: papers.has(`projects/${project?.id ?? ''}/${paper.file}`),
      })),
      note: said?.note,
      ahead: step.began > asOf,
    };
  });
  const order = (kind?.way ?? []).map(({ stage }) => stage);
  const reached = Math.max(-1, ...steps.map(({ stage }) => order.indexOf(stage)));
  const waiting = project?.stopped
    ? []
    : (kind?.way ?? []).slice(reached + 1).map(({ stage, optional }) => ({ stage, optional }));
  return [...passed, ...waiting.map((each) => ({ ...each, began: undefined }))];
}

/** A paper that readers may have: a file of its folder, as it is now. */
export function viewPaper({ papers, drafts }: Library, { project = '', file = '' }: ViewProps) {
  const paper = papers.get(`projects/${project}/${file}`);
  // A figure of the draft changes with the files of its folder.
  return { project, file, state: paper ?? drafts.get(project)?.row.source ?? '' };
}

/** Years in whose plan projects stand, the last first. */
export function listPlanYears({ projects }: Library): readonly number[] {
  return [...new Set(projects.flatMap(({ year }) => year ?? []))].toSorted((a, b) => b - a);
}

/** The projects of the plan of a year, by plan number. */
export function viewPlan(library: Library, { year = 0, file }: ViewProps) {
  const rows = library.lives
    .flatMap((life) => {
      const { project, kind } = life;
      if (project?.year !== year) return [];
      const { stage, over, sample } = showProject(library, life);
      return {
        id: project.id,
        plan: project.plan ?? '',
        title: project.title,
        kind: kind?.name,
        revises: project.revises,
        proposedBy: project.proposedBy,
        administeredBy: project.administeredBy,
        draftedBy: project.draftedBy,
        planned: project.stages.find((step) => step.stage === '立项')?.began,
        stage,
        over,
        stopped: project.stopped?.on,
        number: life.entry?.number ?? project.number,
        sample,
      };
    })
    .toSorted((a, b) => ((a.plan || '\uffff') < (b.plan || '\uffff') ? -1 : 1));
  const names = rows.flatMap((row) => [...row.proposedBy, ...row.administeredBy, ...row.draftedBy]);
  return {
    year,
    rows,
    bodies: nameBodies(library, names),
    years: listPlanYears(library),
    sample: rows.some(({ sample }) => sample),
    sampleNotice: library.settings.sample.site,
    asOf: rows.reduce((last, { planned = '' }) => (planned > last ? planned : last), ''),
    file,
  };
}

export type PlanView = ReturnType<typeof viewPlan>;
