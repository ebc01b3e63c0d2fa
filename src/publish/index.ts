import { listTexts } from '#search/library.ts';
import { dirname, join, resolve } from 'node:path';
import { prepareSearchIndex } from '#search/embedded/texts/build.ts';
import type { PreparedIndex } from '#search/embedded/texts/build.ts';
import type { Bilingual } from '#core/base/bilingual.ts';
import { shortDigest } from '#library/digest.ts';
import { defaultCache } from '#library/cache-folder.ts';
import type { Library, OpenOptions } from '#library/open.ts';
import { openPublished } from '#library/published.ts';
import type { Withheld } from '#library/published.ts';
import { startStages } from '#library/stages.ts';
import { openApplication } from './application/open.ts';
import { draw, makeWorkFolder, removeWorkFolder } from './draw.ts';
import type { DrawOptions } from './draw.ts';
import { restoreFolder, tellRoom } from './files.ts';
import { install } from './install.ts';
import { markPreview, OutputRefused, refuseOutput } from './output.ts';
import { loadPublished, planPages, storePlan } from './plan.ts';
import type { Plan } from './plan.ts';
import { writeStatus } from './releases/marks.ts';
import { openReleases } from './releases/index.ts';
import type { Releases } from './releases/index.ts';
import type { ReleaseFacts } from './releases/records.ts';
import type { FileFacts } from './releases/tree.ts';
import { keepRuntimeConfig, writeOwnServers } from './runtime-config.ts';
import type { PublishStage } from './stages.ts';

export interface PublishOptions extends Pick<OpenOptions, 'cache' | 'asOf'> {
  /** The library's folder. */
  readonly library: string;
  /** Where the site goes. */
  readonly out: string;
  /** Path the site is published under, e.g. `/standards-portal/`. */
  readonly base?: string;
  /** Address of the site, for canonical links, e.g. `https://standards.example.cn`. */
  readonly site?: string;
  /** Whether any error keeps everything from being published; else it keeps back what has it. */
  readonly allOrNothing?: boolean;
  /** Whether standards are shown before their day of issue. */
  readonly preview?: boolean;
  /** Whether each text is set as PDF, too; `few`: where the library has no more than `fewTexts`. */
  readonly pdf?: boolean | 'few';
  /** Whether each text is written as a Word file, too; `few` as for `pdf`. */
  readonly word?: boolean | 'few';
  /** Whether each text is written in the formats of others, too (JSON-LD, NISO STS …); `few` as for `pdf`. */
  readonly data?: boolean | 'few';
  /** Who publishes, and why: kept with the release. */
  readonly by?: string;
  readonly why?: string;
  /** Told after each stage of opening the library and of publishing (`PublishStage`), with its milliseconds. */
  readonly onStage?: (name: string, ms: number) => void;
}

export interface PublishResult {
  /** False when there was nothing that could be published: nothing was written. */
  readonly ok: boolean;
  /** What was published. */
  readonly library: Library;
  /** The library as it is written, with all findings. */
  readonly written: Library;
  /** What is not published as it is written. */
  readonly withheld: readonly Withheld[];
  /** Standards compiled, pages drawn and pages in all. */
  readonly compiled: number;
  readonly drawn: number;
  readonly pages: number;
  /** Why PDFs were asked for and none is made. */
  readonly withoutPdf?: Bilingual;
}

/** Bytes that processes that compile, 250 MB each, and one that builds the application, 750 MB, leave others room with. */
const roomToBuild = 3 * 2 ** 30;

/** Texts that are set as PDF, and written for Word and as data, without being asked for: a third of a second each, the first time. */
const fewTexts = 300;

/**
 * Compile a library and bring its site up to date: only pages whose content changed are drawn, in a
 * folder of their own. All that is slow, and all that a full disk could end, is done before anything
 * published is touched; whatever fails till then, what was published before stays.
 *
 * @throws {OutputRefused} before anything is read or written, when `out` is not a folder to build into
 */
export async function publish(options: PublishOptions): Promise<PublishResult> {
  const out = resolve(options.out);
  const refusal = refuseOutput(out, resolve(options.library));
  if (refusal) throw new OutputRefused(refusal);
  const { cache = defaultCache(), preview = false } = options;
  restoreFolder(out);
  // Where it has to be built, that is one process more for some seconds: beside those that compile, if there is room for it.
  const early = process.availableMemory() > roomToBuild ? openApplication(options) : undefined;
  // What goes wrong is told in its turn.
  early?.catch(() => undefined);
  const {
    library: opened,
    written,
    withheld,
    keep,
  } = await openPublished({
    ...options,
    dir: options.library,
    out,
    cache,
  });
  const stage = startStages<PublishStage>(options.onStage);
  const result = { written, withheld, compiled: written.compiled };
  if (!opened) return { ...result, library: written, ok: false, drawn: 0, pages: 0 };
  const { library, ...pdf } = await addExtras(opened, options);
  let releases: Releases | undefined;
  try {
    releases = openReleases(out);
    const application = await (early ?? openApplication(options));
    stage('application');
    const code = shortDigest(application.digest + settingsOf(options));
    const plan = planPages(library, code, loadPublished(library.cache, out));
    stage('plan');
    const work = makeWorkFolder();
    try {
      const isThere = plan.full ? () => false : startLookUp(releases);
      const { drawn, index } = await drawAndIndex(library, plan, {
        drawing: { ...options, application, work, isThere },
        cache: join(cache, 'index', shortDigest(library.dir).slice(0, 12)),
        stage,
      });
      if (plan.stale.length > 0 || plan.removed.length > 0 || !index.isIn(out)) {
        stage('pages');
        const stamp = storePlan(library.cache, out, plan);
        stage('manifest');
        const facts = describePublication(library, plan, stamp, options);
        const data = { library, ...placeOf(options) };
        install({ releases, plan, index, work, drawn, facts, data, stage });
      } else {
        keepRuntimeConfig(out, out);
        markPreview(out, preview);
        const live = releases.records.live();
        if (live) writeStatus(out, live, { checked: library.asOf });
      }
    } finally {
      removeWorkFolder(work);
    }
    writeOwnServers(out, library.settings.search);
    keep();
    stage('keep');
    return {
      ...result,
      ...pdf,
      library,
      ok: true,
      drawn: plan.stale.length,
      pages: Object.keys(plan.manifest.pages).length,
    };
  } catch (error) {
    throw tellRoom(error, dirname(out));
  } finally {
    releases?.records.close();
  }
}

/** Processes draw what is stale while the index of the search is made here. Both are over before anything is thrown. */
async function drawAndIndex(
  library: Library,
  { stale }: Plan,
  { drawing, cache, stage }: Indexing,
): Promise<{ readonly drawn: ReadonlyMap<string, FileFacts>; readonly index: PreparedIndex }> {
  const [drawn, index] = await Promise.allSettled([
    stale.length > 0 ? draw(library, stale, drawing) : new Map<string, FileFacts>(),
    prepareSearchIndex({ library, cache }).then((made) => {
      stage('index');
      return made;
    }),
  ]);
  if (drawn.status === 'rejected') throw drawn.reason;
  if (index.status === 'rejected') throw index.reason;
  return { drawn: drawn.value, index: index.value };
}

interface Indexing {
  readonly drawing: DrawOptions;
  /** Where the index is kept. */
  readonly cache: string;
  readonly stage: (name: PublishStage) => void;
}

/** Tells whether the site has a file: those of the application are those of the code, and where that is another all is drawn anew. */
const startLookUp =
  ({ records }: Releases) =>
  (path: string): boolean =>
    records.fileAt(path) !== undefined;

/** The library with what makes its Word files, PDFs and data, where they are wanted and can be made. */
async function addExtras(
  opened: Library,
  { pdf = false, word = false, data = false }: PublishOptions,
): Promise<Pick<PublishResult, 'library' | 'withoutPdf'>> {
  const isWanted = (asked: boolean | 'few'): boolean =>
    asked === 'few' ? opened.rows.length <= fewTexts : asked;
  const library = {
    ...opened,
    ...(isWanted(word) && {
      wordWriter: (await import('./word/writer.ts')).findWordWriter(),
    }),
    ...(isWanted(data) && { withData: true }),
  };
  if (!isWanted(pdf)) return { library };
  const { findPrinter } = await import('./pdf/printer.ts');
  const printer = await findPrinter();
  return 'digest' in printer
    ? { library: { ...library, printer } }
    : { library, withoutPdf: printer.what };
}

const placeOf = ({ base, site }: PublishOptions) => ({
  ...(base && { base }),
  ...(site && { site }),
});

function settingsOf({ base = '', site = '' }: PublishOptions): string {
  return `${base} ${site}`;
}

function describePublication(
  library: Library,
  { manifest }: Plan,
  stamp: string,
  { preview = false, ...options }: PublishOptions,
): ReleaseFacts {
  const days = library.catalog.entries.flatMap(({ record }) => record?.asOf ?? []).sort();
  const [from, to] = [days[0], days.at(-1)];
  return {
    kind: 'publication',
    asOf: library.asOf,
    library: shortDigest(
      listTexts(library)
        .map(({ digest }) => digest)
        .join(),
    ),
    code: manifest.code,
    ...placeOf(options),
    preview,
    ...(options.by && { by: options.by }),
    ...(options.why && { why: options.why }),
    texts: library.rows.length,
    records: days.length,
    ...(from !== undefined && to !== undefined && { factsFrom: from, factsTo: to }),
    pages: Object.keys(manifest.pages).length,
    stamp,
  };
}
