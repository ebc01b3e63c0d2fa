import type { Bilingual } from '#core/base/bilingual.ts';
import type { DeskRole } from '#core/roles/index.ts';
import type { Person } from './people.ts';
import { Refusal } from './refusal.ts';

/** What a request changes needs one of these roles; reading, and looking at what would change, needs any. */
const needed: readonly (readonly [path: RegExp, roles: readonly DeskRole[] | 'any'])[] = [
  [/^\/api\/(?:import|open|new)$/, ['drafter']],
  [/^\/api\/drafts\/[^/]+(?:\/(?:en|(?:en\/)?(?:discard|aside)|figures|back))?$/, ['drafter']],
  [/^\/api\/projects\/[^/]+\/open$/, ['drafter']],
  [/^\/api\/value$/, 'any'],
  [/\/(?:acts|projects|issue|advance|comments)\/plan$/, 'any'],
  [/^\/api\/requests$/, ['drafter', 'publisher']],
  [/^\/api\/requests\/[^/]+\/take-back$/, ['drafter', 'publisher']],
  [/^\/api\/requests\/[^/]+\/(?:approve|return)$/, ['reviewer']],
];

/** Roles one of which a request needs. What is not listed changes the library: that is for publishers. */
export function listRoles(method: string, path: string): readonly DeskRole[] | 'any' {
  if (['GET', 'HEAD'].includes(method)) return 'any';
  return needed.find(([pattern]) => pattern.test(path))?.[1] ?? ['publisher'];
}

/** Whether somebody may send a request. */
export function mayDo({ roles }: Person, method: string, path: string): boolean {
  const wanted = listRoles(method, path);
  return wanted === 'any' || wanted.some((role) => roles.includes(role));
}

export const roleNames: Readonly<Record<DeskRole, Bilingual>> = {
  drafter: { zh: '起草', en: 'drafter' },
  reviewer: { zh: '审核', en: 'reviewer' },
  publisher: { zh: '公布', en: 'publisher' },
};

/** That somebody may not do what was asked for. */
export function notAllowed(person: Person, method: string, path: string): Refusal {
  const wanted = listRoles(method, path);
  const names = wanted === 'any' ? [] : wanted.map((role) => roleNames[role]);
  const own = person.roles.map((role) => roleNames[role]);
  return new Refusal(
    403,
    {
      zh: `这件事由“${names.map(({ zh }) => zh).join('”或“')}”的人办；您是“${own.map(({ zh }) => zh).join('、')}”，没有执行。`,
      en: `That is for a ${names.map(({ en }) => en).join(' or ')}; you are ${own.map(({ en }) => en).join(', ')}. Nothing was done.`,
    },
    {
      zh: '交给有这个角色的同事；名单在标准库的 desk.yaml 里。',
      en: 'Hand it to a colleague who is one; the list is desk.yaml of the library.',
    },
  );
}
