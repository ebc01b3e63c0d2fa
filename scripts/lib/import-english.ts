import { applyPlan, planEnglish } from '#acts/index.ts';
import type { Bilingual } from '#core/base/bilingual.ts';
import type { ImportedDraft } from '#import/draft/draft.ts';
import { compileStandard } from '#library/compile-standard.ts';
import { isNamedRight } from '#library/figures.ts';
import { readFolder } from '#library/files.ts';
import type { StandardFolder } from '#library/files.ts';
import { refusing } from './acts.ts';

/**
 * Refuses an English text that the library has no Chinese one for, or has another English one.
 *
 * @throws {Problem}
 */
export function requireChinese(
  library: string,
  { folder, draft }: { readonly folder: string; readonly draft: ImportedDraft },
): void {
  refusing(() => planEnglish(library, folder, draft.files));
}

/** An English text with what a check finds in it beside its Chinese text; as it is where that is not there. */
export function checkEnglish(library: string, folder: string, draft: ImportedDraft): ImportedDraft {
  const chinese = readIfThere(library, folder);
  if (!chinese) return draft;
  const known = new Set(chinese.figures.map(({ name }) => name));
  const figures = [...draft.files].flatMap(([name, bytes]) =>
    name === draft.textFile || known.has(name)
      ? []
      : [
          {
            name,
            svg: name.endsWith('.svg') ? bytes : null,
            isNamedRight: isNamedRight(name, bytes),
          },
        ],
  );
  const english = draft.files.get(draft.textFile) ?? null;
  const both = { ...chinese, english, figures: [...chinese.figures, ...figures] };
  const { diagnostics } = compileStandard(both);
  const file = `${folder}/${draft.textFile}`;
  return { ...draft, diagnostics: diagnostics.filter((found) => found.file === file) };
}

/**
 * Writes an English text beside the Chinese one; gives what a person has to look at.
 *
 * @throws {Problem} where there is no Chinese text, or another English one
 */
export function writeEnglish(
  library: string,
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
): readonly Bilingual[] {
  return refusing(() => {
    const plan = planEnglish(library, folder, files);
    applyPlan(library, plan);
    return plan.warnings;
  });
}

function readIfThere(library: string, folder: string): StandardFolder | null {
  try {
    return readFolder(library, folder);
  } catch {
    return null;
  }
}
