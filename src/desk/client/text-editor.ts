import { autocompletion, completionKeymap } from '@codemirror/autocomplete';
import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { lintGutter, setDiagnostics } from '@codemirror/lint';
import type { Diagnostic as Mark } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap } from '@codemirror/view';
import { markupLooks } from './markup-looks.ts';

export interface EditorOptions {
  readonly parent: HTMLElement;
  readonly text: string;
  readonly label: string;
  readonly language: 'zh' | 'en';
  readonly nonce: string;
  readonly onChange: (text: string) => void;
  /** Told of the line of the cursor, from 1. */
  readonly onMove: (line: number) => void;
  /** Ids that `[#…]` can name. */
  readonly anchors: () => readonly {
    readonly id: string;
    readonly label: string;
    readonly title: string;
  }[];
  /** Numbers of standards with their titles. */
  readonly standards: () => readonly { readonly value: string; readonly zh: string }[];
  /** Told of pictures that were dropped or pasted, and where. */
  readonly onPictures: (files: readonly File[], at: number) => void;
}

/** The editor of a text: CodeMirror, with what a standard needs. */
export function openEditor(options: EditorOptions): EditorView {
  const isPicture = (file: File): boolean => file.type.startsWith('image/');
  const takePictures = (list: FileList | undefined, at: number): boolean => {
    const files = [...(list ?? [])].filter(isPicture);
    if (files.length > 0) options.onPictures(files, at);
    return files.length > 0;
  };
  return new EditorView({
    parent: options.parent,
    state: EditorState.create({
      doc: options.text,
      extensions: [
        EditorView.cspNonce.of(options.nonce),
        history(),
        drawSelection(),
        highlightActiveLine(),
        highlightSelectionMatches(),
        EditorView.lineWrapping,
        EditorState.phrases.of(phrases),
        markupLooks,
        lintGutter(),
        autocompletion({
          override: [completeAnchors(options), completeNumbers(options)],
          icons: false,
        }),
        keymap.of([...completionKeymap, ...historyKeymap, ...searchKeymap, ...defaultKeymap]),
        EditorView.contentAttributes.of({
          'aria-label': options.label,
          lang: options.language === 'en' ? 'en' : 'zh-CN',
          spellcheck: 'false',
          tabindex: '0',
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) options.onChange(update.state.doc.toString());
          if (update.selectionSet || update.docChanged) {
            options.onMove(update.state.doc.lineAt(update.state.selection.main.head).number);
          }
        }),
        EditorView.domEventHandlers({
          drop: (event, view) => {
            const at =
              view.posAtCoords({ x: event.clientX, y: event.clientY }) ?? view.state.doc.length;
            const took = takePictures(event.dataTransfer?.files, at);
            if (took) event.preventDefault();
            return took;
          },
          paste: (event, view) =>
            takePictures(event.clipboardData?.files, view.state.selection.main.head),
        }),
      ],
    }),
  });
}

/** Shows findings at their words. */
export function showMarks(view: EditorView, marks: readonly Mark[]): void {
  view.dispatch(setDiagnostics(view.state, [...marks]));
}

/** Goes to a line, from 1, and chooses the word there where its end is given. */
export function goTo(view: EditorView, from: number, to = from): void {
  const length = view.state.doc.length;
  const [anchor, head] = [Math.min(from, length), Math.min(to, length)];
  view.dispatch({
    selection: { anchor, head },
    effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
  });
  view.focus();
}

function completeAnchors({ anchors }: EditorOptions) {
  return (context: CompletionContext): CompletionResult | null => {
    const found = context.matchBefore(/\[#[\w.-]*/);
    if (!found) return null;
    const closes = context.state.sliceDoc(context.pos, context.pos + 1) === ']';
    return {
      from: found.from + 2,
      options: anchors().map(({ id, label, title }): Completion => ({
        label: id,
        detail: `${label} ${title}`.trim(),
        apply: closes ? id : `${id}]`,
      })),
      validFor: /^[\w.-]*$/,
    };
  };
}

const mostNumbers = 50;

function completeNumbers({ standards }: EditorOptions) {
  return (context: CompletionContext): CompletionResult | null => {
    const found = context.matchBefore(/[A-Z][A-Z0-9/]{1,12}[ \u3000]?[\d.—-]*/);
    if (!found || found.text.length < 2) return null;
    const typed = found.text.replaceAll(/\s/g, '').replaceAll('—', '-');
    const options = standards()
      .filter(({ value }) => value.replaceAll(/\s/g, '').replaceAll('—', '-').startsWith(typed))
      .slice(0, mostNumbers)
      .map(({ value, zh }): Completion => ({ label: value, detail: zh }));
    return options.length > 0 ? { from: found.from, options, filter: false } : null;
  };
}

const phrases = {
  Find: '查找',
  Replace: '替换',
  next: '下一个',
  previous: '上一个',
  all: '全部',
  'match case': '区分大小写',
  regexp: '正则',
  'by word': '整词',
  replace: '替换',
  'replace all': '全部替换',
  close: '关闭',
  Diagnostics: '发现',
};
