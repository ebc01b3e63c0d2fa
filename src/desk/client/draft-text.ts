import type { Diagnostic as Mark } from '@codemirror/lint';
import type { EditorView } from '@codemirror/view';
import type { Diagnostic, Fix } from '#core/model/diagnostic.ts';
import { splitText } from './split-text.ts';
import { goTo } from './text-editor.ts';
import { say, t } from './words.ts';

/** The text of a draft as two pieces: the facts before it, which the form writes, and the body in the editor. */
export class DraftText {
  /** Front matter with its lines of `---`. */
  head: string;
  private readonly first: string;
  private readonly name: string;
  private view: EditorView | undefined;

  constructor(text: string, language: 'zh' | 'en') {
    this.name = language === 'en' ? '/index.en.md' : '/index.md';
    const { head, body } = splitText(toLines(text));
    this.head = head;
    this.first = body;
  }

  /** The editor that the body is in from now on. */
  set editor(view: EditorView) {
    this.view = view;
  }

  get body(): string {
    return this.view ? this.view.state.doc.toString() : this.first;
  }

  get whole(): string {
    return this.head + this.body;
  }

  /** Lines of the front matter: a finding counts them, the editor does not. */
  get headLines(): number {
    return this.head.split('\n').length - 1;
  }

  replace(text: string): void {
    const { head, body } = splitText(toLines(text));
    this.head = head;
    this.view?.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: body } });
  }

  /** Applies changes that count in the whole text. */
  apply(changes: readonly Fix[]): void {
    const { length } = this.head;
    const inHead = changes.filter(({ end }) => end <= length).toSorted((a, b) => b.start - a.start);
    for (const { start, end, text } of inHead) {
      this.head = this.head.slice(0, start) + text + this.head.slice(end);
    }
    this.view?.dispatch({
      changes: changes
        .filter(({ start }) => start >= length)
        .map(({ start, end, text }) => ({ from: start - length, to: end - length, insert: text })),
    });
  }

  /** Whether a file is this text. */
  holds(file: string): boolean {
    return file.endsWith(this.name);
  }

  /** Where a finding stands in the body; undefined of one in the front matter or in another file. */
  spanOf({ file, range }: Diagnostic): { readonly from: number; readonly to: number } | undefined {
    if (!this.holds(file) || range.start.line <= this.headLines) return undefined;
    const from = this.offsetOf(range.start);
    return { from, to: Math.max(this.offsetOf(range.end), from) };
  }

  /** What the place of a finding is called. */
  place(finding: Diagnostic): string {
    const { line } = finding.range.start;
    return this.spanOf(finding) ? t('line', { n: line - this.headLines }) : t('inFacts');
  }

  /** The key of the front matter that a finding is at. */
  keyOf({ message, range }: Diagnostic): string {
    // A key that is missing stands nowhere; its finding names it behind the name of its field.
    const named = /^“[^”]+”（(\w+)[\w.]*）：/.exec(message.zh)?.[1];
    if (named !== undefined) return named;
    const above = this.head.split('\n').slice(0, range.start.line);
    return /^\w+/.exec(above.findLast((each) => /^\w+:/.test(each)) ?? '')?.[0] ?? 'number';
  }

  /** Goes to a line of the whole text; false where that is not in the body. */
  goToLine(line: number): boolean {
    if (!this.view || line <= this.headLines) return false;
    goTo(this.view, this.offsetOf({ line, column: 1 }));
    return true;
  }

  /** Findings as marks of the editor. */
  markAll(
    findings: readonly Diagnostic[],
    onFix: (finding: Diagnostic, fix: Fix) => void,
  ): readonly Mark[] {
    return findings
      .flatMap((finding): readonly Mark[] => {
        const span = this.spanOf(finding);
        const { severity, message, hint, fix } = finding;
        if (!span) return [];
        const text = hint ? `${say(message)}\n${say(hint)}` : say(message);
        const actions = fix && [{ name: t('fix'), apply: () => onFix(finding, fix) }];
        return [{ ...span, severity, message: text, ...(actions && { actions }) }];
      })
      .sort((a, b) => a.from - b.from);
  }

  private offsetOf({ line, column }: Diagnostic['range']['start']): number {
    const doc = this.view?.state.doc;
    if (!doc) return 0;
    const found = doc.line(Math.min(Math.max(line - this.headLines, 1), doc.lines));
    return Math.min(found.from + column - 1, found.to);
  }
}

/** As the desk counts: every line ends alike, and nothing stands before the first. */
const toLines = (text: string): string => text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
