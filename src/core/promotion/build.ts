import { listRows } from '../checklist/index.ts';
import type { ChecklistRow, StandardFile } from '../checklist/index.ts';
import { compareTexts } from '../compare/index.ts';
import type { Change, ComparableText, Counts } from '../compare/index.ts';
import type { MaybeBilingual } from '../base/bilingual.ts';
import { chooseGravest } from './choose.ts';
import type { GraveReason } from './choose.ts';
import type { PromotionFile } from '../model/promotion.ts';

/** A requirement as promotion and inspection show it. */
export interface PromotedRequirement {
  readonly row: ChecklistRow;
  readonly reasons: readonly GraveReason[];
  readonly say?: MaybeBilingual | undefined;
  readonly check?: MaybeBilingual | undefined;
  readonly evidence?: MaybeBilingual | undefined;
}

export interface Promotion {
  readonly own: PromotionFile;
  /** What became of the requirements of the edition before; absent where that is not here. */
  readonly counts?: Counts;
  /** Requirements that are new, tighter, looser or gone, in the order of the text; a few. */
  readonly changes: readonly Change[];
  /** Sentences of the scope that say whom it is for. */
  readonly who: readonly string[];
  /** At most ten. */
  readonly gravest: readonly PromotedRequirement[];
  /** All requirements, for an inspection. */
  readonly all: readonly PromotedRequirement[];
}

const mostChanges = 8;
const shownKinds: ReadonlySet<Change['kind']> = new Set([
  'added',
  'removed',
  'tightened',
  'loosened',
]);

/** What the promotion of a standard says: what its editor wrote, and the rest made from its text and the edition before. */
export function buildPromotion({
  file,
  text,
  earlier,
  own = {},
}: {
  readonly file: StandardFile;
  readonly text: ComparableText;
  readonly earlier?: ComparableText | undefined;
  readonly own?: PromotionFile | undefined;
}): Promotion {
  const compared = earlier && compareTexts(earlier, text);
  const changes = (compared?.changes ?? []).filter(
    ({ type, kind, subject }) =>
      type === 'requirement' && subject === 'sentence' && shownKinds.has(kind),
  );
  const tighter = new Set(
    changes.flatMap(({ kind, to }) =>
      kind === 'added' || kind === 'tightened' ? (to?.text ?? []) : [],
    ),
  );
  const rows = listRows(file);
  const written = (own.requirements ?? []).map(({ id, ...said }) => ({ id, said }));
  const saidOf = ({ id, clause }: ChecklistRow) =>
    written.find((each) => each.id === id)?.said ??
    written.find((each) => each.id === clause.id)?.said;
  const chosen = own.requirements
    ? written.flatMap(
        ({ id }): readonly { row: ChecklistRow; reasons: readonly GraveReason[] }[] => {
          const row =
            rows.find((each) => each.id === id) ?? rows.find(({ clause }) => clause.id === id);
          return row ? [{ row, reasons: [] }] : [];
        },
      )
    : chooseGravest(rows, ({ text: asked }) => tighter.has(asked));
  const scope = file.text.clauses.find(({ kind }) => kind === 'scope')?.text ?? '';
  return {
    own,
    ...(compared && { counts: compared.summary.requirement }),
    changes: changes.slice(0, mostChanges),
    who: scope
      .split(/(?<=[。\n])/)
      .map((sentence) => sentence.trim())
      .filter((sentence) => /适用于|apply to|applies to|applicable to/.test(sentence)),
    gravest: chosen.map(({ row, reasons }) => ({ row, reasons, ...saidOf(row) })),
    all: rows
      .filter(({ type }) => type === 'requirement')
      .map((row) => ({ row, reasons: [], ...saidOf(row) })),
  };
}
