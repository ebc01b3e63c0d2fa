import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  changesFile,
  countSlots,
  manifestFile,
  manifestParts,
  slotOf,
} from '#core/exchange/open-data/manifest.ts';
import type { DataFile, DataManifest, ManifestPart } from '#core/exchange/open-data/manifest.ts';
import { mediaTypeOf } from '#core/exchange/open-data/media-types.ts';
import type { StandardRow } from '#core/model/row.ts';
import { projectRoot } from '#library/code-digest.ts';
import { readIfThere } from '#library/files.ts';
import type { Library } from '#library/open.ts';
import { getSummary } from '#site/data/library.ts';
import { describeTexts, latestDay, licenceOf } from '#site/data/open-data/facts.ts';
import { startAddresses } from '#site/lib/urls.ts';
import { recordsFile, recordsSource, sourceOf } from '#site/source-paths.ts';
import type { SitePlace } from '../application/facts.ts';
import type { Plan } from '../plan.ts';
import type { Change, Records } from '../releases/records.ts';
import type { SiteFolders } from '../releases/site-folders.ts';
import type { FileFacts } from '../releases/tree.ts';
import { writeChanges } from './changes.ts';
import { followFiles } from './files-now.ts';
import type { FilesNow } from './files-now.ts';

/** What the files of open data are of, and where they will be read. */
export interface DataSource extends SitePlace {
  readonly library: Library;
}

export interface Describing {
  readonly place: SiteFolders;
  readonly records: Records;
  readonly plan: Plan;
  /** What the publication changes, without what is described here. */
  readonly changes: readonly Change[];
  readonly data: DataSource;
}

/** Whether a file describes the others: the manifest, its parts, and what changed. */
export function isDescription(path: string): boolean {
  return path === manifestFile || path === changesFile || path.startsWith(manifestParts);
}

/** Whether a file is open data: all that is made for programs beside the pages. */
function isOpenData(path: string): boolean {
  return (
    path === 'llms.txt' ||
    (/^(?:en\/)?(?:data|standards|systems|tools|lifecycle)\//.test(path) &&
      !path.endsWith('.html') &&
      !isDescription(path))
  );
}

/** Folders beside those of standards that have open data. */
const folders = ['data/', 'systems/', 'tools/', 'lifecycle/', 'llms.txt'];

/**
 * Writes the manifest of open data and what changed in it beside what a release brings, and answers with the changes that
 * these files are. Only parts are made anew in which a file is another, and digests are those that the release has anyway.
 */
export function describeData(work: Describing): readonly Change[] {
  const { place, records, plan, changes, data } = work;
  const before = records.fileAt(manifestFile);
  const files = followFiles(records, changes);
  const touched = listTouched(work, files);
  const isWhole = plan.full || !before;
  const own: Change[] = [];
  const write = (path: string, text: string): FileFacts => {
    const bytes = Buffer.from(text);
    const target = join(place.brought, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
    const after = {
      sha256: createHash('sha256').update(bytes).digest('hex'),
      size: bytes.length,
    };
    const known = records.fileAt(path) ?? null;
    if (known?.sha256 !== after.sha256) own.push({ path, before: known, after });
    return after;
  };
  const parts = writeParts(work, files, isWhole ? null : touched, write);
  for (const path of records.pathsBelow(manifestParts)) {
    if (parts.some((part) => part.path === path)) continue;
    own.push({ path, before: records.fileAt(path) ?? null, after: null });
  }
  const state = write(manifestFile, writeManifest(data, files, parts));
  const text = readIfThere(join(place.out, changesFile))?.toString() ?? '';
  const changed = [...touched, ...own.filter(({ path }) => path !== manifestFile)];
  write(
    changesFile,
    writeChanges({
      text,
      state: state.sha256,
      before: before?.sha256 ?? null,
      day: data.library.asOf,
      changes: changed,
    }),
  );
  return own;
}

/**
 * What changes in the open data of this library: what is of a partner is told by the partner. A text that becomes its own, or a
 * partner's, under the same address comes or goes with all its files, those among them whose bytes stay.
 */
function listTouched({ place, records, changes, data }: Describing, files: FilesNow): Change[] {
  const wasOwn = startKnownBefore(place.out, records);
  const owned = new Set(data.library.rows.map((row) => row.slug));
  const touched = changes.filter(({ path }) => isOpenData(path));
  const ofSlug = Map.groupBy(touched, ({ path }) => slugOfFile(path));
  return [...ofSlug].flatMap(([slug, own]): readonly Change[] => {
    if (slug === undefined) return own;
    const [was, is] = [wasOwn(slug), owned.has(slug)];
    if (was && is) return own;
    const places = [`standards/${slug}/`, `en/standards/${slug}/`];
    if (is)
      return places.flatMap((folder) =>
        files.below(folder).flatMap((path) => {
          const after = isOpenData(path) ? files.at(path) : undefined;
          return after ? [{ path, before: null, after }] : [];
        }),
      );
    if (!was) return [];
    return places.flatMap((folder) =>
      records.pathsBelow(folder).flatMap((path) => {
        const known = isOpenData(path) ? records.fileAt(path) : undefined;
        return known ? [{ path, before: known, after: null }] : [];
      }),
    );
  });
}

/** Whether the manifest of the live release names the standard of a slug; each of its parts is read once, where it is asked for. */
function startKnownBefore(out: string, records: Records): (slug: string) => boolean {
  const slots = records.pathsBelow(manifestParts).length;
  const read = new Map<number, ReadonlySet<string>>();
  return (slug) => {
    if (slots === 0) return false;
    const slot = slotOf(slug, slots);
    const known = read.get(slot) ?? readSlugs(join(out, `${manifestParts}${slot}.json`));
    read.set(slot, known);
    return known.has(slug);
  };
}

function readSlugs(path: string): ReadonlySet<string> {
  const text = readIfThere(path)?.toString();
  if (text === undefined) return new Set();
  const { standards } = JSON.parse(text) as ManifestPart;
  return new Set(standards.map(({ slug }) => slug));
}

type Part = DataManifest['parts'][number];

/** Parts of the manifest: those are written that hold a standard of which a file has changed, or all of them. */
function writeParts(
  { records, plan, data: { library } }: Describing,
  files: FilesNow,
  touched: readonly Change[] | null,
  write: (path: string, text: string) => FileFacts,
): readonly Part[] {
  const slots = countSlots(library.rows.length);
  const isOther = records.pathsBelow(manifestParts).length !== slots;
  const changed =
    touched && !isOther
      ? new Set(
          [...touched.map(({ path }) => slugOfFile(path)), ...listStaleFiles(plan)].map((slug) =>
            slug === undefined ? -1 : slotOf(slug, slots),
          ),
        )
      : null;
  const rows = Map.groupBy(library.rows, ({ slug }) => slotOf(slug, slots));
  return Array.from({ length: slots }, (_, slot): Part => {
    const path = `${manifestParts}${slot}.json`;
    const own = rows.get(slot) ?? [];
    const known = changed && !changed.has(slot) ? files.at(path) : undefined;
    const facts = known ?? write(path, writePart(library, own, files));
    return { path, bytes: facts.size, sha256: facts.sha256, standards: own.length };
  });
}

function writePart(library: Library, rows: readonly StandardRow[], files: FilesNow): string {
  const sorted = rows.toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
  const part: ManifestPart = {
    format: 'biaolian-manifest-part',
    version: 1,
    standards: sorted.map((row) => ({
      ...describeTexts(library, row),
      files: listStandardFiles(row, files),
    })),
  };
  return `${JSON.stringify(part)}\n`;
}

function listStandardFiles(row: StandardRow, files: FilesNow): DataFile[] {
  return [`standards/${row.slug}/`, `en/standards/${row.slug}/`]
    .flatMap((folder) => files.below(folder))
    .filter(isOpenData)
    .map((path) => describe(path, files, sourceOf(row, path)));
}

function describe(path: string, files: FilesNow, source: string | undefined): DataFile {
  const { size = 0, sha256 = '' } = files.at(path) ?? {};
  return { path, bytes: size, sha256, type: mediaTypeOf(path), ...(source && { source }) };
}

function writeManifest(
  { library, base, site }: DataSource,
  files: FilesNow,
  parts: readonly Part[],
): string {
  const { sample } = getSummary(library);
  const { names, city } = library.settings;
  const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
    readonly version: string;
  };
  const day = latestDay(library);
  const manifest: DataManifest = {
    format: 'biaolian-manifest',
    version: 1,
    generator: { name: 'biaolian', version },
    library: names.full,
    ...(city && { city }),
    ...(site && { address: startAddresses(site, base)('/') }),
    root: '../',
    licence: licenceOf(library),
    ...(sample && { sample }),
    ...(day && { day }),
    standards: library.rows.length,
    changes: changesFile,
    files: folders
      .flatMap((folder) => files.below(folder))
      .filter(isOpenData)
      .map((path) => describe(path, files, path === recordsFile ? recordsSource : undefined)),
    parts: [...parts],
  };
  return `${JSON.stringify(manifest, null, 1)}\n`;
}

const slugOfFile = (path: string): string | undefined =>
  /^(?:en\/)?standards\/([^/]+)\//.exec(path)?.[1];

/** Standards whose files were written anew, though their bytes may be the same: their folder may have another name. */
function listStaleFiles({ stale }: Plan): readonly string[] {
  return stale.flatMap(({ template, props: { slug } }) =>
    template === 'standard-markdown' && slug ? [slug] : [],
  );
}
