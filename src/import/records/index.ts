import { isAlias, parseAllDocuments, visit } from 'yaml';
import type { Bilingual } from '#core/base/bilingual.ts';
import { isObject } from '#core/base/json.ts';
import type { JsonObject } from '#core/base/json.ts';
import { catalogueColumns } from '#library/catalogue.ts';
import type { CatalogueColumn } from '../catalogue/columns.ts';
import { decodeTable } from '../workbook/decode-text.ts';
import { isGbt22373, readGbt22373 } from './gbt22373.ts';
import { isIsoOpenData, readIsoObjects, readIsoTable } from './iso.ts';
import { leave, noColumn } from './record.ts';
import type { ForeignRecord, ForeignRecords } from './record.ts';
import { isRelaton, readRelaton } from './relaton.ts';

const largest = 256 * 1024 * 1024;
const largestYaml = 16 * 1024 * 1024;

/**
 * Records of standards from a file of others, whatever its name: elements after GB/T 22373, deliverables of ISO Open Data (CSV
 * or JSON lines), items of Relaton (YAML or JSON), or the catalogue of a library of this kind. A file that is none of them
 * gives the reason. What the catalogue has no column for is left with its field and its value.
 */
export function readRecords(bytes: Uint8Array): ForeignRecords | Bilingual {
  if (bytes.length > largest) return tooLarge;
  const decoded = decodeTable(bytes);
  if ('zh' in decoded) return decoded;
  const { text } = decoded;
  const start = text
    .slice(0, 1 << 16)
    .replace(/^\ufeff/, '')
    .trimStart();
  if (start.startsWith('{') || start.startsWith('[')) {
    const parsed = parseObjects(text);
    return 'zh' in parsed ? parsed : readObjects(parsed);
  }
  const [head = ''] = start.split(/\r?\n/, 1);
  const names = head.split(',').map((name) => name.replaceAll('"', '').trim());
  if (isIsoOpenData(names)) return readTable(text);
  if (isGbt22373(start)) return { format: 'gbt22373', records: readGbt22373(text), left: [] };
  if (text.length > largestYaml) return unknownFormat;
  const items = parseYaml(text);
  return 'zh' in items ? items : readObjects(items);
}

function readTable(text: string): ForeignRecords | Bilingual {
  try {
    return { format: 'iso-open-data', records: readIsoTable(text), left: [] };
  } catch {
    return {
      zh: '表格读不通：引号没有成对',
      en: 'the table cannot be read: a quotation mark is not closed',
    };
  }
}

type Objects = readonly JsonObject[];

function readObjects(objects: Objects): ForeignRecords | Bilingual {
  const [first] = objects;
  if (!first) return { zh: '文件里没有一条记录', en: 'there is no record in the file' };
  if (isIsoOpenData(Object.keys(first)))
    return { format: 'iso-open-data', records: readIsoObjects(objects), left: [] };
  if (isRelaton(first)) return { format: 'relaton', records: readRelaton(objects), left: [] };
  if (first['format'] === 'biaolian-catalogue') return readOwn(first);
  if ('number' in first && ('title' in first || 'title_en' in first))
    return { format: 'biaolian', records: objects.map((row) => toOwn(row, '')), left: [] };
  const inner = Object.values(first).find(
    (value): value is unknown[] =>
      Array.isArray(value) && isObject(value[0]) && isRelaton(value[0]),
  );
  if (inner) return { format: 'relaton', records: readRelaton(inner.filter(isObject)), left: [] };
  return unknownFormat;
}

/** `/data/catalogue.json` of a library of this kind; rows without a day of their own have that of the file. */
function readOwn(file: Record<string, unknown>): ForeignRecords | Bilingual {
  const { version, standards, asOf, statusSince } = file;
  if (version !== 1 || !Array.isArray(standards)) return otherVersion;
  const day = [statusSince, asOf].find((each) => typeof each === 'string') ?? '';
  return {
    format: 'biaolian',
    records: standards.filter(isObject).map((row) => toOwn(row, day)),
    left: [],
  };
}

/** Columns of the published catalogue that tell of the site, and not of the standard. */
const ofSite: ReadonlySet<string> = new Set(
  'kind nature status_since status_until full_text path systems places sample'.split(' '),
);

function toOwn(row: Record<string, unknown>, day: string): ForeignRecord {
  const cells: Partial<Record<CatalogueColumn, string>> = {};
  const number = typeof row['number'] === 'string' ? row['number'] : '';
  const left: ForeignRecord['left'][number][] = [];
  for (const [name, value] of Object.entries(row)) {
    const column = catalogueColumns.find((each) => each === (name === 'issuers' ? 'issuer' : name));
    const text = Array.isArray(value) ? value.join(';') : typeof value === 'string' ? value : '';
    if (column) cells[column] = text;
    else if (text !== '' && !ofSite.has(name)) left.push(leave(number, name, value, noColumn));
  }
  return { cells: { ...cells, as_of: cells.as_of ?? day }, left };
}

function parseObjects(text: string): Objects | Bilingual {
  try {
    const read: unknown = JSON.parse(text);
    return (Array.isArray(read) ? read : [read]).filter(isObject);
  } catch {
    // Lines of JSON: one that cannot be read is told with its number.
  }
  const objects: JsonObject[] = [];
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    try {
      const read: unknown = JSON.parse(line);
      if (isObject(read)) objects.push(read);
    } catch {
      return { zh: `第 ${at + 1} 行不是 JSON`, en: `line ${at + 1} is no JSON` };
    }
  }
  return objects;
}

function parseYaml(text: string): Objects | Bilingual {
  try {
    const documents = parseAllDocuments(text, { schema: 'core', uniqueKeys: true });
    const objects: JsonObject[] = [];
    for (const document of documents) {
      if ('errors' in document && document.errors.length > 0) return unknownFormat;
      let aliases = 0;
      if (!('contents' in document)) continue;
      visit(document, (_, node) => {
        if (isAlias(node)) aliases += 1;
      });
      if (aliases > 0) return withAliases;
      const read: unknown = document.toJS({ maxAliasCount: 0 });
      objects.push(...(Array.isArray(read) ? read : [read]).filter(isObject));
    }
    return objects.length > 0 ? objects : unknownFormat;
  } catch {
    return unknownFormat;
  }
}

const tooLarge: Bilingual = {
  zh: '文件超过 256 MB，请分成几个',
  en: 'the file has more than 256 MB: split it',
};

const unknownFormat: Bilingual = {
  zh: '认不出是哪一种记录：认得 GB/T 22373 的元数据、ISO Open Data、Relaton 和本系统的 catalogue.json',
  en: 'it is no kind of record that is known: GB/T 22373, ISO Open Data, Relaton, or catalogue.json of a library of this kind',
};

const otherVersion: Bilingual = {
  zh: 'catalogue.json 的版本不认得（认得 1）',
  en: 'catalogue.json is of a version that is not known (1 is)',
};

const withAliases: Bilingual = {
  zh: 'YAML 里有别名（*…），为安全起见不读',
  en: 'the YAML holds aliases (*…), which are not read',
};
