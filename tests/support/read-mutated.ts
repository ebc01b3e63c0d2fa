import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildCatalog } from '#core/catalog/index.ts';
import { readDeadlines, readProject, readProjectKinds } from '#core/lifecycle/index.ts';
import type { Diagnostic } from '#core/model/diagnostic.ts';
import type { CompiledText } from '#core/model/standard.ts';
import { renderBody } from '#core/render/index.ts';
import type { FillContext } from '#core/render/index.ts';
import { completeSettings, readSiteFile } from '#core/settings/index.ts';
import { buildSystems, readSystem } from '#core/systems/index.ts';
import { importCatalogue } from '#import/catalogue/index.ts';
import { readListFile } from '#import/list/index.ts';
import { importSystem } from '#import/system/index.ts';
import { readCatalogue } from '#library/catalogue.ts';
import { projectRoot } from '#library/code-digest.ts';
import { compileStandard } from '#library/compile-standard.ts';
import { decodeText } from '#library/decode.ts';
import { startGuide } from '#site/data/guide-text.ts';
import { renderProse } from '#site/lib/prose.ts';
import { findHarm } from './harmless-html.ts';
import type { MutatedFile } from './mutated-files.ts';

/** What became of a file: whether its content was taken, and what was wrong with how it was read. */
export interface Reading {
  readonly isTaken: boolean;
  /** An error that nobody has a sentence for, or harm in a page; empty where all is well. */
  readonly faults: readonly string[];
}

/** Reads a file as the library and its imports do, and draws what it draws. None of the readers may throw on content. */
export async function readMutated(mutated: MutatedFile): Promise<Reading> {
  try {
    return await readers[mutated.kind](mutated);
  } catch (error) {
    const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { isTaken: false, faults: [`thrown: ${said.slice(0, 600)}`] };
  }
}

function readMarkdown({ file, bytes }: MutatedFile): Reading {
  const own = readFileSync(join(projectRoot, 'content', dirname(file), 'index.md'));
  const { standard } = compileStandard({
    path: 'standards/local/db9902-t-700-2024',
    index: file.endsWith('index.md') ? bytes : own,
    english: file.endsWith('index.en.md') ? bytes : null,
    ledger: '',
    ...(file.endsWith('guide.md') && { beside: new Map([['guide.md', bytes]]) }),
    figures: [],
    digest: '',
  });
  if (!standard) return { isTaken: false, faults: [] };
  const { text, english, guides } = standard;
  const pages = [text, ...(english ? [english] : [])].map((each) => draw(each));
  const { zh: guide } = guides ?? {};
  if (guide) {
    const linkTo = (path: string) => `/site${path}`;
    const explained = startGuide({ language: 'zh', text, guide, entries: [], linkTo });
    pages.push(draw(text, explained), explained.intro());
  }
  return { isTaken: true, faults: pages.flatMap(findHarm) };
}

/** A reference is resolved to what would break out of an attribute, were it not escaped. */
const draw = (text: CompiledText, guide?: Pick<FillContext, 'annotate'>): string =>
  renderBody(text, {
    ...(guide?.annotate && { annotate: guide.annotate }),
    resolve: () => ({ href: '/x/', status: '现行', title: '"><script>x</script>' }),
    figures: '/f/',
  });

function readYaml({ file, bytes }: MutatedFile): Reading {
  const diagnostics: Diagnostic[] = [];
  const source = decodeText(bytes, file, diagnostics);
  if (source === null) return { isTaken: false, faults: [] };
  const { isTaken, prose = [] } = takeYaml(source, file);
  const polluted = 'polluted' in {} ? ['the prototype of objects was changed'] : [];
  return { isTaken, faults: [...polluted, ...prose.map(renderProse).flatMap(findHarm)] };
}

/** Whether a file was taken, and the prose in it that a page shows. */
function takeYaml(
  source: string,
  file: string,
): { readonly isTaken: boolean; readonly prose?: readonly string[] } {
  if (file.startsWith('systems/')) {
    const { system } = readSystem(source, { file });
    if (!system) return { isTaken: false };
    buildSystems([system], emptyCatalog);
    return { isTaken: true, prose: [system.explanation.zh, system.explanation.en] };
  }
  if (file.startsWith('projects/'))
    return { isTaken: readProject(source, { file }).project !== null };
  if (file === 'project-kinds.yaml')
    return { isTaken: readProjectKinds(source, file).kinds.length > 0 };
  if (file === 'deadlines.yaml')
    return { isTaken: readDeadlines(source, file).deadlines.limits.length > 0 };
  const { value } = readSiteFile(source);
  completeSettings(value ?? {});
  return { isTaken: value !== null };
}

const emptyCatalog = buildCatalog({ rows: [], records: [], asOf: '2026-11-30' });

function readCsv({ bytes }: MutatedFile): Reading {
  const dir = mkdtempSync(join(tmpdir(), 'biaolian-mutated-'));
  try {
    mkdirSync(join(dir, 'catalogue'));
    writeFileSync(join(dir, 'catalogue/a.csv'), bytes);
    const { records } = readCatalogue(dir);
    importCatalogue({
      files: [{ name: 'in.csv', bytes }],
      catalogue: [],
      out: 'list.csv',
      defaults: { asOf: '2026-07-02', source: 'public-catalogue' },
    });
    readListFile(bytes);
    return { isTaken: records.length > 0, faults: [] };
  } finally {
    rmSync(dir, { recursive: true });
  }
}

async function readWorkbook({ bytes }: MutatedFile): Promise<Reading> {
  const list = readListFile(bytes);
  const brought = await importSystem(
    { bytes: Buffer.from(bytes), id: 'new', kind: '领域', date: '2026-07-02' },
    { catalog: emptyCatalog, systems: buildSystems([], emptyCatalog), chains: [] },
  );
  return { isTaken: !('zh' in list) && 'text' in brought, faults: [] };
}

const readers = {
  markdown: readMarkdown,
  yaml: readYaml,
  csv: readCsv,
  xlsx: readWorkbook,
} satisfies Record<MutatedFile['kind'], (mutated: MutatedFile) => Reading | Promise<Reading>>;
