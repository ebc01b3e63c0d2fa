/** What a library knows of a standard beyond its own files. */
export interface StandingFacts {
  /** The status of the day: 现行, 被代替 … */
  readonly status: string;
  /** Numbers of what replaced the whole of it. */
  readonly successors: readonly string[];
  /** The address of its page; absent where the site has none of its own. */
  readonly address?: string | undefined;
}
