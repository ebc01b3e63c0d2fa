import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readIfThere } from '#library/files.ts';
import { writeAtomically } from '#library/write-atomically.ts';
import { requestKinds } from './client/shapes.ts';
import type { RequestKind, RequestState } from './client/shapes.ts';
import { Refusal } from './refusal.ts';
import type { OnDeskStage } from './stages.ts';

/** A change of the library that somebody asks another to approve. */
export interface PublicationRequest {
  readonly id: string;
  readonly kind: RequestKind;
  /** The draft, the standard or the project that it is about. */
  readonly subject: string;
  /** What the act was told, as the page sent it; null of a draft. */
  readonly asked: unknown;
  readonly number: string;
  readonly title: string;
  /** Of the change as it was shown to who asked: what is approved is this and nothing else. */
  readonly digest: string;
  readonly by: string;
  readonly byName: string;
  readonly at: number;
  readonly remark: string;
  /** Those who wrote what is asked for: none of them can approve it. */
  readonly writers: readonly string[];
  readonly state: RequestState;
  readonly decidedBy?: string;
  readonly decidedName?: string;
  readonly decidedAt?: number;
  /** What was said to it. */
  readonly answer?: string;
}

const idShape = /^[0-9a-f]{12}$/;

/** What was asked for at a desk, and what became of it, a file each. */
export class Requests {
  private readonly folder: string;
  private readonly onStage: OnDeskStage;

  constructor(keep: string, onStage: OnDeskStage) {
    this.folder = join(keep, 'requests');
    this.onStage = onStage;
    mkdirSync(this.folder, { recursive: true });
  }

  /** All, the last asked for first. */
  list(): readonly PublicationRequest[] {
    return readdirSync(this.folder)
      .flatMap((name) => this.find(name.replace(/\.json$/, '')) ?? [])
      .sort((a, b) => b.at - a.at);
  }

  /**
   * A request by its id.
   *
   * @throws {Refusal} where there is none
   */
  read(id: string): PublicationRequest {
    const found = this.find(id);
    if (!found) throw noRequest();
    return found;
  }

  add(facts: Omit<PublicationRequest, 'id' | 'at' | 'state'>): PublicationRequest {
    const id = randomBytes(6).toString('hex');
    const made: PublicationRequest = { ...facts, id, at: Date.now(), state: 'waiting' };
    this.write(made);
    this.onStage('request-made');
    return made;
  }

  change(
    request: PublicationRequest,
    change: Pick<PublicationRequest, 'state'> & Partial<PublicationRequest>,
  ): PublicationRequest {
    const changed = { ...request, ...change };
    this.write(changed);
    this.onStage('request-decided');
    return changed;
  }

  private write(request: PublicationRequest): void {
    writeAtomically(join(this.folder, `${request.id}.json`), JSON.stringify(request));
  }

  private find(id: string): PublicationRequest | undefined {
    if (!idShape.test(id)) return undefined;
    try {
      const bytes = readIfThere(join(this.folder, `${id}.json`));
      const found = JSON.parse(bytes?.toString() ?? 'null') as PublicationRequest | null;
      return found && requestKinds.includes(found.kind) ? found : undefined;
    } catch {
      return undefined;
    }
  }
}

const noRequest = (): Refusal =>
  new Refusal(404, { zh: '没有这项送审。', en: 'There is no such request.' });
