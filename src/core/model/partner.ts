import type { Bilingual } from '../base/bilingual.ts';

/** The library of another city, as its `partner.yaml` tells of it. */
export interface PartnerFacts {
  /** The name of its folder, part of addresses. */
  readonly id: string;
  /** The city. */
  readonly name: Bilingual;
  /** A word for labels; the name of the city unless said otherwise. */
  readonly short: Bilingual;
  /** Code of the city, as in the numbers of its local standards: `9903`. */
  readonly code: string;
  /** Where its own library is published. */
  readonly site?: string | undefined;
  readonly licence: string;
  /** The day its library was as it is here. */
  readonly mirrored: string;
  /** SHA-256 of the manifest that was mirrored. */
  readonly manifest?: string | undefined;
  readonly sample: boolean;
}

/** One act by which cities recognise standards of each other (互认). */
export interface Recognition {
  /** Keys of the standards, of whatever city; each holds where the others do. */
  readonly keys: readonly string[];
  readonly since: string;
  /** The first day it does not hold any more. */
  readonly until?: string | undefined;
  readonly ground: Bilingual;
  readonly notice: {
    readonly issuer: string;
    readonly number?: string | undefined;
    readonly title?: string | undefined;
    readonly url?: string | undefined;
  };
}

/** Whether a recognition holds on a day. */
export const holdsOn = (
  { since, until }: Pick<Recognition, 'since' | 'until'>,
  day: string,
): boolean => since <= day && (until === undefined || day < until);
