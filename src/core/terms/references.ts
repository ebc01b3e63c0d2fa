/**
 * Where a text names another standard: in the list of chapter 2, in the bibliography, in a clause, as the source of a
 * term, in the foreword. `cites`: it is a citation, and the other's page says so; earlier editions and the drafting basis
 * in a foreword are none. `relies`: what is said there holds only while the other standard does; a term stays as it was
 * taken over. Lists name what texts are built on.
 */
export const referenceRoles = [
  { value: 'normative-list', cites: true, relies: true },
  { value: 'bibliography', cites: true, relies: true },
  { value: 'text', cites: true, relies: true },
  { value: 'source', cites: true, relies: false },
  { value: 'foreword', cites: false, relies: false },
] as const satisfies readonly { value: string; cites: boolean; relies: boolean }[];
export type ReferenceRole = (typeof referenceRoles)[number]['value'];

/**
 * Whether a mention counts as a citation, which the page of the other standard lists: not earlier editions and the
 * drafting basis of a foreword.
 */
export const isCitation = ({ role }: { readonly role: ReferenceRole }): boolean =>
  referenceRoles.some(({ value, cites }) => cites && value === role);

/** Whether what is said at a mention holds only while the other standard does. */
export const reliesOnOther = ({ role }: { readonly role: ReferenceRole }): boolean =>
  referenceRoles.some(({ value, relies }) => relies && value === role);
