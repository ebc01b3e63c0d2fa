/** What somebody wrote to explain a hosted standard, in one language: Markdown that is drawn with care (`renderNotice`). */
export interface GuideText {
  /** Before the text. */
  readonly intro: string;
  /** By the ids of clauses. */
  readonly notes: Readonly<Record<string, string>>;
}
