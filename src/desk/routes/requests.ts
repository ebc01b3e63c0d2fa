import type { Hono } from 'hono';
import { z } from 'zod';
import { showAct } from '../acting.ts';
import { describeApproval, needsSecondPerson, refuseApproval } from '../approval.ts';
import type { AuditAct } from '../audit/chain.ts';
import { requestKinds } from '../client/shapes.ts';
import type { RequestKind, RequestShown, RequestState } from '../client/shapes.ts';
import type { Desk } from '../context.ts';
import { describeRequest } from '../describe-requests.ts';
import type { DeskEnvironment } from '../guard.ts';
import type { Person } from '../people.ts';
import { describeProject, describePublication } from '../publications.ts';
import type { PublicationFacts } from '../publications.ts';
import { planPublication } from '../publishing.ts';
import { Refusal } from '../refusal.ts';
import type { PublicationRequest } from '../requests.ts';
import { actAsked, getStandard, planAct } from './acts.ts';
import { readJson } from './bodies.ts';
import { planBegun, projectAsked } from './begin-project.ts';
import {
  advanceAsked,
  commentsAsked,
  getProject,
  issueAsked,
  planComments,
  planIssue,
  planNextStage,
} from './projects.ts';

const remark = z.string().trim().max(1000);
const wanted = z.strictObject({
  kind: z.enum(requestKinds),
  subject: z.string().max(300),
  asked: z.json().default(null),
  digest: z.string().max(64),
  remark: remark.default(''),
});
const answerShape = z.strictObject({ remark: remark.default('') });

/** Asking for approval, looking at what is asked for, approving it or sending it back. */
export function addRequestRoutes(app: Hono<DeskEnvironment>, desk: Desk): void {
  const { requests } = desk;
  app.get('/api/requests/:id', async (context) => {
    const request = requests.read(context.req.param('id'));
    return context.json(await showRequest(desk, request, context.get('person')));
  });

  app.post('/api/requests', async (context) => {
    const { kind, subject, asked, digest, remark: said } = await readJson(context.req, wanted);
    const person = context.get('person');
    if (!needsSecondPerson(desk)) throw notNeeded();
    const plan = await planRequest(desk, { kind, subject, asked }, person);
    if (plan.digest !== digest) throw otherPlan();
    if (plan.errors.length > 0) throw withErrors(plan.errors.length);
    if (describeApproval(desk, person, digest).state !== 'needed') throw askedAlready();
    const { number, title } = plan.facts;
    const { writers = [] } = kind === 'draft' ? desk.drafts.read(subject) : {};
    const facts = { kind, subject, asked, digest, number, title, remark: said, writers };
    note(desk, person, 'asked', { number, title, digest }, said);
    const made = requests.add({ ...facts, by: person.user, byName: person.name });
    return context.json(describeRequest(made, person));
  });

  for (const [path, decision] of Object.entries(decisions)) {
    app.post(`/api/requests/:id/${path}`, async (context) => {
      const { remark: answer } = await readJson(context.req, answerShape);
      const person = context.get('person');
      const request = requests.read(context.req.param('id'));
      if (!decision.from.includes(request.state)) throw isOver(request);
      decision.check(request, person, answer);
      if (decision.state === 'approved') {
        const { digest } = await planRequest(desk, request, person).catch(() => ({ digest: '' }));
        if (digest !== request.digest) throw voided(desk, request);
      }
      note(desk, person, decision.act, request, answer);
      const { user: decidedBy, name: decidedName } = person;
      const facts = {
        state: decision.state,
        decidedBy,
        decidedName,
        decidedAt: Date.now(),
        answer,
      };
      return context.json(describeRequest(requests.change(request, facts), person));
    });
  }
}

interface Decision {
  readonly act: AuditAct;
  readonly state: RequestState;
  readonly from: readonly RequestState[];
  /** @throws {Refusal} where the person cannot decide so */
  readonly check: (request: PublicationRequest, person: Person, answer: string) => void;
}

const decisions: Readonly<Record<'approve' | 'return' | 'take-back', Decision>> = {
  approve: {
    act: 'approved',
    state: 'approved',
    from: ['waiting'],
    check: (request, person) => {
      if (refuseApproval(request, person) === 'own') throw ownWork();
    },
  },
  return: {
    act: 'returned',
    state: 'returned',
    // An approval can be taken away until it is published by.
    from: ['waiting', 'approved'],
    check: (_request, _person, answer) => {
      if (answer === '') throw withoutReason();
    },
  },
  'take-back': {
    act: 'taken-back',
    state: 'taken-back',
    from: ['waiting', 'approved'],
    check: ({ by }, { user }) => {
      if (by !== user) throw othersRequest();
    },
  },
};

async function showRequest(
  desk: Desk,
  request: PublicationRequest,
  person: Person,
): Promise<RequestShown> {
  const isOpen = request.state === 'waiting' || request.state === 'approved';
  const plan = isOpen
    ? await planRequest(desk, request, person).catch((error: unknown) => {
        if (error instanceof Error) return undefined;
        throw error;
      })
    : undefined;
  // What is shown is what was asked for, or it is said that it is no longer.
  if (isOpen && plan?.digest !== request.digest) {
    voided(desk, request);
    return { ...describeRequest(desk.requests.read(request.id), person), ...nothingShown };
  }
  const { files = [], errors = [], warnings = [] } = plan ?? {};
  const approval = describeApproval(desk, person, request.digest);
  const { kind, subject, asked, digest } = request;
  const call =
    kind === 'draft'
      ? { path: `/api/drafts/${subject}/publish`, body: { digest } }
      : { path: addressOf(kind, subject), body: { asked, digest } };
  return {
    ...describeRequest(request, person),
    files,
    errors,
    warnings,
    publish: approval.mayPublish && request.state === 'approved' ? call : null,
    draft: kind === 'draft' ? subject : null,
  };
}

const nothingShown = { files: [], errors: [], warnings: [], publish: null, draft: null } as const;

const addressOf = (kind: Exclude<RequestKind, 'draft'>, subject: string): string =>
  kind === 'act'
    ? '/api/acts/do'
    : kind === 'project'
      ? '/api/projects/do'
      : `/api/projects/${encodeURIComponent(subject)}/${kind}/do`;

type Shown = Pick<RequestShown, 'files' | 'errors' | 'warnings'> & {
  readonly digest: string;
  readonly facts: Pick<PublicationFacts, 'number' | 'title'>;
};

/** What a request would change, as the library and the draft are now. */
async function planRequest(
  desk: Desk,
  { kind, subject, asked }: Pick<PublicationRequest, 'kind' | 'subject' | 'asked'>,
  person: Person,
): Promise<Shown> {
  const library = desk.held.library();
  if (kind === 'draft') {
    const draft = desk.drafts.read(subject);
    const within = desk.held.withDraft(draft);
    const { digest, files, errors, notes } = planPublication(draft, within);
    return { digest, files, errors, warnings: notes, facts: describePublication(draft, within) };
  }
  if (kind === 'act') {
    const given = read(actAsked, asked);
    if (given.slug !== subject) throw otherPlan();
    const shown = await showAct(desk, planAct(library, given), person);
    return { ...shown, facts: getStandard(library, subject) };
  }
  if (kind === 'project') {
    const { plan, facts } = planBegun(library, read(projectAsked, asked));
    return { ...(await showAct(desk, plan, person)), facts };
  }
  const plan =
    kind === 'issue'
      ? planIssue(desk, subject, read(issueAsked, asked))
      : kind === 'advance'
        ? planNextStage(desk, subject, read(advanceAsked, asked))
        : planComments(library, subject, read(commentsAsked, asked)).plan;
  const facts = describeProject(getProject(library, subject));
  return { ...(await showAct(desk, plan, person)), facts };
}

function read<T>(shape: z.ZodType<T>, asked: unknown): T {
  const { success, data } = shape.safeParse(asked);
  if (!success) throw otherPlan();
  return data;
}

/** The plan is another now: what was asked for, and its approval, are nothing any more. */
function voided(desk: Desk, request: PublicationRequest): Refusal {
  note(desk, { user: 'desk', name: '编写台' }, 'void', request, '');
  desk.requests.change(request, { state: 'void', decidedAt: Date.now() });
  return otherPlan();
}

function note(
  { audit }: Desk,
  { user: who, name }: Pick<Person, 'user' | 'name'>,
  act: AuditAct,
  { number: of, title, digest }: Pick<PublicationRequest, 'number' | 'title' | 'digest'>,
  said: string,
): void {
  audit.append({ who, name, act, of, title, digest, remark: said });
}

const notNeeded = (): Refusal =>
  new Refusal(
    409,
    { zh: '这里公布不用第二个人同意。', en: 'Nobody has to approve what is published here.' },
    { zh: '直接公布。', en: 'Publish it.' },
  );

const otherPlan = (): Refusal =>
  new Refusal(
    409,
    {
      zh: '看过之后又有改动；原来的送审和同意都作废。',
      en: 'There were changes since; what was asked for and approved before is void.',
    },
    { zh: '再看一遍会改什么，重新送审。', en: 'Look at what will change, and ask once more.' },
  );

const withErrors = (count: number): Refusal =>
  new Refusal(
    422,
    {
      zh: `还有 ${count} 处错误，没有送审。`,
      en: `There are ${count} errors; it was not asked for.`,
    },
    { zh: '改正后再送审。', en: 'Put them right and ask again.' },
  );

const askedAlready = (): Refusal =>
  new Refusal(
    409,
    { zh: '这样的改动已经送审。', en: 'This very change has been asked for.' },
    { zh: '在工作台的“送审”里看。', en: 'It is under Approval on the desk.' },
  );

const isOver = ({ number }: PublicationRequest): Refusal =>
  new Refusal(
    409,
    { zh: `${number} 的这次送审已经办过。`, en: `This request about ${number} is over.` },
    { zh: '重新载入这一页。', en: 'Reload this page.' },
  );

const ownWork = (): Refusal =>
  new Refusal(
    403,
    {
      zh: '这里有您写的或您送审的，要由另一个人同意。',
      en: 'You have written some of it or asked for it; another person approves it.',
    },
    { zh: '请另一位审核人。', en: 'Ask another reviewer.' },
  );

const withoutReason = (): Refusal =>
  new Refusal(
    422,
    { zh: '退回要写明意见。', en: 'Say why it goes back.' },
    { zh: '在意见里写一句。', en: 'Write a sentence into the remark.' },
  );

const othersRequest = (): Refusal =>
  new Refusal(403, {
    zh: '这是别人送审的，不能替人收回。',
    en: 'Somebody else has asked for this.',
  });
