import { mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { command } from '#scripts/commands/import.ts';
import { runCommand } from '#tests/scripts/run-command.ts';
import { writeSts } from '#core/exchange/sts/write-sts.ts';
import type { CompiledStandard, EnglishText } from '#core/model/standard.ts';
import { readDraft } from '#import/draft/read-draft.ts';
import { compileStandard } from '#library/compile-standard.ts';
import { readFolder } from '#library/files.ts';
import { typeOf } from '#library/figures.ts';
import { openLibrary } from '#library/open.ts';
import { makeFolder } from '#tests/support/temporary-library.ts';
import { isBalanced, textOf } from '#tests/support/word-import.ts';

const cache = mkdtempSync(join(tmpdir(), 'biaolian-sts-en-'));
afterAll(() => rm(cache, { recursive: true, force: true }));

interface Sample {
  readonly body: CompiledStandard;
  readonly english: EnglishText;
  readonly xml: string;
}
const samples: Sample[] = [];

beforeAll(async () => {
  const library = await openLibrary({ dir: 'content', cache, asOf: '2026-11-30' });
  for (const { slug } of library.rows) {
    const body = library.body(slug);
    const { english } = body;
    if (!english) continue;
    samples.push({
      body,
      english,
      xml: writeSts(body, { status: '现行', successors: [] }, english),
    });
  }
});

/** A library that holds the Chinese text of a sample and its pictures, and no English one. */
function withChinese({ body }: Sample): string {
  const library = makeFolder();
  const folder = dirname(body.file);
  mkdirSync(join(library, folder), { recursive: true });
  for (const name of readdirSync(join('content', folder)))
    if (name === 'index.md' || name === 'anchors.tsv' || typeOf(name) !== undefined)
      writeFileSync(join(library, folder, name), readFileSync(join('content', folder, name)));
  return library;
}

const readAll = (folder: string): ReadonlyMap<string, string> =>
  new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'base64')]));

async function importXml(library: string, xml: string, ...more: readonly string[]) {
  const file = join(makeFolder(), 'english.xml');
  writeFileSync(file, xml);
  return runCommand(command, { argv: [file, ...more], json: false, library });
}

/** What another library relies on; places in the file are not of it. */
const factsOf = ({ head, clauses, terms, exhibits, references }: EnglishText) => ({
  head,
  clauses: clauses.map(({ id, aliases, address, kind, title, normative, label, text }) => ({
    id,
    aliases,
    address,
    kind,
    title,
    normative,
    label,
    text: text.replaceAll(/\s+/g, ' '),
  })),
  terms,
  exhibits: exhibits.map(({ id, kind, title, label }) => ({ id, kind, title, label })),
  references: references.map(({ key, role, clause }) => ({ key, role, clause })),
});

describe('an English text of the sample library', () => {
  it('comes back from NISO STS beside its Chinese text with the same facts, and nothing of that is changed', async () => {
    expect(samples.map(({ body }) => body.number)).toEqual([
      'T/SFBZ 001—2025',
      'T/SFJD 005—2024',
      'T/SFXS 004—2025',
    ]);
    for (const sample of samples) {
      const library = withChinese(sample);
      const path = dirname(sample.body.file);
      const before = readAll(join(library, path));
      const { out, status } = await importXml(library, sample.xml);
      const after = readAll(join(library, path));
      for (const [name, bytes] of before) expect(after.get(name)).toBe(bytes);
      expect([...after.keys()].filter((name) => !before.has(name))).toEqual([
        'import-report.en.html',
        'index.en.md',
      ]);
      expect(out).toContain(`${path}/index.en.md`);
      const folder = readFolder(library, path);
      const { standard } = folder ? compileStandard(folder) : { standard: null };
      const findings = standard?.diagnostics.filter(({ file }) => file.endsWith('index.en.md'));
      expect(findings).toEqual([]);
      expect(standard?.english && factsOf(standard.english)).toEqual(factsOf(sample.english));
      expect(status).toBe(0);
    }
  });

  it('is accounted for to the last character, and its own sentences of the foreword stay', async () => {
    for (const { body, xml } of samples) {
      const own = '<p>Readers in Lampford have asked for this text.</p>';
      const said = xml.replace(
        '<p>This is the first edition',
        `${own}<p>This is the first edition`,
      );
      const folder = join('content', dirname(body.file));
      const pictures = readdirSync(folder).filter((name) => typeOf(name) !== undefined);
      const attached = new Map(pictures.map((name) => [name, readFileSync(join(folder, name))]));
      const draft = await readDraft(new TextEncoder().encode(said), 'english.xml', { attached });
      if ('zh' in draft) throw new Error(draft.en);
      expect(isBalanced(draft)).toBe(true);
      expect(draft.report.left.filter(({ needsPerson }) => needsPerson)).toEqual([]);
      const text = new TextDecoder().decode(draft.files.get('index.en.md'));
      expect(text.includes('Readers in Lampford have asked for this text.')).toBe(said !== xml);
      expect(text).not.toContain('This document was drafted');
    }
  });

  it('takes its head from the sentences of its foreword where the file says it nowhere else', async () => {
    const [sample] = samples.filter(({ body }) => body.number === 'T/SFJD 005—2024');
    const xml = (sample?.xml ?? '').replace(
      /<custom-meta><meta-name>translation<.*?<\/custom-meta>/s,
      '',
    );
    const draft = await readDraft(new TextEncoder().encode(xml), 'english.xml');
    if ('zh' in draft) throw new Error(draft.en);
    const text = new TextDecoder().decode(draft.files.get('index.en.md'));
    const [head = ''] = text.slice(4).split('\n---\n');
    expect(head).toContain('language: en\n');
    expect(head).toContain('  - Shifan Home Appliance Testing Centre Co., Ltd.\n');
    expect(head).toContain('  - Jiang Che\n');
    expect(head).toContain('(see [#levels])');
    expect(head).not.toContain('translationNote');
  });
});

describe('where an English text cannot go', () => {
  it('says in both languages that there is no Chinese text, and writes nothing', async () => {
    const library = makeFolder();
    const [sample] = samples;
    await expect(importXml(library, sample?.xml ?? '')).rejects.toMatchObject({
      exitCode: 1,
      what: {
        zh: expect.stringMatching(/^这是英文本，而标准库里没有它的中文本/) as string,
        en: expect.stringMatching(/no Chinese text for it/) as string,
      },
    });
    expect(readdirSync(library)).toEqual([]);
    const { out } = await importXml(library, sample?.xml ?? '', '--dry-run');
    expect(out).toContain('index.en.md');
    expect(readdirSync(library)).toEqual([]);
  });

  it('leaves an English text that is there as it is', async () => {
    const [sample] = samples;
    if (!sample) throw new Error('no sample');
    const library = withChinese(sample);
    const path = join(library, dirname(sample.body.file));
    writeFileSync(join(path, 'index.en.md'), 'mine');
    const before = readAll(path);
    await expect(importXml(library, sample.xml)).rejects.toMatchObject({
      what: { en: expect.stringContaining('index.en.md exists already') as string },
    });
    expect(readAll(path)).toEqual(before);
  });

  it('goes in with its Chinese text in one command, whichever is named first', async () => {
    const [sample] = samples;
    if (!sample) throw new Error('no sample');
    const [library, files] = [makeFolder(), makeFolder()];
    const chinese = writeSts(sample.body, { status: '现行', successors: [] });
    writeFileSync(join(files, 'a.en.xml'), sample.xml);
    writeFileSync(join(files, 'b.zh.xml'), chinese);
    const argv = ['a.en.xml', 'b.zh.xml'].map((name) => join(files, name));
    await runCommand(command, { argv, json: false, library });
    expect(readdirSync(join(library, dirname(sample.body.file)))).toEqual([
      'import-report.en.html',
      'import-report.html',
      'index.en.md',
      'index.md',
    ]);
  });

  it('takes a text of ISO, which has no Chinese one, as a standard of its own', async () => {
    const draft = await readDraft(readFileSync('tests/import/sts/iso-english.xml'), 'iso.xml', {
      number: 'DB9902/T 902—2031',
    });
    if ('zh' in draft) throw new Error(draft.en);
    expect(draft.textFile).toBe('index.md');
    expect(textOf(draft)).toContain('title:');
  });
});
