import type { Draft } from './draft.ts';

/** One step of reading: what it needs of the draft, and what it adds. Findings go to the draft's report. */
export interface Pass<Reads extends keyof Draft, Adds extends keyof Draft> {
  readonly name: string;
  readonly reads: readonly Reads[];
  readonly adds: readonly Adds[];
  readonly run: (draft: Pick<Draft, Reads>) => Pick<Draft, Adds>;
}

/** Returns a pass as it is written; its work sees what it `reads` and nothing else, and gives all that it `adds`. */
export function definePass<Reads extends keyof Draft, Adds extends keyof Draft = never>(
  pass: Pass<Reads, Adds>,
): Pass<Reads, Adds> {
  return pass;
}

/** Passes in their order, from a draft with what is given to one that has all they add. */
export interface Passes<Given, Has> {
  readonly list: readonly Pick<Pass<keyof Draft, keyof Draft>, 'name' | 'reads' | 'adds'>[];
  readonly run: (draft: Given) => Has;
  /** The same and one pass more. What it reads has to be there; what it adds must not: each fact is found once. */
  readonly next: <Reads extends keyof Draft, Adds extends Exclude<keyof Draft, keyof Has>>(
    pass: Pick<Pass<Reads, Adds>, 'name' | 'reads' | 'adds'> & {
      readonly run: (draft: Has) => Pick<Draft, Adds>;
    },
  ) => Passes<Given, Has & Pick<Draft, Adds>>;
}

/** Returns a list of passes with none in it. */
export function startPasses<Given>(): Passes<Given, Given> {
  return extendPasses<Given, Given>([], (draft) => draft);
}

function extendPasses<Given, Has>(
  list: Passes<Given, Has>['list'],
  run: Passes<Given, Has>['run'],
): Passes<Given, Has> {
  return {
    list,
    run,
    next: (pass) =>
      extendPasses([...list, pass], (given) => {
        const draft = run(given);
        return { ...draft, ...pass.run(draft) };
      }),
  };
}
