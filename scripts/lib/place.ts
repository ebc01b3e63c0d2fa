import { siteFileName } from '#core/settings/index.ts';
import { today } from '#library/cache-folder.ts';
import { readSettings } from '#library/settings.ts';
import type { LibrarySettings } from '#library/settings.ts';
import { Problem } from '../bootstrap/problem.mjs';
import { readBase, readSite } from '../server/addresses.ts';

/** Where a site will be read, and the day it is made for, where its library has a time zone of its own. */
export interface Place {
  readonly base?: string;
  readonly site?: string;
  readonly asOf?: string;
}

/**
 * Where the site of a library goes: as the options say, else `BIAOLIAN_BASE` and `BIAOLIAN_SITE`, else its `site.yaml`.
 *
 * @throws {Problem} with exit status 2, when one of them is no address or path, or `site.yaml` says where and cannot be read
 */
export function findPlace(
  library: string,
  options: { readonly base?: string | undefined; readonly site?: string | undefined } = {},
): Place {
  const base = options.base ?? process.env['BIAOLIAN_BASE'];
  const site = options.site ?? process.env['BIAOLIAN_SITE'];
  const settings = base !== undefined && site !== undefined ? null : readPortal(library);
  return {
    ...readBase(base ?? settings?.base),
    ...readSite(site ?? settings?.address),
    ...(settings?.timeZone && { asOf: today(settings.timeZone) }),
  };
}

/** A broken file is no reason to publish under another path: readers would not find the site where it was. */
function readPortal(library: string): LibrarySettings {
  const { settings, diagnostics } = readSettings(library);
  const broken = diagnostics.find(
    ({ file, rule }) => file === siteFileName && (rule === 'site-file' || rule === 'encoding'),
  );
  if (!broken) return settings;
  const { line } = broken.range.start;
  throw new Problem(
    {
      zh: `site.yaml 第 ${line} 行读不通：${broken.message.zh}`,
      en: `site.yaml cannot be read at line ${line}: ${broken.message.en}`,
    },
    {
      zh: '改正后重来；网站的路径写在其中，不知道就不公布。',
      en: 'Correct it and try again; it may say where the site goes, so nothing is published without it.',
    },
    { exitCode: 2 },
  );
}
