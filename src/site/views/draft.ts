import { countComments } from '#core/comments/index.ts';
import type { ProjectModel } from '#core/lifecycle/index.ts';
import type { CompiledText } from '#core/model/standard.ts';
import type { Library } from '#library/open.ts';
import { nameBodies } from './entries.ts';
import type { ViewProps } from './props.ts';
import { showReferences } from './standard.ts';

function findProject({ projects }: Library, id: string): ProjectModel {
  const project = projects.find((each) => each.id === id);
  if (!project) throw new Error(`no project ${id}`);
  return project;
}

/** Projects with a text that is, was or will be open to comments, by id. */
export function listDraftProjects({ projects, drafts }: Library): readonly string[] {
  return projects.flatMap(({ id, stages, stopped }) =>
    drafts.has(id) && !stopped && stages.some(({ stage }) => stage === '征求意见') ? [id] : [],
  );
}

/** Projects whose comments have all been decided, by id: nobody reads half an outcome. */
export function listDecidedProjects({ projects, comments }: Library): readonly string[] {
  return projects.flatMap(({ id }) => {
    const list = comments.get(id) ?? [];
    return list.length > 0 && list.every(({ decision }) => decision !== undefined) ? [id] : [];
  });
}

function showFacts(library: Library, project: ProjectModel) {
  const { id, title, plan, contact, sample } = project;
  const step = project.stages.findLast(({ stage }) => stage === '征求意见');
  const offices = [...(contact?.office ? [contact.office] : []), ...(step?.offices ?? [])];
  return {
    id,
    title,
    plan,
    sample,
    contact,
    offices,
    bodies: nameBodies(library, offices),
    began: step?.began,
    until: step?.until ?? step?.ended,
  };
}

/** The text of a project that is open to comments, with its last day and where comments go. */
export function viewDraft(library: Library, { project: id = '' }: ViewProps) {
  const project = findProject(library, id);
  const draft = library.drafts.get(id);
  if (!draft) throw new Error(`no draft of ${id}`);
  const { row } = draft;
  const { text } = draft.body();
  return {
    ...showFacts(library, project),
    name: row.meta.title,
    nameEn: row.meta.titleEn,
    stage: row.meta.draftStage ?? '征求意见稿',
    profile: row.meta.profile,
    /** What a body is drawn from: nothing else of the text. */
    text: { ...text, provisions: [], references: [], exhibits: [], cellLimits: [] } as CompiledText,
    references: showReferences(library, { row }),
    isDecided: listDecidedProjects(library).includes(id),
  };
}

export type DraftView = ReturnType<typeof viewDraft>;

/** What was said about a draft and what became of each comment; organisations only where they agreed, persons never. */
export function viewOutcome(library: Library, { project: id = '' }: ViewProps) {
  const comments = library.comments.get(id) ?? [];
  return {
    ...showFacts(library, findProject(library, id)),
    counts: countComments(comments),
    rows: comments.map(({ clause, comment, reason, organisation, named, decision, answer }) => ({
      clause,
      comment,
      reason,
      from: named ? organisation : undefined,
      isPerson: organisation === undefined,
      decision,
      answer,
    })),
    hasDraft: listDraftProjects(library).includes(id),
  };
}

export type OutcomeView = ReturnType<typeof viewOutcome>;
