import type { Drawer } from '#publish/application/drawer.ts';
import type { Application } from '#publish/application/open.ts';
import type { DeskBundle } from './bundle.ts';
import type { Drafts } from './drafts.ts';
import type { HeldLibrary } from './held-library.ts';
import type { AuditLog } from './audit/log.ts';
import type { TrustedProxy } from './people.ts';
import type { Publications } from './publications.ts';
import type { Requests } from './requests.ts';
import type { OnDeskStage } from './stages.ts';
import type { Sessions } from './sessions.ts';

/** What a publication of the site did. */
export interface SiteChange {
  readonly pages: number;
  readonly drawn: number;
}

/** Who has the site published, and why: kept with the release. */
export interface SiteAct {
  readonly by: string;
  readonly why: string;
}

export interface DeskOptions {
  /** The library's folder. */
  readonly library: string;
  /** Where compiled standards are kept, where not in the project's own cache. */
  readonly cache?: string;
  /** Where drafts, sessions and what undoes publications are kept: nothing else has them. */
  readonly keep: string;
  /** Names by which the desk may be asked for: `127.0.0.1:4330`. */
  readonly hosts: () => readonly string[];
  readonly bundle: DeskBundle;
  /** What pages are drawn with; asked for when the first is to be drawn. */
  readonly application: () => Promise<Application>;
  /** Address of the live site, with its final slash; null where none is served. */
  readonly site: () => string | null;
  /** Brings the site up to date with the library. */
  readonly publish: (act: SiteAct) => Promise<SiteChange>;
  /** Where a proxy says who somebody is; without one the desk is one person's. */
  readonly proxy?: TrustedProxy;
  /** The file in which the heads of the log are kept: beside the log, where nothing else is said. */
  readonly heads?: string;
  /** Milliseconds. */
  readonly now?: () => number;
  readonly onStage?: OnDeskStage;
}

/** What the routes of a desk work with. */
export interface Desk extends DeskOptions {
  readonly held: HeldLibrary;
  readonly drafts: Drafts;
  readonly publications: Publications;
  readonly requests: Requests;
  readonly audit: AuditLog;
  readonly sessions: Sessions;
  readonly drawer: () => Promise<Drawer>;
}
