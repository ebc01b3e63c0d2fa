import type { ApprovalShown } from './client/shapes.ts';
import type { Desk } from './context.ts';
import { readPeople } from './people.ts';
import type { Person } from './people.ts';
import { Refusal } from './refusal.ts';
import type { PublicationRequest } from './requests.ts';

/** Whether what is published has to be approved by somebody else before. */
export const needsSecondPerson = ({ proxy, library }: Desk): boolean =>
  proxy !== undefined && readPeople(library)?.secondPerson === true;

/** Why somebody cannot approve what was asked for; undefined where the person can. */
export function refuseApproval(
  { by, writers }: Pick<PublicationRequest, 'by' | 'writers'>,
  { user, roles }: Person,
): ApprovalRefused | undefined {
  if (!roles.includes('reviewer')) return 'role';
  if (by === user || writers.includes(user)) return 'own';
  return undefined;
}

type ApprovalRefused = 'role' | 'own';

/** What stands between a change and its publication, for somebody who looks at it. */
export function describeApproval(desk: Desk, person: Person, digest: string): ApprovalShown {
  const isPublisher = person.roles.includes('publisher');
  const mayAsk = isPublisher || person.roles.includes('drafter');
  if (!needsSecondPerson(desk)) return { state: 'none', mayPublish: isPublisher, mayAsk: false };
  const found = desk.requests.list().filter((each) => each.digest === digest);
  const approved = found.find((each) => each.state === 'approved');
  if (approved) {
    const mayPublish = isPublisher && approved.decidedBy !== person.user;
    return { state: 'approved', mayPublish, mayAsk: false, by: approved.decidedName };
  }
  const waiting = found.find(({ state }) => state === 'waiting');
  if (waiting) return { state: 'waiting', mayPublish: false, mayAsk: false, by: waiting.byName };
  return { state: 'needed', mayPublish: false, mayAsk };
}

/**
 * The approval that a change is published by; undefined where none is needed.
 *
 * @throws {Refusal} where it is needed and nobody else has given it to this very change
 */
export function getApproval(
  desk: Desk,
  person: Person,
  digest: string,
): PublicationRequest | undefined {
  if (!needsSecondPerson(desk)) return undefined;
  const found = desk.requests.list().filter((each) => each.digest === digest);
  const approved = found.filter(({ state }) => state === 'approved');
  if (approved.length === 0) throw notApproved();
  const byOther = approved.find(({ decidedBy }) => decidedBy !== person.user);
  if (!byOther) throw approvedByOneself();
  return byOther;
}

const notApproved = (): Refusal =>
  new Refusal(
    403,
    {
      zh: '这样的改动还没有第二个人同意，没有公布。',
      en: 'No second person has approved this very change; nothing was published.',
    },
    {
      zh: '先送审；同意以后又改过的，要再送一次。',
      en: 'Ask for approval first; what was changed after it was approved is asked for again.',
    },
  );

const approvedByOneself = (): Refusal =>
  new Refusal(
    403,
    {
      zh: '这项改动是您同意的，要由另一个人公布。',
      en: 'You have approved this change; another person publishes it.',
    },
    { zh: '请另一位公布人公布。', en: 'Ask another publisher.' },
  );
