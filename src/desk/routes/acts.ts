import type { Hono } from 'hono';
import { z } from 'zod';
import {
  planAmend,
  planConfirm,
  planCorrect,
  planRenumber,
  planRevise,
  planTransfer,
  planWithdraw,
} from '#acts/index.ts';
import type { ActPlan } from '#acts/index.ts';
import type { Library } from '#library/open.ts';
import { performAct, showAct } from '../acting.ts';
import { correctClause, nameClause, readClauseTexts, replaceClauses } from '../clause-texts.ts';
import { standardActs } from '../client/shapes.ts';
import type { ActAsked, ClauseText } from '../client/shapes.ts';
import type { Desk } from '../context.ts';
import type { DeskEnvironment } from '../guard.ts';
import type { PublicationFacts } from '../publications.ts';
import { Refusal } from '../refusal.ts';
import { printWords } from '../printed-words.ts';
import { mostText, readJson } from './bodies.ts';

const word = z
  .string()
  .trim()
  .max(500)
  .transform((value) => value.replaceAll(/\s+/g, ' '));
const id = z.string().max(300);
/** An act as the page asks for it. */
export const actAsked = z.strictObject({
  act: z.enum(standardActs),
  slug: id,
  on: word,
  number: word.optional(),
  from: word.optional(),
  reason: word.optional(),
  by: word.optional(),
  reviewed: word.optional(),
  issuer: word.optional(),
  clause: id.optional(),
  wrong: word.optional(),
  right: word.optional(),
  changes: z
    .array(z.strictObject({ clause: id, text: z.string().max(mostText) }))
    .max(500)
    .optional(),
});

/** Acts on standards of the library: what each would change, and doing it. */
export function addActRoutes(app: Hono<DeskEnvironment>, desk: Desk): void {
  app.get('/api/clauses/:slug', (context) => {
    const { slug } = getStandard(desk.held.library(), context.req.param('slug'));
    const { clauses } = readClauseTexts(desk.held.library(), slug);
    return context.json(
      clauses.map(({ id: own, label, title, text }): ClauseText => ({
        id: own,
        label,
        title,
        text,
      })),
    );
  });
  app.post('/api/acts/plan', async (context) => {
    const given = await readJson(context.req, actAsked);
    return context.json(
      await showAct(desk, planAct(desk.held.library(), given), context.get('person')),
    );
  });
  app.post('/api/acts/do', async (context) => {
    const shape = z.strictObject({ asked: actAsked, digest: z.string().max(64) });
    const { asked: given, digest } = await readJson(context.req, shape);
    const published = await performAct(
      desk,
      { by: context.get('person'), digest },
      () => planAct(desk.held.library(), given),
      () => getStandard(desk.held.library(), given.slug),
    );
    return context.json(published);
  });
}

/** What an act would change. */
export function planAct(library: Library, given: ActAsked): ActPlan {
  const { slug, on, number, from, reason, by, reviewed, issuer } = given;
  const { number: own } = getStandard(library, slug);
  const said = (text: string | undefined): string | undefined => text || undefined;
  switch (given.act) {
    case 'revise':
      return planRevise(library, own, { on, number: said(number) });
    case 'amend':
      return planAmend(library, own, { on, implemented: from ?? '', text: amend(library, given) });
    case 'correct':
      return planCorrect(library, own, { on, ...correct(library, given) });
    case 'confirm':
      return planConfirm(library, own, { on });
    case 'withdraw':
      return planWithdraw(library, own, {
        on,
        from: said(from),
        reason: reason ?? '',
        by: said(by),
        reviewed: said(reviewed),
      });
    case 'renumber':
      return planRenumber(library, own, number ?? '', { on });
    case 'transfer':
      return planTransfer(library, own, number ?? '', { on, issuer: issuer ?? '' });
  }
}

function amend(library: Library, { slug, changes = [] }: ActAsked): string {
  if (changes.length === 0) throw noClause();
  return replaceClauses(readClauseTexts(library, slug), changes);
}

function correct(
  library: Library,
  { slug, clause = '', wrong = '', right = '' }: ActAsked,
): { readonly text: string; readonly note: string; readonly noteEn: string } {
  const source = readClauseTexts(library, slug);
  const text = correctClause(source, clause, wrong, right);
  const name = nameClause(source, clause);
  const [was, is] = [printWords(wrong), printWords(right)];
  return {
    text,
    note: is === '' ? `${name}：删去“${was}”。` : `${name}：“${was}”更正为“${is}”。`,
    noteEn:
      is === '' ? `${name}: "${was}" is deleted.` : `${name}: "${was}" is corrected to "${is}".`,
  };
}

/**
 * A standard of the library, as a publication names it.
 *
 * @throws {Refusal} where there is none
 */
export function getStandard(library: Library, slug: string): PublicationFacts {
  const row = library.rows.find((each) => each.slug === slug);
  if (!row) throw new Refusal(404, { zh: '没有这项标准。', en: 'There is no such standard.' });
  return { number: row.number, slug, title: row.meta.title };
}

const noClause = (): Refusal =>
  new Refusal(
    422,
    { zh: '没有选要改哪几条，没有改动。', en: 'No clause was chosen; nothing was changed.' },
    {
      zh: '选一条，按“改这一条”，在下面改字。',
      en: 'Choose a clause, press "Change this clause", and change its words.',
    },
  );
