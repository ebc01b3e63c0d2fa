import { readFileSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import type { Hono } from 'hono';
import { projectRoot } from '#library/code-digest.ts';
import { isRegularFile } from '#library/figures.ts';
import { staticFolder } from '#publish/application/facts.ts';
import type { Desk } from '../context.ts';
import { giveSession, guardPerson, hasSession } from '../guard.ts';
import type { DeskEnvironment } from '../guard.ts';
import { findLocalPerson } from '../people.ts';
import { writeDeskPage, writeNotePage } from '../page.ts';
import { noDraft, Refusal } from '../refusal.ts';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.png': 'image/png',
};

const asLong = 'public, max-age=31536000, immutable';

/** The page of the desk, its files. */
export function addPageRoutes(app: Hono<DeskEnvironment>, desk: Desk): void {
  const { bundle, sessions } = desk;
  const icons = readFileSync(join(projectRoot, 'src/site/icons.svg'), 'utf8');
  const inside = guardPerson(desk);

  app.get('/assets/:digest/:name', (context) => {
    const name = context.req.param('name');
    const bytes = { 'desk.js': bundle.script, 'desk.css': bundle.style }[name];
    if (!bytes) throw new Refusal(404, { zh: '没有这个文件。', en: 'There is no such file.' });
    return context.body(Buffer.from(bytes), 200, {
      'Content-Type': types[extname(name)] ?? 'text/plain',
      'Cache-Control': asLong,
    });
  });

  const shell = (nonce: string): string => writeDeskPage({ digest: bundle.digest, nonce, icons });
  app.get('/log', inside, (context) => context.html(shell(context.get('nonce'))));
  if (desk.proxy) app.get('/', inside, (context) => context.html(shell(context.get('nonce'))));
  app.get('/', (context) => {
    const token = context.req.query('token');
    if (token !== undefined) {
      const session = sessions.exchange(token);
      if (session !== undefined) {
        const { user: who, name } = findLocalPerson();
        desk.audit.append({ who, name, act: 'signed-in' });
        giveSession(context, session);
      } else if (!hasSession(context, sessions)) {
        return context.html(writeNotePage(bundle.digest, usedToken.what, usedToken.todo), 401);
      }
      return context.redirect('/', 303);
    }
    if (!hasSession(context, sessions)) {
      return context.html(writeNotePage(bundle.digest, outside.what, outside.todo), 401);
    }
    return context.html(shell(context.get('nonce')));
  });
  app.get('/drafts/:id/en', inside, (context) => {
    if (desk.drafts.read(context.req.param('id')).english === null) throw noDraft();
    return context.html(shell(context.get('nonce')));
  });
  app.get('/drafts/:id', inside, (context) => {
    desk.drafts.read(context.req.param('id'));
    return context.html(shell(context.get('nonce')));
  });

  // Styles and fonts of the site: nothing in them is of one library.
  const sendStatic = async (path: string): Promise<Response> => {
    const statics = join((await desk.application()).folder, staticFolder);
    const file = join(statics, normalize(path));
    if (!file.startsWith(statics) || !isRegularFile(file)) {
      throw new Refusal(404, { zh: '没有这个文件。', en: 'There is no such file.' });
    }
    return new Response(readFileSync(file), {
      headers: {
        'Content-Type': types[extname(file)] ?? 'application/octet-stream',
        'Cache-Control': path.startsWith('/_astro/') ? asLong : 'no-cache',
      },
    });
  };
  app.get('/_astro/:name', (context) => sendStatic(context.req.path));
  app.get('/favicon.svg', (context) => sendStatic(context.req.path));
}

const usedToken = {
  what: { zh: '这个地址已经用过。', en: 'This address has been used.' },
  todo: {
    zh: '一个地址只能打开一次。到运行 npm run desk 的窗口按回车，会给出新的地址。',
    en: 'An address opens once. Press Enter in the window that runs npm run desk for a new one.',
  },
};

const outside = {
  what: {
    zh: '编写台没有登录，或者登录已过期。',
    en: 'You are not signed in to the desk, or no longer.',
  },
  todo: usedToken.todo,
};
