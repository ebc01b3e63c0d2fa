import { standardPath } from '#site/lib/urls.ts';
import { getApproval } from './approval.ts';
import type { PublicationLine, Published } from './client/shapes.ts';
import type { Desk, SiteAct } from './context.ts';
import type { Person } from './people.ts';
import { Refusal } from './refusal.ts';

/** Who publishes which change, by its digest. */
interface Publishing {
  readonly by: Person;
  readonly digest: string;
}

/**
 * Changes the library and then the site, while nothing else of this desk does.
 *
 * @throws {Refusal} where a second person has to approve the change, and none has
 */
export function publishSite(
  desk: Desk,
  { by, digest }: Publishing,
  change: () => PublicationLine | Promise<PublicationLine>,
): Promise<Published> {
  return inTurn(desk, async () => {
    const start = performance.now();
    const approval = getApproval(desk, by, digest);
    const publication = await change();
    if (approval) desk.requests.change(approval, { state: 'done' });
    await desk.held.refresh();
    const { pages, drawn } = await desk
      .publish(describeAct(by, '公布', publication))
      .catch((error: unknown) => {
        throw notDrawn(error);
      });
    const site = desk.site();
    const path = publication.page ?? standardPath(publication.slug).slice(1);
    const url = site === null ? null : new URL(path, site).href;
    return { publication, url, pages, drawn, ms: Math.round(performance.now() - start) };
  });
}

const notDrawn = (error: unknown): Refusal =>
  new Refusal(
    503,
    {
      zh: `标准库已经改好，网站没有做成：${error instanceof Error ? error.message : String(error)}`,
      en: `The library is changed; the site was not made: ${error instanceof Error ? error.message : String(error)}`,
    },
    {
      zh: '不用再办一次：这件事列在“最近公布”里，可以撤回；下一次公布或重新打开编写台时，网站会补上。请管理员看编写台的窗口。',
      en: 'Do not do it again: it is listed under Recently published, where it can be undone. The site follows with the next publication, or once the desk is opened anew.',
    },
  );

/** Who published or took back what, as the release tells it: `王编辑 (wang)`, `公布 DB9902/T 12—2023 冷链……`. */
export function describeAct(
  { name, user }: Person,
  done: '公布' | '撤回',
  { number, title }: PublicationLine,
): SiteAct {
  return { by: name === user ? user : `${name} (${user})`, why: `${done} ${number} ${title}` };
}

const turns = new WeakMap<Desk, Promise<unknown>>();

/** Does something when all that was begun before is over. */
export function inTurn<T>(desk: Desk, work: () => Promise<T>): Promise<T> {
  const before = turns.get(desk) ?? Promise.resolve();
  const done = before.then(work, work);
  turns.set(
    desk,
    done.catch(() => undefined),
  );
  return done;
}
