import { RangeSetBuilder } from '@codemirror/state';
import { Decoration, MatchDecorator, ViewPlugin } from '@codemirror/view';
import type { DecorationSet, EditorView, ViewUpdate } from '@codemirror/view';

const lineLooks: readonly (readonly [RegExp, Decoration])[] = [
  [/^# /, Decoration.line({ class: 'mark-chapter' })],
  [/^#{2,6}(?: |$)/, Decoration.line({ class: 'mark-clause' })],
  [/^:{3,}/, Decoration.line({ class: 'mark-block' })],
  [/^\|/, Decoration.line({ class: 'mark-table' })],
];

/** Headings, blocks and tables look like what they are. */
const lines = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = lookAtLines(view);
    }
    update(update: ViewUpdate): void {
      if (update.docChanged || update.viewportChanged) this.decorations = lookAtLines(update.view);
    }
  },
  { decorations: ({ decorations }) => decorations },
);

function lookAtLines(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to;) {
      const line = view.state.doc.lineAt(at);
      const look = lineLooks.find(([shape]) => shape.test(line.text));
      if (look) builder.add(line.from, line.from, look[1]);
      at = line.to + 1;
    }
  }
  return builder.finish();
}

/** References and addresses stand back or forth: `[#id]`, `{#id}`, `:name[…]`. */
const matcher = new MatchDecorator({
  regexp: /\[#[^\]\n]{1,80}\]|\{[#.][^}\n]{1,80}\}|:[a-z]+(?=\[)/g,
  decoration: (match) =>
    Decoration.mark({ class: match[0].startsWith('[#') ? 'mark-reference' : 'mark-address' }),
});

const words = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = matcher.createDeco(view);
    }
    update(update: ViewUpdate): void {
      this.decorations = matcher.updateDeco(update, this.decorations);
    }
  },
  { decorations: ({ decorations }) => decorations },
);

export const markupLooks = [lines, words];
