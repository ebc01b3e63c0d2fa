import { ask, Away, Refused, tell } from './api.ts';
import type { DraftReading, DraftWhole, Problem } from './shapes.ts';

/** How the text stands to what the desk has kept. */
export type SaveState =
  | { readonly kind: 'saved'; readonly at: number }
  | { readonly kind: 'saving' }
  | { readonly kind: 'away' }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** A pause in typing after which the text is kept. */
const pauseMs = 350;
const retryMs = 2000;

interface Kept {
  readonly text: string;
  readonly revision: number;
}

const keyOf = (id: string): string => `biaolian-desk ${id}`;

/** What this browser has of a draft and the desk may not. */
function readKept(id: string): Kept | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(id)) ?? 'null') as Kept | null;
    return kept ?? undefined;
  } catch {
    return undefined;
  }
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
  findUnsaved(): { readonly text: string; readonly isAside: boolean } | undefined {
    const kept = readKept(this.id);
    if (!kept || kept.text === this.text) return undefined;
    return { text: kept.text, isAside: kept.revision !== this.revision };
  }

  /** Whether all is at the desk. */
  get isClean(): boolean {
    return this.text === this.keptText;
  }

  change(text: string): void {
    if (text === this.text) return;
    this.text = text;
    try {
      localStorage.setItem(keyOf(this.id), JSON.stringify({ text, revision: this.revision }));
    } catch {
      // No room in the browser: the desk has it in a moment.
    }
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

  /** Takes what the desk has. */
  async takeTheirs(): Promise<DraftWhole> {
    const whole = await ask<DraftWhole>(`/api/drafts/${this.id}`);
    this.forget();
    this.text = whole.text;
    this.keptText = whole.text;
    this.revision = whole.reading.revision;
    return whole;
  }

  /** Puts the text of this window over what the desk has. */
  async keepMine(): Promise<void> {
    const whole = await ask<DraftWhole>(`/api/drafts/${this.id}`);
    this.revision = whole.reading.revision;
    this.keptText = whole.text;
    await this.flush();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.isStopped = true;
  }

  private async save(): Promise<void> {
    const { text, revision } = this;
    this.timer = undefined;
    this.onState({ kind: 'saving' });
    try {
      const reading = await tell<DraftReading>(`/api/drafts/${this.id}`, { text, revision }, 'PUT');
      this.revision = reading.revision;
      this.keptText = text;
      if (this.text === text) this.forget();
      this.onState({ kind: 'saved', at: reading.saved });
      this.onReading(reading, text);
    } catch (error) {
      if (error instanceof Refused && error.status === 409)
        return this.onState({ kind: 'conflict' });
      if (error instanceof Refused) this.onState({ kind: 'refused', problem: error.problem });
      else if (error instanceof Away) this.onState({ kind: 'away' });
      else throw error;
      this.timer = setTimeout(() => void this.flush(), retryMs);
    }
  }

  private forget(): void {
    try {
      localStorage.removeItem(keyOf(this.id));
    } catch {
      // Storage may be switched off.
    }
  }
}
