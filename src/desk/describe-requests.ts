import { refuseApproval } from './approval.ts';
import type { RequestLine } from './client/shapes.ts';
import type { Desk } from './context.ts';
import type { Person } from './people.ts';
import type { PublicationRequest } from './requests.ts';

/** What is open, for the first page: the last asked for first. */
export function listRequests(desk: Desk, person: Person): readonly RequestLine[] {
  return desk.requests
    .list()
    .filter(({ state, by, decidedAt = 0 }) => {
      const isOpen = state === 'waiting' || state === 'approved';
      const isAnswer = by === person.user && (state === 'returned' || state === 'void');
      return isOpen || (isAnswer && decidedAt > Date.now() - lastAnswersMs);
    })
    .map((request) => describeRequest(request, person));
}

/** A week. */
const lastAnswersMs = 7 * 24 * 3_600_000;

/** A request, as a person sees it. */
export function describeRequest(request: PublicationRequest, person: Person): RequestLine {
  const { id, kind, number, title, byName, at, remark: said, state } = request;
  const { decidedName = '', answer = '' } = request;
  const isOpen = state === 'waiting' || state === 'approved';
  return {
    id,
    kind,
    number,
    title,
    by: byName,
    at,
    remark: said,
    state,
    decidedBy: decidedName,
    answer,
    refused: state === 'waiting' ? (refuseApproval(request, person) ?? null) : null,
    mayApprove: state === 'waiting' && refuseApproval(request, person) === undefined,
    mayReturn: isOpen && person.roles.includes('reviewer'),
    mayTakeBack: isOpen && request.by === person.user,
  };
}
