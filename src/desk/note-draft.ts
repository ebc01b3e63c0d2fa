import type { AuditAct } from './audit/chain.ts';
import type { Desk } from './context.ts';
import type { Draft } from './drafts.ts';
import { readValues } from './front-matter.ts';
import type { Person } from './people.ts';
import { asText } from './read-draft.ts';

/** Writes down what somebody did with a draft. */
export function noteDraft(
  { audit }: Desk,
  { user: who, name }: Person,
  act: AuditAct,
  { id, text }: Draft,
): void {
  const { number, title } = readValues(text);
  audit.append({ who, name, act, of: asText(number), title: asText(title), remark: id });
}
