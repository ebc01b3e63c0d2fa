import type { MirrorCheck, Mirrored, RefusedFile } from '#acts/mirror/index.ts';
import type { Bilingual } from '#core/base/bilingual.ts';
import { printable } from './printable.ts';
import { drawSection, joinLines } from './report-section.ts';

/** What mirroring did, for a terminal. */
export function describeMirrored(outcome: Mirrored, isDry: boolean): string {
  const { id, from, movedFrom, standards, publications, added, changed, removed, fetched } =
    outcome;
  const size = Math.ceil(fetched.bytes / 1024);
  const ended: Bilingual = outcome.isSame
    ? { zh: `partners/${id} 已是最新。`, en: `partners/${id} is up to date.` }
    : outcome.written
      ? {
          zh: `已写入 partners/${id}，共 ${standards} 项标准。`,
          en: `Wrote partners/${id}: ${standards} standards.`,
        }
      : isDry
        ? { zh: '试运行，没有写。', en: 'A dry run, nothing written.' }
        : { zh: '没有写。', en: 'Nothing written.' };
  return joinLines([
    `${from} → partners/${id}`,
    ...(movedFrom === null ? [] : [`原来从 ${movedFrom} 镜像 · mirrored from ${movedFrom} before`]),
    ...(publications === null || publications === 0
      ? []
      : [`其间公布 ${publications} 次 · ${publications} publications between`]),
    `取 ${fetched.files} 个文件，${size} KB · ${fetched.files} files of ${size} KB`,
    ...drawSection({ zh: '新的', en: 'New' }, added, (path) => [path]),
    ...drawSection({ zh: '改了的', en: 'Changed' }, changed, (path) => [path]),
    ...drawSection({ zh: '移走的', en: 'Removed' }, removed, (path) => [path]),
    '',
    ended.zh,
    ended.en,
  ]);
}

/** Why nothing was taken, file by file. */
export function describeRefused(files: readonly RefusedFile[]): Bilingual {
  if (files.length === 0) return { zh: '镜像还是原样。', en: 'The mirror is as it was.' };
  const list = (language: 'zh' | 'en'): string =>
    files
      .slice(0, 20)
      .map(({ path, why }) => `\n  ${printable(path)}  ${printable(why[language])}`)
      .join('');
  return { zh: `镜像还是原样。${list('zh')}`, en: `The mirror is as it was.${list('en')}` };
}

/** What a check of mirrors found, for a terminal. */
export function describeChecks(checks: readonly MirrorCheck[]): string {
  if (checks.length === 0) return joinLines(['还没有伙伴库。 There is no partner yet.']);
  return joinLines(
    checks.flatMap(({ id, record, isNamed, missing, changed, extra }) => {
      if (!record)
        return [`partners/${id}  不是镜像，没有可以对照的 · no mirror, nothing to hold it to`];
      const count = missing.length + changed.length + extra.length;
      const head =
        count === 0 && isNamed
          ? `partners/${id}  完整 · whole (${record.mirrored}, ${record.from})`
          : `partners/${id}  不完整，再取一次可以补齐 · not whole; import it again to mend it`;
      return [
        head,
        ...(isNamed
          ? []
          : ['  partner.yaml 的 manifest 不是镜像的那一个 · partner.yaml names another manifest']),
        ...drawSection({ zh: '缺少', en: 'Missing' }, missing, (path) => [path]),
        ...drawSection({ zh: '被改', en: 'Changed' }, changed, (path) => [path]),
        ...drawSection({ zh: '多出', en: 'Extra' }, extra, (path) => [path]),
      ];
    }),
  );
}
