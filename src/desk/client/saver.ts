import { ask, Away, Refused, tell } from './api.ts';
import { dropText, findText, keepText } from './kept-texts.ts';
import type { DraftReading, DraftWhole, Problem } from './shapes.ts';

/** How the text stands to what the desk has kept. */
export type SaveState =
  | { readonly kind: 'saved'; readonly at: number }
  | { readonly kind: 'saving' }
  | { readonly kind: 'away' }
  | { readonly kind: 'conflict' }
  /** The draft was laid aside elsewhere. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** A pause in typing after which the text is kept. */
const pauseMs = 350;
const retryMs = 2000;

/** Typing of an earlier visit that the desk never got. */
interface Unsaved {
  readonly text: string;
  /** The desk has gone on since. */
  readonly isAside: boolean;
  /** It is kept elsewhere now. */
  readonly drop: () => void;
}

/**
 * Keeps a text at each pause of typing: at the desk, and until that has it, in the browser. A desk that is away is asked
 * again until it is back.
 */
export class Saver {
  private text: string;
  private revision: number;
  private keptText: string;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | undefined;
  /** What the addresses of the text end in. */
  private readonly id: string;
  private readonly onState: (state: SaveState) => void;
  private readonly onReading: (reading: DraftReading, text: string) => void;
  private isStopped = false;

  constructor(
    draft: DraftWhole,
    onState: (state: SaveState) => void,
    onReading: (reading: DraftReading, text: string) => void,
  ) {
    this.id = draft.language === 'en' ? `${draft.id}/en` : draft.id;
    this.text = draft.text;
    this.keptText = draft.text;
    this.revision = draft.reading.revision;
    this.onState = onState;
    this.onReading = onReading;
  }

  /** Typing of an earlier visit that the desk never got; `isAside` where the desk has gone on since. */
  async findUnsaved(): Promise<Unsaved | undefined> {
    const kept = await findText(this.id);
    if (!kept) return undefined;
    const { text, revision, key } = kept;
    const drop = (): void => dropText(this.id, key);
    if (text === this.keptText) drop();
    return text === this.keptText || this.isStopped
      ? undefined
      : { text, isAside: revision !== this.revision, drop };
  }

  /** Whether all is at the desk. */
  get isClean(): boolean {
    return this.text === this.keptText;
  }

  change(text: string): void {
    if (text === this.text) return;
    this.text = text;
    keepText(this.id, { text, revision: this.revision });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), pauseMs);
  }

  /** Keeps what is not kept yet, now. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    while (this.running) await this.running;
    if (this.isClean || this.isStopped) return;
    this.running = this.save().finally(() => (this.running = undefined));
    await this.running;
    if (!this.isClean && this.timer === undefined)
      this.timer = setTimeout(() => void this.flush(), pauseMs);
  }

  /** Takes what the desk has; what this window has is laid aside. */
  async takeTheirs(mine = this.text): Promise<DraftWhole> {
    const whole = await ask<DraftWhole>(`/api/drafts/${this.id}`);
    if (mine !== whole.text) await this.layAside(mine);
    dropText(this.id);
    this.text = whole.text;
    this.keptText = whole.text;
    this.revision = whole.reading.revision;
    return whole;
  }

  /** Puts the text of this window in the place of what the desk has, which is laid aside. */
  async keepMine(): Promise<void> {
    const whole = await ask<DraftWhole>(`/api/drafts/${this.id}`);
    if (this.text !== whole.text) await this.layAside(whole.text);
    this.revision = whole.reading.revision;
    this.keptText = whole.text;
    await this.flush();
  }

  /** Brings the draft back that was laid aside elsewhere, and goes on. */
  async bringBack(): Promise<void> {
    await tell(`/api/drafts/${this.id.split('/')[0] ?? ''}/back`);
    await this.flush();
  }

  /** Keeps what is not kept yet, for the last time. */
  async stop(): Promise<void> {
    await this.flush();
    clearTimeout(this.timer);
    this.isStopped = true;
  }

  private layAside(text: string): Promise<unknown> {
    return tell(`/api/drafts/${this.id}/aside`, { text });
  }

  private async save(): Promise<void> {
    const { text, revision } = this;
    this.timer = undefined;
    this.onState({ kind: 'saving' });
    try {
      const reading = await tell<DraftReading>(`/api/drafts/${this.id}`, { text, revision }, 'PUT');
      this.revision = reading.revision;
      this.keptText = text;
      if (this.text === text) dropText(this.id);
      else keepText(this.id, { text: this.text, revision: this.revision });
      this.onState({ kind: 'saved', at: reading.saved });
      this.onReading(reading, text);
    } catch (error) {
      if (error instanceof Refused && error.status === 409)
        return this.onState({ kind: 'conflict' });
      if (error instanceof Refused && error.status === 404) return this.onState({ kind: 'gone' });
      if (error instanceof Refused) this.onState({ kind: 'refused', problem: error.problem });
      else if (error instanceof Away) this.onState({ kind: 'away' });
      else throw error;
      this.timer = setTimeout(() => void this.flush(), retryMs);
    }
  }
}
