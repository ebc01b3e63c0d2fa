import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkMirror, importMirror } from '#acts/mirror/index.ts';
import { projectRoot } from '#library/code-digest.ts';
import { publish } from '#publish/index.ts';
import { serve } from '#scripts/server/serve.ts';

const edited = (slug: string) => join('standards', slug, 'index.md');

/** One change of the library before each of ten publications, and what it is. */
const edits: readonly (readonly [string, (library: string) => void])[] = [
  ['a sentence more', addSentence('local/db9902-t-36-2025', '本文件每年核对一次。')],
  ['a title', change(edited('local/db9902-t-12-2023'), /^title: .*$/m, 'title: 镜像样例')],
  ['a text taken away', take('standards/enterprise/q-sfsd-006-2025')],
  ['a record', change('catalogue/local.csv', /^(DB11\/T 149-2023,)[^,]*/m, '$1镜像样例')],
  ['a system', change('systems/cold-chain.yaml', /^version: .*$/m, "version: '2026.2'")],
  ['a sentence of another text', addSentence('group/t-sfxs-001-2025', '本文件是样例。')],
  ['a record taken away', change('catalogue/local.csv', /^DB11\/T 159\.3-2005.*\n/m, '')],
  ['a text that comes back', (library) => cpSync(kept(library), join(library, lost), copying)],
  ['a word of the vocabulary', change('vocabulary/synonyms.yaml', /\s*$/, '\n# 镜像样例\n')],
  ['a sentence again', addSentence('local/db9902-t-36-2025', '本文件当日登记。')],
];

const lost = 'standards/enterprise/q-sfsd-006-2025';
const copying = { recursive: true } as const;
const kept = (library: string): string => join(library, '..', 'kept');

/**
 * `npm run bench:mirror`: a copy of the library is published eleven times, over HTTP; a mirror elsewhere follows each
 * publication by its difference and is held against a whole copy, file by file. Says what was asked for.
 */
export async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: { library: { type: 'string', default: join(projectRoot, 'content') } },
  });
  const home = mkdtempSync(join(tmpdir(), 'biaolian-mirror-'));
  const [library, out, cache] = ['library', 'site', 'cache'].map((name) => join(home, name)) as [
    string,
    string,
    string,
  ];
  cpSync(resolve(values.library), library, copying);
  cpSync(join(library, lost), kept(library), copying);
  const day = new Date().toISOString().slice(0, 10);
  const build = () => publish({ library, out, cache, pdf: false, word: false, data: true });
  await build();
  const site = await serve({ dir: out, port: 0 });
  try {
    const follow = (target: string) => importMirror({ library: target, from: site.url, day });
    const [following, whole] = [join(home, 'following'), join(home, 'whole')];
    const first = await follow(following);
    print('a whole copy', first.fetched);
    for (const [label, edit] of edits) {
      edit(library);
      const { withheld } = await build();
      if (withheld.length > 0) throw new Error(`${label}: withheld`);
      print(label, (await follow(following)).fetched);
    }
    await follow(whole);
    const [one, other] = [following, whole].map(readMirror) as [Files, Files];
    const differ = [...new Set([...one.keys(), ...other.keys()])].filter(
      (path) => one.get(path) !== other.get(path),
    );
    const { missing, changed, extra } = checkMirror(following, first.id);
    const faults = [...missing, ...changed, ...extra].length;
    process.stdout.write(
      `${one.size} files: ${differ.length} differ from a whole copy, ${faults} from the manifest\n`,
    );
    return differ.length + faults === 0 ? 0 : 1;
  } finally {
    await site.close();
    rmSync(home, { recursive: true, force: true });
  }
}

type Files = ReadonlyMap<string, string>;

const readMirror = (library: string): Files =>
  new Map(
    readdirSync(join(library, 'partners'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(library, path), readFileSync(path, 'latin1')]),
  );

function addSentence(slug: string, sentence: string): (library: string) => void {
  return change(edited(slug), /^本(?:文件|标准)适用于/m, `${sentence}\n\n$&`);
}

/** Has a file say something else; where it does not, the bench would measure nothing. */
function change(path: string, from: RegExp, to: string): (library: string) => void {
  return (library) => {
    const text = readFileSync(join(library, path), 'utf8');
    const next = text.replace(from, to);
    if (next === text) throw new Error(`${path}: nothing changed`);
    writeFileSync(join(library, path), next);
  };
}

function take(path: string): (library: string) => void {
  return (library) => rmSync(join(library, path), { recursive: true });
}

function print(
  label: string,
  { files, bytes }: { readonly files: number; readonly bytes: number },
): void {
  process.stdout.write(`${label}: ${files} files, ${bytes} bytes asked for\n`);
}
