/** What people say, and the words of texts that they may mean, the likeliest first: a line of `vocabulary/everyday.yaml` or `english.yaml`. */
export interface SaidWords {
  readonly say: readonly string[];
  readonly text: readonly string[];
}
