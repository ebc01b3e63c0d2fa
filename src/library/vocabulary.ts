import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseYaml, YAMLParseError } from 'yaml';
import { z } from 'zod';
import type { Bilingual, Diagnostic } from '#core/model/diagnostic.ts';
import { makeFinding, startOfLine } from '#core/model/finding.ts';
import { explainCsvError } from './csv-error.ts';
import { decodePlainText } from './decode.ts';
import { digestFile } from './digest.ts';
import { rememberLast } from './remember.ts';
import { placeList } from './place-words.ts';
import type { PlaceWords } from './place-words.ts';
import { readSaidWords } from './said-words.ts';
import type { SaidWords } from '#core/model/said-words.ts';
import { readSynonyms } from './synonyms.ts';

export interface Chain {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  /** 领域: a field with a standard system that is no industrial chain. */
  readonly kind: '产业链' | '领域';
  /** Heading to list it under. */
  readonly group?: Bilingual | undefined;
}

/** Names of a code in both languages; either may be unknown. */
export interface CodeName {
  readonly zh?: string;
  readonly en?: string;
}

/** What a catalogue holds, said by those who keep it. */
export interface CatalogueCoverage {
  /** A clause without full stop, in both languages. */
  readonly zh?: string | undefined;
  readonly en?: string | undefined;
  /** Numbers known to exist of which no source at hand has facts. */
  readonly absent: readonly string[];
}

/** What the library calls things: `vocabulary/`. Every file may be absent. */
export interface Vocabulary {
  readonly chains: readonly Chain[];
  readonly ics: ReadonlyMap<string, CodeName>;
  readonly ccs: ReadonlyMap<string, CodeName>;
  readonly industries: ReadonlyMap<string, CodeName>;
  /** English names of issuers and other bodies, by their Chinese name. */
  readonly bodies: ReadonlyMap<string, CodeName>;
  /** What the catalogue covers: `catalogue-coverage.yaml`. */
  readonly coverage: CatalogueCoverage;
  /** Groups of words that mean the same to search. */
  readonly synonyms: readonly (readonly string[])[];
  /** What people call the places of standard systems, by their keys, and whole systems, by their ids. */
  readonly places: ReadonlyMap<string, PlaceWords>;
  /** What people say for what texts say, in Chinese and in English. */
  readonly said: readonly SaidWords[];
}

/** `vocabulary/chains.yaml`. */
export const chainList = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    zh: z.string().min(1),
    en: z.string().min(1),
    kind: z.enum(['产业链', '领域']).default('产业链'),
    group: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }).optional(),
  }),
);

/** `vocabulary/catalogue-coverage.yaml`. */
export const coverageShape = z.strictObject({
  zh: z.string().min(1).optional(),
  en: z.string().min(1).optional(),
  absent: z.array(z.string()).default([]),
});

const remember = rememberLast<unknown>();

/** The words of a library, with findings about files that cannot be used. A file may be read from another root, or from nowhere. */
export function readVocabulary(
  library: string,
  rootOf: (file: string) => string | null = () => library,
): {
  readonly vocabulary: Vocabulary;
  /** Of each file that was read. */
  readonly digests: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
} {
  const digests = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  const read = <T>(name: string, parse: (text: string) => T, absent: T): T => {
    const file = `vocabulary/${name}`;
    const root = rootOf(file);
    if (root === null) return absent;
    let bytes: Buffer;
    try {
      bytes = readFileSync(join(root, file));
    } catch {
      return absent;
    }
    const digest = digestFile(file, bytes);
    digests.set(file, digest);
    const text = decodePlainText(bytes, file, diagnostics);
    if (text === null) return absent;
    try {
      return remember(join(root, file), digest, () => parse(text)) as T;
    } catch (error) {
      const { line, reason } = explain(error);
      diagnostics.push(
        makeFinding(file, {
          rule: 'vocabulary',
          range: startOfLine(line),
          message: {
            zh: `词表读不通：${reason.zh}`,
            en: `The vocabulary cannot be read: ${reason.en}`,
          },
          hint: {
            zh: '写法见 docs/catalogue.md；改正之前仍用上次公布的词表',
            en: 'See docs/catalogue.md for its form; until it is corrected the one published last is used',
          },
        }),
      );
      return absent;
    }
  };
  const codes = (name: string) => read(name, readCodes, new Map<string, CodeName>());
  const synonyms = read('synonyms.yaml', (text) => readSynonyms(text, 'vocabulary/synonyms.yaml'), {
    groups: [],
    diagnostics: [],
  });
  const said = ['everyday.yaml', 'english.yaml'].map((name) =>
    read(name, (text) => readSaidWords(text, `vocabulary/${name}`), {
      groups: [],
      diagnostics: [],
    }),
  );
  diagnostics.push(...synonyms.diagnostics, ...said.flatMap((each) => each.diagnostics));
  return {
    vocabulary: {
      chains: read('chains.yaml', (text) => chainList.parse(parseYaml(text)), []),
      ics: codes('ics.csv'),
      ccs: codes('ccs.csv'),
      industries: codes('industries.csv'),
      bodies: codes('bodies.csv'),
      coverage: read('catalogue-coverage.yaml', (text) => coverageShape.parse(parseYaml(text)), {
        absent: [],
      }),
      synonyms: synonyms.groups,
      places: read('places.yaml', readPlaces, new Map()),
      said: said.flatMap(({ groups }) => groups),
    },
    digests,
    diagnostics,
  };
}

function readPlaces(text: string): ReadonlyMap<string, PlaceWords> {
  const places: unknown = parseYaml(text);
  return new Map(Object.entries(placeList.parse(places ?? {})));
}

/** CSV with the columns code, zh, en. */
function readCodes(text: string): ReadonlyMap<string, CodeName> {
  const rows: Record<string, string | undefined>[] = parseCsv(text, { columns: true, trim: true });
  return new Map(
    rows.map((row) => [
      row['code'] ?? '',
      { ...(row['zh'] ? { zh: row['zh'] } : {}), ...(row['en'] ? { en: row['en'] } : {}) },
    ]),
  );
}

/** Why a file of words cannot be used, and the line where that is known. */
function explain(error: unknown): { readonly line: number; readonly reason: Bilingual } {
  if (error instanceof YAMLParseError) {
    const { code, linePos, message } = error;
    const [said = ''] = message.split(/ at line |\n/, 1);
    return {
      line: linePos?.[0].line ?? 1,
      reason: { zh: `不是合法的 YAML（${code}）`, en: `it is not valid YAML: ${said}` },
    };
  }
  if (error instanceof z.ZodError) {
    const [{ path, message } = { path: [], message: '' }] = error.issues;
    const [at, ...keys] = path.map(String);
    const key = keys.join('.');
    const [zh, en] = message.split('｜');
    if (zh && en) return { line: 1, reason: { zh: `${at}：${zh}`, en: `${at}: ${en}` } };
    return {
      line: 1,
      reason: {
        zh: /^\d+$/.test(at ?? '')
          ? `第 ${Number(at) + 1} 项的 ${key || '写法'} 不合要求`
          : `${[at, ...keys].join('.') || '整个文件'} 不合要求`,
        en: `${path.join('.') || 'the whole file'}: ${message}`,
      },
    };
  }
  return explainCsvError(error);
}
