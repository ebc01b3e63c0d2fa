import { toChinaTime } from '#core/base/day.ts';
import type { Change, Release } from '#publish/releases/records.ts';

/** Standards whose text a release changed, by their slugs; their lists and neighbours are not counted. */
export function listStandards(changes: readonly Change[]): readonly string[] {
  const slugs = changes.flatMap(
    ({ path }) => /^standards\/([^/]+)\/index\.md$/.exec(path)?.[1] ?? [],
  );
  return [...new Set(slugs)];
}

/** The time of a release in China. */
export function formatTime(at: string): string {
  return toChinaTime(Date.parse(at)).slice(0, 16).replace('T', ' ');
}

/** A size in KB, rounded up, or from a million bytes on in MB with one decimal. */
export function formatSize(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** Two lines on a release, a third with who published it and why, as they are shown in a list. */
export function describeRelease(
  release: Release,
  changes: readonly Change[],
  isLive: boolean,
): string {
  const { id, at, kind, restores, added, changed, removed, pages, files, bytes, preview } = release;
  const slugs = listStandards(changes);
  const standards =
    kind === 'found' || slugs.length === 0
      ? ''
      : `  ${slugs.slice(0, 3).join(' ')}${slugs.length > 3 ? ` … (${slugs.length})` : ''}`;
  const { by, why } = release;
  const said = [by, why].filter(Boolean).join('：');
  const marks = [
    isLive && '现用 live',
    kind === 'rollback' && `恢复 restores ${restores}`,
    kind === 'found' && '接管 found',
    preview && '预览 preview',
  ].filter(Boolean);
  return (
    `${isLive ? '→' : ' '} ${id}  ${formatTime(at)}  +${added} ~${changed} −${removed}${standards}\n` +
    `    ${[...marks, `${pages ?? '?'} 页 pages`, `${files} 个文件 files`, formatSize(bytes)].join(' · ')}\n` +
    (said ? `    ${said}\n` : '')
  );
}
