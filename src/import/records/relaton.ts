import { leave, noColumn } from './record.ts';
import type { ForeignRecord, LeftValue } from './record.ts';

type Item = Readonly<Record<string, unknown>>;

const isItem = (value: unknown): value is Item =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

const list = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

/** The words of a value that may be a text, an object with its content, or a list of those. */
function words(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value).trim();
  if (Array.isArray(value)) return words(value[0]);
  if (!isItem(value)) return '';
  return words(value['content'] ?? value['value'] ?? value['id'] ?? value['name'] ?? value['code']);
}

/** Whether an object is a bibliographic item as Relaton writes them. */
export const isRelaton = (value: Record<string, unknown>): boolean =>
  'docid' in value || 'docidentifier' in value;

const used = new Set([
  'docid',
  'docidentifier',
  'title',
  'date',
  'ics',
  'contributor',
  'relation',
  'docstatus',
  'status',
  'id',
  'type',
  'language',
  'script',
  'fetched',
  'schema-version',
  'docnumber',
]);

/** Bibliographic items of Relaton (YAML or JSON) as records. */
export function readRelaton(items: readonly Item[]): readonly ForeignRecord[] {
  return items.map((item): ForeignRecord => {
    const number = numberOf(item);
    const left: LeftValue[] = Object.entries(item)
      .filter(([name]) => !used.has(name))
      .map(([name, value]) => leave(number, name, value, noColumn));
    const related = (types: RegExp): string =>
      list(item['relation'])
        .filter(isItem)
        .filter(({ type }) => types.test(words(type)))
        .map(({ bibitem }) => (isItem(bibitem) ? numberOf(bibitem) : words(bibitem)))
        .filter((found) => found !== '')
        .join(';');
    for (const relation of list(item['relation']).filter(isItem)) {
      if (!/^(?:obsolete|replace|supersede)/i.test(words(relation['type'])))
        left.push(leave(number, `relation ${words(relation['type'])}`, relation, noColumn));
    }
    const stage = words(item['docstatus'] ?? item['status']) || stageOf(item);
    return {
      cells: {
        number,
        title: titleIn(item, /^zh/),
        title_en: titleIn(item, /^en|^$/),
        status: statusOf(stage),
        issued: dayOf(item, /^(?:published|issued)$/),
        implemented: dayOf(item, /^implemented$/),
        withdrawn: dayOf(item, /^(?:obsoleted|withdrawn)$/),
        replaces: related(/^(?:obsoletes|replaces|supersedes)$/i),
        replaced_by: related(/^(?:obsoletedBy|replacedBy|supersededBy)$/i),
        ics: list(item['ics'])
          .map((each) => (isItem(each) ? words(each['code']) : words(each)))
          .join(';'),
        issuer: publisherOf(item),
        as_of: words(item['fetched']).slice(0, 10),
      },
      left,
    };
  });
}

function numberOf(item: Item): string {
  const ids = list(item['docid'] ?? item['docidentifier']);
  const isPrimary = (id: unknown): boolean => isItem(id) && id['primary'] === true;
  const isOther = (id: unknown): boolean =>
    isItem(id) && /^(?:URN|DOI|ISBN|iso-reference|IEEE-XPLORE)/i.test(words(id['type']));
  const found = ids.find(isPrimary) ?? ids.find((id) => !isOther(id)) ?? ids[0];
  return words(found) || words(item['formattedref']);
}

function titleIn(item: Item, language: RegExp): string {
  const titles = list(item['title']);
  const of = (title: unknown): string => (isItem(title) ? words(title['language']) : '');
  const isMain = (title: unknown): boolean => isItem(title) && /^main$/.test(words(title['type']));
  const fitting = titles.filter((title) => {
    const said = of(title);
    const guessed = said === '' && /\p{Script=Han}/u.test(words(title)) ? 'zh' : said;
    return language.test(guessed);
  });
  return words(fitting.find(isMain) ?? fitting[0]);
}

function dayOf(item: Item, types: RegExp): string {
  const dates = list(item['date']).filter(isItem);
  const found = dates.find(({ type }) => types.test(words(type)));
  const day = words(found?.['value'] ?? found?.['on'] ?? found?.['at']);
  return /^\d{4}-\d{2}-\d{2}/.test(day) ? day.slice(0, 10) : '';
}

const stageOf = (item: Item): string => {
  const status = item['docstatus'] ?? item['status'];
  return isItem(status) ? words(status['stage']) : '';
};

function statusOf(stage: string): string {
  if (/^(?:95|withdrawn|obsolete)/i.test(stage)) return '废止';
  return /^(?:60|90|published|current|active)/i.test(stage) ? '现行' : '未知';
}

function publisherOf(item: Item): string {
  const names = list(item['contributor'])
    .filter(isItem)
    .filter(({ role }) =>
      list(role).some((each) =>
        /publisher|issuer/.test(isItem(each) ? words(each['type']) : words(each)),
      ),
    )
    .map(({ organization }) =>
      isItem(organization) ? words(organization['name']) : words(organization),
    );
  return names.filter((name) => name !== '').join(';');
}
