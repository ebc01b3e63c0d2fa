import type { FieldFault } from '#acts/index.ts';
import type { Bilingual } from '#core/base/bilingual.ts';

export type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 503;

/** A request that is not done: what is the matter, and what to do, for the person at the desk. */
export class Refusal extends Error {
  readonly status: RefusalStatus;
  readonly what: Bilingual;
  readonly todo: Bilingual | undefined;
  /** What the person can add so that it is done. */
  readonly asks: 'number' | undefined;
  /** What is wrong of which field. */
  readonly fields: readonly FieldFault[];

  constructor(
    status: RefusalStatus,
    what: Bilingual,
    todo?: Bilingual,
    asks?: 'number',
    fields: readonly FieldFault[] = [],
  ) {
    super(what.en);
    this.name = 'Refusal';
    this.status = status;
    this.what = what;
    this.todo = todo;
    this.asks = asks;
    this.fields = fields;
  }
}

/** That there is no draft of that id. */
export const noDraft = (): Refusal =>
  new Refusal(
    404,
    { zh: '没有这份稿。', en: 'There is no such draft.' },
    { zh: '回到工作台，从列表里打开。', en: 'Go back to the desk and open it from the list.' },
  );
