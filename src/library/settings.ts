import { join } from 'node:path';
import { completeSettings, readSiteFile, siteFileName } from '#core/settings/index.ts';
import type { SiteSettings } from '#core/settings/index.ts';
import type { derivePalette } from '#core/settings/palette.ts';
import type { Palette } from '#core/settings/palette-tokens.ts';
import type { Bilingual, Diagnostic } from '#core/model/diagnostic.ts';
import { makeFinding, startOfLine } from '#core/model/finding.ts';
import type { ParseRuleId } from '#core/model/parse-rules.ts';
import { startReport } from '#core/text/report.ts';
import { reportProse } from '#core/text/syntax/prose.ts';
import { decodePlainText } from './decode.ts';
import { digestFile } from './digest.ts';
import { measureFigure } from './figure-size.ts';
import type { FigureSize } from './figure-size.ts';
import { isRegularFile } from './figures.ts';
import { readIfThere } from './files.ts';
import { refuseSvg } from './svg.ts';

/** Blocks of pages that a library may write itself, in Markdown, by the names of their files. */
export const siteBlocks = ['home', 'footer'] as const;
export type SiteBlock = (typeof siteBlocks)[number];

/** What a library says of its portal, with what lies beside that in its folder `site/`. */
export interface LibrarySettings extends Omit<SiteSettings, 'logo'> {
  readonly palette?: Palette;
  readonly logo?: Readonly<Record<'light' | 'dark', LogoFile>>;
  /** Markdown; the Chinese stands for English that is not there. */
  readonly blocks: Readonly<Partial<Record<SiteBlock, Bilingual>>>;
}

/** A drawing that may be shown. */
export interface LogoFile extends FigureSize {
  readonly digest: string;
  readonly svg: string;
}

export interface SettingsParts {
  readonly settings: LibrarySettings;
  /** Of each file that was read. */
  readonly digests: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Works out colours; a tenth of a second to load, which a library without an accent need not wait for. */
let derive: typeof derivePalette | undefined;

/** To be awaited before the settings of a library are read that may name an accent. */
export async function preparePalette(library: string): Promise<void> {
  if (/^accent\b/m.test(readIfThere(join(library, siteFileName))?.toString() ?? ''))
    ({ derivePalette: derive } = await import('#core/settings/palette.ts'));
}

/**
 * What a library says of its portal in `site.yaml` and in the folder `site/`, with findings about what was left out; without
 * either, what holds for every library. A file may be read from another root than the library, or from nowhere.
 */
export function readSettings(
  library: string,
  rootOf: (file: string) => string | null = () => library,
): SettingsParts {
  const digests = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  const read = (file: string): Buffer | null => {
    const root = rootOf(file);
    const path = root === null ? null : join(root, file);
    if (path === null || !isRegularFile(path)) return null;
    const bytes = readIfThere(path);
    if (bytes) digests.set(file, digestFile(file, bytes));
    return bytes;
  };
  const readText = (file: string): string | null => {
    const bytes = read(file);
    return bytes && decodePlainText(bytes, file, diagnostics);
  };
  const source = readText(siteFileName);
  const said = source === null ? null : readSiteFile(source);
  diagnostics.push(...(said?.diagnostics ?? []));
  const { logo: named, ...settings } = completeSettings(said?.value ?? {});
  const report: AddFinding = (rule, key, message, hint) =>
    diagnostics.push(
      makeFinding(siteFileName, {
        rule,
        range: said?.ranges.get(key) ?? startOfLine(1),
        message,
        hint,
      }),
    );
  const palette = settings.accent === undefined ? undefined : pick(settings.accent, report);
  const light = named && readLogo(named.light, 'logo.light', read, report);
  const dark = named?.dark === undefined ? light : readLogo(named.dark, 'logo.dark', read, report);
  return {
    settings: {
      ...settings,
      ...(palette && { palette }),
      ...(light && dark && { logo: { light, dark } }),
      blocks: Object.fromEntries(
        siteBlocks.flatMap((name) => readBlock(name, readText, diagnostics)),
      ),
    },
    digests,
    diagnostics,
  };
}

type AddFinding = (rule: ParseRuleId, key: string, message: Bilingual, hint: Bilingual) => void;

function pick(accent: string, report: AddFinding): Palette | undefined {
  const found = derive?.(accent);
  if (!found) return undefined;
  if ('palette' in found) return found.palette;
  const { contrast, text, ground } = found.pair;
  const ratio = (Math.floor(contrast * 100) / 100).toFixed(2);
  report(
    'site-accent',
    'accent',
    {
      zh: `颜色 ${accent} 上的字看不清：${text} 对 ${ground} 的对比度是 ${ratio}，至少要 4.5`,
      en: `Text cannot be read in the colour ${accent}: ${text} on ${ground} has a contrast of ${ratio}, and 4.5 is the least`,
    },
    {
      zh: `改用 "${found.nearest}"，同一色相里最近的可用颜色`,
      en: `Use "${found.nearest}", the nearest colour of the same hue that works`,
    },
  );
  return undefined;
}

function readLogo(
  file: string,
  key: string,
  read: (file: string) => Buffer | null,
  report: AddFinding,
): LogoFile | undefined {
  const bytes = read(file);
  if (!bytes) {
    report(
      'site-logo',
      key,
      { zh: `标志“${file}”不在库里`, en: `The logo "${file}" is not in the library` },
      {
        zh: '把 SVG 放进库的 site/ 文件夹，或改正文件名',
        en: 'Put the SVG into the folder site/ of the library, or correct its name',
      },
    );
    return undefined;
  }
  const size = measureFigure({ bytes, type: 'image/svg+xml' });
  const refusal =
    refuseSvg(bytes) ?? (size ? null : { zh: '没有 viewBox', en: 'it has no viewBox' });
  if (refusal || !size) {
    report(
      'site-logo',
      key,
      {
        zh: `标志“${file}”不能显示：${refusal?.zh}`,
        en: `The logo "${file}" cannot be shown: ${refusal?.en}`,
      },
      {
        zh: '用画图程序另存为普通 SVG，不带脚本、外部链接和文件类型声明',
        en: 'Save it as plain SVG without scripts, links to other places and document types',
      },
    );
    return undefined;
  }
  return { ...size, digest: digestFile(file, bytes), svg: bytes.toString() };
}

function readBlock(
  name: SiteBlock,
  readText: (file: string) => string | null,
  diagnostics: Diagnostic[],
): readonly (readonly [SiteBlock, Bilingual])[] {
  const [zh = '', en = ''] = [`site/${name}.md`, `site/${name}.en.md`].map((file) => {
    const source = readText(file) ?? '';
    const report = startReport(file, source);
    reportProse(source, report);
    diagnostics.push(...report.found);
    return source.trim();
  });
  return zh ? [[name, { zh, en: en || zh }]] : [];
}
