import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { portalStatus, STATUS_FILE } from '#core/exchange/open-data/status.ts';
import type { PortalStatus } from '#core/exchange/open-data/status.ts';
import { writeAtomically } from '#library/write-atomically.ts';
import { readRuntimeConfig, RUNTIME_CONFIG } from '#search/runtime-config.ts';
import type { Change, Records, Release } from './records.ts';
import { manifestPath, signaturePath, writeManifest } from './signing.ts';
import type { Signer } from './site-folders.ts';

interface StatusFacts {
  /** The day on which the library was last looked at; that of the release by default. */
  readonly checked?: string;
  /** What the release did to files; none of one that stands already. */
  readonly changes?: readonly Change[];
  /** The site with the status before; the folder itself by default. */
  readonly from?: string;
}

/** Write what a site tells monitors of a release, into its folder. */
export function writeStatus(
  folder: string,
  release: Omit<Release, 'seq'>,
  { checked, changes = [], from: before = folder }: StatusFacts = {},
): void {
  const config = join(folder, RUNTIME_CONFIG);
  const text = existsSync(config) ? readFileSync(config, 'utf8') : '';
  const servers = readRuntimeConfig(text).config.servers.length;
  const { texts, records, pages, files, bytes, factsFrom: from, factsTo: to } = release;
  const status: PortalStatus = {
    version: 1,
    release: release.id,
    at: release.at,
    kind: release.kind,
    ...(release.restores !== undefined && { restores: release.restores }),
    ...(release.asOf !== undefined && { day: release.asOf, checked: checked ?? release.asOf }),
    ...(release.library !== undefined && { library: release.library }),
    ...(release.code !== undefined && { code: release.code }),
    preview: release.preview === true,
    counts: {
      ...(texts !== undefined && { texts }),
      ...(records !== undefined && { records }),
      ...(pages !== undefined && { pages }),
      files,
      bytes,
    },
    ...(from !== undefined && to !== undefined && { facts: { from, to } }),
    search: {
      engine: servers > 0 ? 'meilisearch' : 'embedded',
      servers,
      indexed: changes.some(({ path }) => path.startsWith('search-index/'))
        ? release.at
        : (readStatus(before)?.search.indexed ?? release.at),
    },
  };
  writeAtomically(join(folder, STATUS_FILE), `${JSON.stringify(status, null, 2)}\n`);
}

/** What a site says of itself; undefined where it was never published, or says nothing that can be read. */
export function readStatus(site: string): PortalStatus | undefined {
  try {
    return portalStatus.safeParse(JSON.parse(readFileSync(join(site, STATUS_FILE), 'utf8'))).data;
  } catch {
    return undefined;
  }
}

/** Write the signed manifest of a release that is about to come into its folder; without a signer there is none. */
export function writeSigned(
  folder: string,
  release: Omit<Release, 'seq'>,
  changes: readonly Change[],
  { records, signer }: { readonly records: Records; readonly signer: Signer | undefined },
): void {
  const [manifest, signature] = [manifestPath, signaturePath].map((path) => join(folder, path));
  if (manifest === undefined || signature === undefined) return;
  // A signature that is not of this manifest must not lie beside it for a moment.
  rmSync(signature, { force: true });
  if (!signer) return rmSync(manifest, { force: true });
  const files = records.manifest();
  for (const { path, after } of changes) {
    if (after) files.set(path, after);
    else files.delete(path);
  }
  const text = writeManifest(release, files);
  mkdirSync(dirname(manifest), { recursive: true });
  writeAtomically(manifest, text);
  writeAtomically(signature, `${signer(text)}\n`);
}
