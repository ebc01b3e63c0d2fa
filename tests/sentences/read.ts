import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** One labelled text; what the labels mean: README.md beside. */
export interface LabelledText {
  readonly id: string;
  readonly class: string;
  readonly text: string;
}

export const halves = ['open', 'kept'] as const;
export type Half = (typeof halves)[number];

/** A set of labelled texts; `kept` is the half that authors of detectors do not read. */
export function readSet(
  name: 'provisions' | 'limits' | 'references',
  half: Half,
): readonly LabelledText[] {
  const file = half === 'kept' ? `kept/${name}.yaml` : `${name}.yaml`;
  return parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as LabelledText[];
}

/** How many were found rightly, found though not there, and not found. */
export interface Tally {
  right: number;
  false: number;
  missed: number;
}

export class Tallies {
  readonly byClass = new Map<string, Tally>();

  add(name: string, found: readonly string[], wanted: readonly string[]): void {
    const left = [...found];
    let right = 0;
    for (const each of wanted) {
      const at = left.indexOf(each);
      if (at < 0) continue;
      left.splice(at, 1);
      right++;
    }
    for (const key of [name, 'all']) {
      const tally = this.byClass.get(key) ?? { right: 0, false: 0, missed: 0 };
      tally.right += right;
      tally.false += left.length;
      tally.missed += wanted.length - right;
      this.byClass.set(key, tally);
    }
  }

  /** The share of what was found that is right; 1 when nothing was found. */
  precision(name: string): number {
    const { right = 0, false: wrong = 0 } = this.byClass.get(name) ?? {};
    return right + wrong === 0 ? 1 : right / (right + wrong);
  }

  /** The share of what there is that was found; 1 when there is nothing. */
  recall(name: string): number {
    const { right = 0, missed = 0 } = this.byClass.get(name) ?? {};
    return right + missed === 0 ? 1 : right / (right + missed);
  }
}
