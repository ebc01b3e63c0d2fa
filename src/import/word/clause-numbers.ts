/** Numbers of clauses as the library will print them, beside those that a draft has typed. */
export class ClauseNumbers {
  private path: number[] = [];
  private annex = 0;

  /** Counts a clause of a depth; its number as it will be printed. */
  count(depth: number): string {
    while (this.path.length < depth) this.path.push(0);
    this.path.length = depth;
    this.path[depth - 1] = (this.path[depth - 1] ?? 0) + 1;
    return this.print();
  }

  /** Begins the next annex; its letter. */
  countAnnex(): string {
    this.annex += 1;
    this.path = [0];
    return letterOf(this.annex);
  }

  /** Whether a typed number may be that of the next clause, or of one a few later: no year, no amount. */
  isPlausible(typed: string): boolean {
    const steps = typed.replace(/\s/g, '').split(/[.．]/);
    const [first = ''] = steps;
    const top = this.annex > 0 ? letterOf(this.annex) : String(this.path[0] ?? 0);
    if (steps.length === 1) {
      const number = Number(first);
      return this.annex === 0 && number > Number(top) && number <= Number(top) + 2;
    }
    if (first !== top) return false;
    const known = this.path.slice(1, steps.length - 1).map(String);
    const isInside =
      known.length === steps.length - 2 && known.every((step, at) => step === steps[at + 1]);
    const last = Number(steps.at(-1));
    const before = this.path[steps.length - 1] ?? 0;
    return isInside && last > before && last <= before + 3;
  }

  private print(): string {
    const [chapter = 0, ...rest] = this.path;
    const top = this.annex > 0 ? letterOf(this.annex) : String(chapter);
    return [top, ...rest].join('.');
  }
}

const letterOf = (annex: number): string => String.fromCharCode(64 + annex);
