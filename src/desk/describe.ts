import { basename, join } from 'node:path';
import type { Bilingual } from '#core/base/bilingual.ts';
import type { Language } from '#core/model/standard.ts';
import { stageNamesEn } from '#core/lifecycle/index.ts';
import { statusTerms } from '#core/terms/index.ts';
import type { LifeStage } from '#core/terms/index.ts';
import { isOngoing, listNextStages } from '#acts/index.ts';
import type { Library } from '#library/open.ts';
import { partOf } from '#library/part-of.ts';
import { viewLifecycle } from '#site/views/lifecycle.ts';
import type { ShownProject } from '#site/views/lifecycle.ts';
import type {
  DeskState,
  DraftLine,
  ProjectLine,
  DraftWhole,
  PersonShown,
  StandardLine,
} from './client/shapes.ts';
import type { Desk } from './context.ts';
import { listRequests } from './describe-requests.ts';
import { hasOwnEnglish, readParts, textIn } from './drafts.ts';
import type { Draft } from './drafts.ts';
import { readValues } from './front-matter.ts';
import { listNextNumbers } from './next-numbers.ts';
import type { Person } from './people.ts';
import { isInLibrary } from './publishing.ts';
import { asText, readDraft } from './read-draft.ts';
import { noDraft } from './refusal.ts';
import { roleNames } from './roles.ts';

/** What the first page of the desk shows. */
export function describeState(desk: Desk, person: Person): DeskState {
  const library = desk.held.library();
  const { rows, catalog, asOf, diagnostics } = library;
  const errors = new Map<string, number>();
  for (const { severity, file } of diagnostics) {
    if (severity !== 'error') continue;
    errors.set(partOf(file), (errors.get(partOf(file)) ?? 0) + 1);
  }
  const standards = rows.flatMap((row): readonly StandardLine[] => {
    const entry = catalog.bySlug(row.slug);
    if (!entry) return [];
    const { status } = catalog.statusOf(entry);
    const name = statusTerms.find(({ value }) => value === status);
    const { issued, implemented } = row.meta;
    return [
      {
        slug: row.slug,
        number: row.number,
        title: row.meta.title,
        titleEn: row.meta.titleEn,
        status,
        statusName: { zh: name?.zh ?? status, en: name?.en ?? status },
        issued,
        implemented,
        errors: errors.get(partOf(row.file)) ?? 0,
      },
    ];
  });
  const drafts = desk.drafts.list().filter((draft) => !isInLibrary(draft, library.dir));
  return {
    person: describePerson(desk, person),
    requests: listRequests(desk, person),
    library: basename(library.dir),
    site: desk.site(),
    drafts: drafts.map((draft) => describeLine(desk, draft)),
    standards,
    projects: listProjects(library),
    publications: desk.publications.list().slice(0, 20),
    nextNumbers: listNextNumbers(
      rows.map(({ number }) => number),
      [
        ...catalog.entries.map(({ number }) => number),
        ...drafts.map((draft) => desk.held.readAlone(draft).row?.number ?? ''),
      ],
      asOf.slice(0, 4),
    ),
  };
}

const describePerson = ({ proxy }: Desk, { name, roles }: Person): PersonShown => ({
  name,
  roles: roles.map((role) => roleNames[role]),
  isShared: proxy !== undefined,
  mayWrite: roles.includes('drafter'),
  mayPublish: roles.includes('publisher'),
});

/** Projects that are on their way, what is due soonest first. */
function listProjects(library: Library): readonly ProjectLine[] {
  const { projects } = viewLifecycle(library);
  return projects
    .filter(({ over }) => !over)
    .map(({ id, plan, title, stage, next }): ProjectLine => {
      const comments = library.comments.get(id) ?? [];
      const model = library.projects.find((each) => each.id === id);
      return {
        id,
        plan: plan ?? id,
        title: { zh: title.zh, en: title.en ?? title.zh },
        stage: nameStage(stage),
        next: next ? { stage: nameStage(next.awaited), day: next.day, kind: kindOf(next) } : null,
        isOngoing: model !== undefined && isOngoing(model),
        nextStages: (model ? listNextStages(model, library.kinds) : []).map(nameStage),
        hasDraft: library.drafts.has(id),
        comments: comments.length,
        undecided: comments.filter(({ decision }) => decision === undefined).length,
      };
    })
    .sort((a, b) => ((a.next?.day ?? '9') < (b.next?.day ?? '9') ? -1 : 1));
}

function kindOf({
  limit,
  bound,
}: NonNullable<ShownProject['next']>): NonNullable<ProjectLine['next']>['kind'] {
  if (limit === 'until' || limit === 'begins') return limit;
  return bound === '至少' ? 'from' : 'by';
}

const nameStage = (stage: LifeStage | undefined): Bilingual =>
  stage === undefined ? { zh: '', en: '' } : { zh: stage, en: stageNamesEn[stage] };

function describeLine(desk: Desk, draft: Draft): DraftLine {
  const { row, diagnostics } = desk.held.readAlone(draft);
  const values = readValues(draft.text);
  const number = row?.number ?? asText(values['number']);
  const title = row?.meta.title ?? asText(values['title']);
  const findings = row?.diagnostics ?? diagnostics;
  const count = (severity: string): number =>
    findings.filter((each) => each.severity === severity).length;
  const { id, origin, saved } = draft;
  return { id, number, title, origin, saved, errors: count('error'), warnings: count('warning') };
}

/**
 * A draft with all that the page of its text in a language needs.
 *
 * @throws {Refusal} where it has no English text
 */
export function describeDraft(desk: Desk, draft: Draft, language: Language = 'zh'): DraftWhole {
  const { id, origin, report } = draft;
  const text = textIn(draft, language);
  if (text === null) throw noDraft();
  return {
    id,
    language,
    hasEnglish: draft.english !== null,
    ownEnglish: hasOwnEnglish(draft),
    origin,
    text,
    report: language === 'zh' ? report : null,
    figures: [...readParts(join(draft.root, draft.path)).keys()].filter(
      (name) => !/\.(?:md|tsv)$/.test(name),
    ),
    reading: readDraft(draft, desk.held.withDraft(draft), language),
  };
}
