import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { DraftWhole, Published, PublishPlan } from '#desk/client/shapes.ts';
import type { SiteAct } from '#desk/context.ts';
import { byProxy, openDesk, proxy } from '../support/desk.ts';

const slug = 'db9902-t-700-2024';
const people = `people:
  - { user: zhang, name: 张伟, roles: [drafter] }
  - { user: wang, name: 王芳, roles: [publisher] }
`;

test('the site is told who at the desk published what, and who took it back', async () => {
  const acts: SiteAct[] = [];
  const desk = await openDesk(undefined, {
    proxy,
    publish: (act) => {
      acts.push(act);
      return Promise.resolve({ pages: 1, drawn: 1 });
    },
  });
  writeFileSync(join(desk.library, 'desk.yaml'), people);
  await desk.refresh();
  const as = async <T>(user: string, path: string, data?: unknown, method = 'POST'): Promise<T> => {
    const answer = await desk.app.request(`http://desk.example.cn${path}`, {
      method: data === undefined ? 'GET' : method,
      headers: { ...byProxy(user), 'Content-Type': 'application/json' },
      ...(data !== undefined && { body: JSON.stringify(data) }),
    });
    return (await answer.json()) as T;
  };
  const { id, text, reading } = await as<DraftWhole>('zhang', '/api/open', { slug });
  const typed = text.replace('样例的要求', '样例的要求和判定');
  await as('zhang', `/api/drafts/${id}`, { text: typed, revision: reading.revision }, 'PUT');
  const { digest } = await as<PublishPlan>('wang', `/api/drafts/${id}/plan`);
  const { publication } = await as<Published>('wang', `/api/drafts/${id}/publish`, { digest });
  await as('wang', `/api/publications/${publication.id}/undo`, {});
  expect(acts).toEqual([
    { by: '王芳 (wang)', why: '公布 DB9902/T 700—2024 样例标准700' },
    { by: '王芳 (wang)', why: '撤回 DB9902/T 700—2024 样例标准700' },
  ]);
});
