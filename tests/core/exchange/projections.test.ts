import { readFileSync } from 'node:fs';
import jsonld from 'jsonld';
import { Parser } from 'n3';
import { beforeAll, describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { listClauseLines, writeLines } from '#core/exchange/clause-lines.ts';
import { describeStandard } from '#core/exchange/graph/describe.ts';
import { writeJsonLd } from '#core/exchange/graph/json-ld.ts';
import { writeTurtle } from '#core/exchange/graph/turtle.ts';
import { describeRecord, writeRecord } from '#core/exchange/metadata-record.ts';
import { writePlainText } from '#core/exchange/plain-text.ts';
import { writeSts } from '#core/exchange/sts/write-sts.ts';
import type { CompiledStandard, CompiledText } from '#core/model/standard.ts';
import { openLibrary } from '#library/open.ts';

const facts = { status: '现行', successors: ['DB9902/T 999—2030'] };
const page = 'https://example.org/standards/x/';
let bodies: readonly CompiledStandard[];
let texts: readonly (readonly [CompiledStandard, CompiledText])[];

beforeAll(async () => {
  const library = await openLibrary({ dir: 'content', asOf: '2026-11-30' });
  bodies = library.rows.map(({ slug }) => library.body(slug));
  texts = bodies.flatMap((body) => [
    [body, body.text] as const,
    ...(body.english ? [[body, body.english] as const] : []),
  ]);
});

const letters = (text: string): string => text.replaceAll(/[\s\u00A0\u3000]/g, '');

describe('NISO STS', () => {
  it('of every hosted text is valid against the part of the tag set that we use', async () => {
    const schema = readFileSync('docs/schema/sts-subset.rng', 'utf8');
    const xml = texts.map(([body, text], index) => ({
      fileName: `${index}-${body.slug}.xml`,
      contents: writeSts(body, facts, text),
    }));
    expect(xml.length).toBeGreaterThan(40);
    const { valid, errors } = await validateXML({
      xml,
      schema,
      extension: 'relaxng',
      maxMemoryPages: 8192,
    });
    expect(errors).toEqual([]);
    expect(valid).toBe(true);
    const broken = xml[0]?.contents.replace('<front>', '<front><sec/>') ?? '';
    const refused = await validateXML({ xml: broken, schema, extension: 'relaxng' });
    expect(refused.valid).toBe(false);
  });

  it('has each id once, and what is named leads to one', () => {
    for (const [body, text] of texts) {
      const written = writeSts(body, facts, text);
      const ids = [...written.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size, body.slug).toBe(ids.length);
      for (const [, target] of written.matchAll(/ rid="([^"]+)"/g)) expect(ids).toContain(target);
      const printed = text.clauses.filter(({ kind }) => kind !== 'index');
      for (const { id } of printed) expect(ids).toContain(id);
    }
  });

  it('holds every word of every clause', () => {
    let checked = 0;
    let all = 0;
    for (const [body, text] of texts) {
      all += text.clauses.length;
      const words = letters(
        writeSts(body, facts, text)
          .replaceAll(/<tex-math>.*?<\/tex-math>/gs, '')
          .replaceAll(/<xref ref-type="fn".*?<\/xref>/gs, '')
          .replaceAll(/<[^>]*>/g, '')
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"')
          .replaceAll('&amp;', '&'),
      );
      for (const clause of text.clauses) {
        // Formulae are drawn in other signs than they are said in.
        if (clause.kind === 'index' || clause.html.includes('katex')) continue;
        checked += 1;
        const pictures = [...clause.html.matchAll(/ alt="([^"]*)"/g)].map(([, alt = '']) =>
          letters(alt),
        );
        for (const alt of pictures) expect(words).toContain(alt);
        // Cells of a row stand apart; the last ones may be empty.
        for (const sentence of clause.text.split(/[\n$]| ?\|(?: |$)/m)) {
          const said = pictures
            .reduce((left, alt) => left.replace(alt, ''), letters(sentence))
            // Notes and examples are numbered where they are printed.
            .replace(/^(?:注|示例|NOTE|EXAMPLE)[:：]?/i, '')
            // TBX says by its element what a source is.
            .replace(/^\[(?:来源|SOURCE)[:：](.*)\]$/i, '$1');
          expect(words.includes(said), `${body.slug} ${clause.id}: ${said.slice(0, 60)}`).toBe(
            true,
          );
        }
      }
    }
    expect(checked / all).toBeGreaterThan(0.9);
  });
});

describe('graphs', () => {
  it('say the same in JSON-LD and in Turtle, read by others', async () => {
    for (const body of bodies) {
      const graph = describeStandard(body, facts);
      const turtle = new Parser({ baseIRI: page }).parse(writeTurtle(graph));
      const canonize = async (input: object | string, options: object): Promise<string> =>
        String(await Promise.resolve(jsonld.canonize(input as never, options as never)));
      const fromJson = await canonize(JSON.parse(writeJsonLd(graph)), { base: page });
      const quads = turtle.map((quad) => quad);
      const { Writer } = await import('n3');
      const lines = new Writer({ format: 'N-Quads' }).quadsToString(quads);
      const fromTurtle = await canonize(lines, { inputFormat: 'application/n-quads' });
      expect(fromTurtle === fromJson, body.slug).toBe(true);
      expect(turtle.length).toBeGreaterThan(body.text.clauses.length * 4);
    }
  });

  it('lead from a provision to its clause, its class and its limit', () => {
    const body = bodies.find(({ slug }) => slug === 'db9902-t-12-2023');
    if (!body) throw new Error('no sample');
    const quads = new Parser({ baseIRI: page }).parse(writeTurtle(describeStandard(body, facts)));
    const of = (subject: string, predicate: string) =>
      quads
        .filter(
          (quad) => quad.subject.value === subject && quad.predicate.value.endsWith(predicate),
        )
        .map(({ object }) => object.value);
    // 「……交接双方应在10 min内完成温度确认……」
    const provision = `${page}#handover.p2`;
    expect(of(provision, 'isPartOf')).toEqual([`${page}#handover`]);
    expect(of(provision, '#type')).toContain('urn:biaolian:provision#Requirement');
    const [limit = ''] = of(provision, 'limit');
    expect(of(limit, 'value')).toEqual(['10']);
    expect(of(limit, 'unit')).toEqual(['min']);
    expect(of(page, 'isReplacedBy')).toHaveLength(1);
  });

  it('take the namespaces that a library names', () => {
    const [body] = bodies;
    if (!body) throw new Error('no sample');
    const own = { std: 'https://city.example/ns#', provision: 'https://smart.example/core#' };
    const written = writeTurtle(describeStandard(body, facts, own));
    expect(written).toContain('@prefix std: <https://city.example/ns#> .');
    expect(written).toContain('@prefix prov: <https://smart.example/core#> .');
    expect(written).not.toContain('urn:biaolian');
  });
});

describe('the record after GB/T 22373', () => {
  it('has number, days, bodies and relations under their codes', () => {
    const body = bodies.find(({ slug }) => slug === 'db9902-t-12-2023');
    if (!body) throw new Error('no sample');
    const lines = writeRecord(describeRecord(body, facts)).trimEnd().split('\n');
    const values = new Map(lines.map((line) => [line.slice(0, 3), line.split('\t')[2]]));
    expect(lines.map((line) => line.slice(0, 3))).toEqual([...values.keys()].sort());
    expect(values.get('100')).toBe('DB9902/T 12-2023');
    expect(values.get('101')).toBe('2023-05-10');
    expect(values.get('461')).toBe('DB9902/T 999-2030');
    expect(values.get('462')).toBe('DB9902/T 12-2018');
    expect(values.get('826')).toBe('55.220;03.220.20');
  });

  it('keeps a value that holds its separator one value', () => {
    const elements = [{ code: '298', name: '中文名称', values: ['甲;乙\t丙\n丁', '戊'] }];
    expect(writeRecord(elements)).toBe('298\t中文名称\t甲；乙 丙 丁;戊\n');
  });
});

describe('clauses as lines', () => {
  it('are one JSON each, and together hold all that was found', () => {
    for (const [body, text] of texts) {
      const lines = writeLines(listClauseLines(body, text)).trimEnd().split('\n');
      const clauses = lines.map((line) => JSON.parse(line));
      expect(clauses.map(({ id }) => id)).toEqual(text.clauses.map(({ id }) => id));
      const count = (name: string) => clauses.flatMap((clause) => clause[name]).length;
      expect(count('provisions')).toBe(text.provisions.length);
      expect(count('terms')).toBe(text.terms.length);
      expect(count('references')).toBe(text.references.length);
    }
  });
});

describe('plain text', () => {
  it('has every clause under its number, and no markup', () => {
    const body = bodies.find(({ slug }) => slug === 'db9902-t-12-2023');
    if (!body) throw new Error('no sample');
    const notice = { zh: '样例', en: 'SAMPLE' };
    const written = writePlainText(body, body.text, [notice]);
    expect(written).toMatch(/^DB9902\/T 12—2023\n冷链物流企业温度控制规范\n样例\n\n前言\n/);
    expect(written).toContain('\n5.1 温区划分\n');
    expect(written).toContain('\nC1\t冰温区\t-2～2\t冰鲜水产品\n');
    expect(written).toContain('\\theta_i');
    expect(written).not.toMatch(/<\/?[a-z]|\uE000|&amp;/);
    const [translated, english] = texts.find(([, { language }]) => language === 'en') ?? [];
    if (!translated || !english) throw new Error('no translation');
    expect(writePlainText(translated, english, [notice])).toContain('\nSAMPLE\n');
  });
});
