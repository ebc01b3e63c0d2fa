import type { Hono } from 'hono';
import { nameAct, writeAuditCsv } from '../audit/names.ts';
import type { AuditShown } from '../client/shapes.ts';
import type { Desk } from '../context.ts';
import { guardPerson } from '../guard.ts';
import type { DeskEnvironment } from '../guard.ts';

/** Entries of the log that a page shows. */
const most = 500;

/** The log: the newest first, whether it is whole, and all of it as a table. */
export function addAuditRoutes(app: Hono<DeskEnvironment>, { audit, ...desk }: Desk): void {
  app.get('/api/log', (context) => {
    const lines = audit.list();
    const shown: AuditShown = {
      head: audit.head,
      faults: audit.check().map(({ message }) => message),
      count: lines.length,
      lines: lines
        .slice(-most)
        .toReversed()
        .map(({ n, at, name, act, of, title, digest, remark }) => ({
          n,
          at,
          name,
          act: nameAct(act),
          of,
          title,
          digest,
          remark,
        })),
    };
    return context.json(shown);
  });
  app.get('/log.csv', guardPerson({ audit, ...desk }), (context) =>
    context.body(writeAuditCsv(audit.list()), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="desk-log.csv"; filename*=UTF-8''${encodeURIComponent('编写台日志.csv')}`,
    }),
  );
}
