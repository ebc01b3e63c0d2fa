import { anchors } from './anchors.ts';
import { bounds } from './bounds.ts';
import type { Given } from './draft.ts';
import { cellLimits } from './cell-limits.ts';
import { exhibits } from './exhibits.ts';
import { findings } from './findings.ts';
import { foreword } from './foreword.ts';
import { frontMatter } from './front-matter.ts';
import { labels } from './labels.ts';
import { lostAnchors } from './lost-anchors.ts';
import { modals } from './modals.ts';
import { numbering } from './numbering.ts';
import { outline } from './outline.ts';
import { startPasses } from './pass.ts';
import { provisions } from './provisions.ts';
import { references } from './references.ts';
import { runs } from './runs.ts';
import { terms } from './terms.ts';
import { tree } from './tree.ts';
import { unsafe } from './unsafe.ts';

/** How a text is read, in order. Findings come in this order, too. */
export const passes = startPasses<Given>()
  .next(bounds)
  .next(frontMatter)
  .next(tree)
  .next(outline)
  .next(foreword)
  .next(numbering)
  .next(unsafe)
  .next(runs)
  .next(anchors)
  .next(exhibits)
  .next(cellLimits)
  .next(labels)
  .next(modals)
  .next(provisions)
  .next(references)
  .next(lostAnchors)
  .next(terms)
  .next(findings);
