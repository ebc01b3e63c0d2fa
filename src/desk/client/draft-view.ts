import type { EditorView } from '@codemirror/view';
import type { Diagnostic, Fix } from '#core/model/diagnostic.ts';
import { ask, hand, tell } from './api.ts';
import { drawBanner } from './banner.ts';
import { fill, h } from './dom.ts';
import { DraftText } from './draft-text.ts';
import { Facts } from './facts.ts';
import { severities, showFindings, weigh } from './findings.ts';
import { showImport } from './import-report.ts';
import { Panes } from './panes.ts';
import { createPreview } from './preview.ts';
import type { Preview } from './preview.ts';
import { openPublishDialog } from './publish-dialog.ts';
import { tellError } from './tell-error.ts';
import { Saver } from './saver.ts';
import type { SaveState } from './saver.ts';
import type { DraftReading, DraftWhole, FormShape } from './shapes.ts';
import { goTo, openEditor, showMarks } from './text-editor.ts';
import { say, sayTime, t } from './words.ts';

interface DraftViewOptions {
  readonly form: FormShape;
  readonly nonce: string;
  /** Goes to another page of the desk. */
  readonly go: (path: string) => void;
}

/** What the addresses of a text at the desk end in. */
const addressOf = ({ id, language }: DraftWhole): string => (language === 'en' ? `${id}/en` : id);

/** Sets facts of a draft from the page of its English text: they stand in the Chinese one. */
async function setChineseFacts(
  id: string,
  facts: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { text: before, reading } = await ask<DraftWhole>(`/api/drafts/${id}`);
  let text = before;
  for (const [key, value] of Object.entries(facts)) {
    ({ text } = await tell<{ readonly text: string }>('/api/value', { text, key, value }));
  }
  await tell(`/api/drafts/${id}`, { text, revision: reading.revision }, 'PUT');
}

/** Below this width the text is a tab among the others. */
const medium = 768;

/** The page of one draft: its text, and beside it what follows from the text. */
export class DraftView {
  readonly element = h('main', { class: 'draft', id: 'main', tabindex: -1 });
  private readonly draft: DraftWhole;
  private reading: DraftReading;
  /** The text that the reading is of. */
  private readText: string;
  private readonly text: DraftText;
  private readonly editor: EditorView;
  private readonly saver: Saver;
  private readonly facts: Facts;
  private readonly preview: Preview;
  private readonly panes = new Panes((pane) => (this.element.dataset['pane'] = pane));
  private readonly state = h('p', { class: 'save-state', role: 'status' });
  private readonly name = h('h1', { class: 'draft-name' });
  private readonly notice = h('div', { class: 'draft-notice' });

  private readonly languages = h('nav', { class: 'draft-texts', 'aria-label': t('texts') });
  private readonly go: (path: string) => void;

  constructor(draft: DraftWhole, { form, nonce, go }: DraftViewOptions) {
    this.draft = draft;
    this.go = go;
    this.reading = draft.reading;
    this.text = new DraftText(draft.text, draft.language);
    this.readText = this.text.whole;
    this.saver = new Saver(
      { ...draft, text: this.readText },
      (state) => this.showState(state),
      (reading, text) => this.take(reading, text),
    );
    this.facts = new Facts(form, (key, value) => void this.setFact(key, value));
    this.preview = createPreview(addressOf(draft), (clause) => this.goToClause(clause));
    this.draw();
    this.editor = openEditor({
      parent: this.panes.body('text'),
      text: this.text.body,
      label: t('editorLabel'),
      language: draft.language,
      nonce,
      onChange: () => this.saver.change(this.text.whole),
      onMove: (line) => this.follow(line),
      anchors: () => this.reading.anchors,
      standards: () => form.pickers['standards'] ?? [],
      onPictures: (files, at) => void this.addPictures(files, at),
    });
    this.text.editor = this.editor;
    this.take(draft.reading, this.readText);
    this.showState({ kind: 'saved', at: draft.reading.saved });
    this.panes.choose(draft.report ? 'import' : innerWidth < medium ? 'text' : 'findings');
    void this.restore();
  }

  /** Whether all that was written is at the desk. */
  get isClean(): boolean {
    return this.saver.isClean;
  }

  close(): void {
    void this.saver.stop();
    this.editor.destroy();
  }

  private draw(): void {
    const onClick = (): void => void this.publish();
    fill(
      this.element,
      h(
        'div',
        { class: 'draft-bar' },
        h('a', { class: 'touch-link back-link', href: '/' }, `← ${t('back')}`),
        this.name,
        this.languages,
        this.state,
        h('button', { type: 'button', class: 'main-button', on: { click: onClick } }, t('publish')),
      ),
      this.notice,
      this.panes.tabList,
      this.panes.element,
    );
    this.panes.body('facts').append(this.facts.element);
    this.panes.body('preview').append(this.preview.element);
    showImport(this.panes.body('import'), this.draft.report, ({ line, text }) => {
      if (!this.findWords(text)) this.text.goToLine(line);
    });
  }

  /** Takes what the desk has read of a text. */
  private take(reading: DraftReading, text: string): void {
    this.reading = reading;
    this.readText = text;
    const { number, title, findings } = reading;
    fill(
      this.name,
      h('span', { class: 'number' }, number || t('noNumber')),
      ' ',
      h('span', {}, title || t('untitled')),
    );
    document.title = `${number} ${title} · ${t('desk')}`;
    const worst = Math.min(...findings.map(weigh));
    this.panes.count('findings', findings.length, severities[worst] ?? 'info');
    showFindings(this.panes.body('findings'), findings, {
      place: (finding) => this.text.place(finding),
      onGo: (finding) => this.goToFinding(finding),
      onFix: (finding, changes) => void this.fix(finding, changes),
      onFixAll: () => void this.fixAll(),
    });
    this.drawLanguages();
    this.facts.show(reading.values);
    if (this.text.whole === text) {
      const fix = (finding: Diagnostic, change: Fix): void => void this.fix(finding, [change]);
      showMarks(this.editor, this.text.markAll(findings, fix));
    }
    void this.preview.refresh();
  }

  /** The texts of the draft, each a page of its own; the English one is begun by a button. */
  private drawLanguages(): void {
    const { id, language, hasEnglish, ownEnglish } = this.draft;
    const begin = async (): Promise<void> => {
      await this.saver.flush();
      try {
        await tell(`/api/drafts/${id}/en`);
        this.go(`/drafts/${id}/en`);
      } catch (error) {
        fill(this.notice, tellError(error));
      }
    };
    const drop = async (): Promise<void> => {
      if (!confirm(t('dropEnAsk'))) return;
      await this.saver.flush();
      try {
        await tell(`/api/drafts/${id}/en/discard`);
        this.go(`/drafts/${id}`);
      } catch (error) {
        fill(this.notice, tellError(error));
      }
    };
    const link = (own: DraftWhole['language'], path: string): HTMLElement => {
      const isHere = own === language;
      const { findingsBeside } = this.reading;
      return h(
        'a',
        { href: path, class: 'touch-link', 'aria-current': isHere ? 'page' : null },
        t(own === 'zh' ? 'textZh' : 'textEn'),
        !isHere && findingsBeside > 0 && h('span', { class: 'tab-count' }, findingsBeside),
      );
    };
    const onClick = (): void => void begin();
    fill(
      this.languages,
      hasEnglish && link('zh', `/drafts/${id}`),
      hasEnglish && link('en', `/drafts/${id}/en`),
      !hasEnglish &&
        h(
          'button',
          { type: 'button', class: 'plain-button', on: { click: onClick } },
          t('beginEn'),
        ),
      language === 'en' &&
        ownEnglish &&
        h(
          'button',
          { type: 'button', class: 'quiet-button', on: { click: () => void drop() } },
          t('dropEn'),
        ),
    );
  }

  private goToFinding(finding: Diagnostic): void {
    const { id, language } = this.draft;
    const isEnglish = finding.file.endsWith('.en.md');
    if (isEnglish !== (language === 'en')) {
      this.go(isEnglish ? `/drafts/${id}/en` : `/drafts/${id}`);
      return;
    }
    const span = this.text.spanOf(finding);
    if (!span) {
      this.panes.choose('facts');
      this.facts.goTo(this.text.keyOf(finding));
      return;
    }
    this.showText();
    goTo(this.editor, span.from, span.to);
  }

  private showText(): void {
    if (innerWidth < medium) this.panes.choose('text');
  }

  private goToClause(id: string): void {
    const line = this.reading.outline.find((each) => each.id === id)?.line;
    if (line !== undefined && innerWidth >= medium) this.text.goToLine(line);
  }

  private findWords(words: string): boolean {
    const sought = words.trim().slice(0, 12);
    const at = sought === '' ? -1 : this.text.body.indexOf(sought);
    if (at < 0) return false;
    this.showText();
    goTo(this.editor, at, at + sought.length);
    return true;
  }

  private follow(line: number): void {
    const at = line + this.text.headLines;
    const clause = this.reading.outline.findLast((each) => each.line <= at && each.line > 0);
    if (clause) this.preview.show(clause.id);
  }

  /** Changes count in the text that was read: the desk reads what is there now before. */
  private async fix(finding: Diagnostic, changes: readonly Fix[]): Promise<void> {
    await this.saver.flush();
    const identity = ({ rule, range, fix }: Diagnostic): string =>
      JSON.stringify([rule, range, fix]);
    const isThere = this.reading.findings.some((each) => identity(each) === identity(finding));
    if (isThere && this.text.whole === this.readText) this.change(changes);
  }

  private async fixAll(): Promise<void> {
    await this.saver.flush();
    if (this.text.whole !== this.readText) return;
    let end = 0;
    const fixes = this.reading.findings
      .filter(({ file }) => this.text.holds(file))
      .flatMap(({ fix }) => fix ?? [])
      .sort((a, b) => a.start - b.start)
      .filter((fix) => {
        const fits = fix.start >= end;
        if (fits) end = fix.end;
        return fits;
      });
    this.change(fixes);
  }

  private change(changes: readonly Fix[]): void {
    this.text.apply(changes);
    this.saver.change(this.text.whole);
    void this.saver.flush();
  }

  private async setFact(key: string, value: unknown): Promise<void> {
    const { text } = await tell<{ readonly text: string }>('/api/value', {
      text: this.text.head || '---\n---\n',
      key,
      value,
    });
    this.text.head = text;
    this.saver.change(this.text.whole);
    await this.saver.flush();
  }

  private async addPictures(files: readonly File[], at: number): Promise<void> {
    for (const file of files) {
      try {
        const address = `/api/drafts/${this.draft.id}/figures?file=${encodeURIComponent(file.name)}`;
        const { name } = await hand<{ readonly name: string }>(address, file);
        const { doc } = this.editor.state;
        const { to } = doc.lineAt(Math.min(at, doc.length));
        const id = `fig-${name.replace(/\.[^.]*$/, '')}`;
        const insert = `\n\n:::figure[${t('pictureTitle')}]{#${id}}\n![](${name})\n:::\n`;
        this.editor.dispatch({ changes: { from: to, insert } });
      } catch (error) {
        fill(this.notice, tellError(error));
      }
    }
  }

  private async publish(): Promise<void> {
    await this.saver.flush();
    await openPublishDialog(this.draft.id, {
      place: (finding) => this.text.place(finding),
      onGo: (finding) => this.goToFinding(finding),
      onIssue: async (issued, implemented) => {
        const facts = { status: null, draftStage: null, issued, implemented };
        if (this.draft.language === 'en') return setChineseFacts(this.draft.id, facts);
        for (const [key, value] of Object.entries(facts)) await this.setFact(key, value);
      },
    });
  }

  private showState(state: SaveState): void {
    this.state.dataset['state'] = state.kind;
    const { kind } = state;
    const said = kind === 'saved' ? `${t('saved')} ${sayTime(state.at)}` : '';
    fill(this.state, kind === 'saving' ? t('saving') : said);
    if (kind === 'saved') fill(this.notice);
    else if (kind === 'conflict') this.askWhich();
    else if (kind === 'gone') this.askBack();
    else if (kind === 'away') {
      fill(this.notice, h('p', { class: 'banner', role: 'alert' }, t('away')));
    } else if (kind === 'refused') {
      const { what, todo } = state.problem;
      const text = h('p', {}, h('strong', {}, say(what)), ' ', todo && say(todo));
      fill(this.notice, h('div', { class: 'banner', role: 'alert' }, text));
    }
  }

  /** Typing that an earlier visit left in this browser. */
  private async restore(): Promise<void> {
    const unsaved = await this.saver.findUnsaved();
    if (!unsaved) return;
    const { text, isAside, drop } = unsaved;
    if (isAside) return this.askWhich(text, drop);
    this.text.replace(text);
    this.saver.change(this.text.whole);
    await this.saver.flush();
    if (this.isClean) drop();
  }

  private askWhich(mine?: string, drop = (): void => undefined): void {
    const takeMine = async (): Promise<void> => {
      if (mine !== undefined) this.text.replace(mine);
      this.saver.change(this.text.whole);
      await this.saver.keepMine();
      if (this.isClean) drop();
    };
    const takeTheirs = async (): Promise<void> => {
      const whole = await this.saver.takeTheirs(mine ?? this.text.whole);
      drop();
      this.text.replace(whole.text);
      this.take(whole.reading, this.text.whole);
      this.showState({ kind: 'saved', at: whole.reading.saved });
    };
    const acts = [
      ['keepMine', takeMine],
      ['takeTheirs', takeTheirs],
    ] as const;
    fill(this.notice, drawBanner('conflictTitle', 'conflictLead', acts));
  }

  private askBack(): void {
    const bring = (): Promise<void> => this.saver.bringBack();
    fill(this.notice, drawBanner('goneTitle', 'goneLead', [['bringBack', bring]]));
  }
}
