import { clausesNamed, indexClauses, nameClause, readClausesNamed } from './labels.ts';
import type { ClauseIndex, NamedClause } from './labels.ts';
import type { FileClause, FileProvision, FileReference, StandardFile } from './standard-file.ts';

/**
 * How it is known what verifies a provision: its author tagged it, its own sentence says it, the table of inspection items has both
 * in a row, the chapter of methods names the clause, or a method has the name of the clause. All but the first are proposals.
 */
export type VerificationBasis = 'author' | 'sentence' | 'table' | 'method' | 'title';

/** A clause of the same standard, or another standard, by which a provision is verified. */
export interface Verification {
  readonly basis: VerificationBasis;
  readonly clause?: NamedClause;
  /** Of another standard: its number and clause as written. */
  readonly other?: string;
}

/** 证实方法 and what it is called otherwise (GB/T 1.1—2020, 8.8; GB/T 20001.10—2014, 6.5). */
const methodChapter =
  /(?:证实|试验|检验|检测|测试|测量|测定|检查|核查|验证|评定)(?:的)?(?:方法|与证实)|^(?:检查与证实|证实|试验|检验|测试)$/;
const verb = '(?:检验|试验|测定|测量|检测|测试|检查|核查|验证|鉴定|校验)';
/** 「按5.3检验」「按附录A规定的方法测定」「依据6.2进行试验」. */
const ownClause = new RegExp(
  `(?:按照?|依据|依照|根据|采用) ?(${clausesNamed})(?:中?的?(?:规定|方法|要求|条件|步骤)|规定的方法|给出的方法|描述的方法|中的方法)*(?:进行|予以)?[^，。；、：]{0,6}?${verb}`,
  'g',
);
/** 「试验方法见6.2」「检验方法按附录B」. */
const methodSeen = new RegExp(
  `${verb}(?:的)?方法[^，。；：]{0,6}?(?:见|按照?|应符合|符合) ?(${clausesNamed})`,
  'g',
);

/** Finds what verifies each provision of a standard; empty where the text does not tell. */
export function startVerifications(
  file: StandardFile,
): (provision: FileProvision) => readonly Verification[] {
  const index = indexClauses(file);
  const methods = listMethods(file, index);
  const inMethods = new Set(methods.map(({ id }) => id));
  const references = groupByClause(file);
  const byMethod = readMethods(methods, index, inMethods, references);
  const byTable = readTables(file, index);
  const byTitle = matchTitles(file, methods, inMethods);
  return (provision) => {
    const { verify, clause, text, type } = provision;
    const tagged = verify === undefined ? undefined : index.byId.get(verify);
    if (tagged) return [{ basis: 'author', clause: nameClause(tagged) }];
    if (inMethods.has(clause) || type === 'instruction') return [];
    const said = [
      ...readOwn(text, clause, index),
      ...readOthers(text, references.get(clause) ?? []),
    ];
    if (said.length > 0 || type === 'permission' || type === 'possibility') return said;
    const upwards = index.listUpwards(clause);
    for (const [basis, found] of [
      ['table', byTable],
      ['method', byMethod],
      ['title', byTitle],
    ] as const) {
      const named = upwards.flatMap((id) => found.get(id) ?? []);
      if (named.length > 0)
        return distinct(named).map((each) => ({ basis, clause: nameClause(each) }));
    }
    return [];
  };
}

function groupByClause({ text }: StandardFile): ReadonlyMap<string, readonly FileReference[]> {
  const groups = new Map<string, FileReference[]>();
  for (const reference of text.references) {
    const group = groups.get(reference.clause);
    if (group) group.push(reference);
    else groups.set(reference.clause, [reference]);
  }
  return groups;
}

const distinct = (clauses: readonly FileClause[]): readonly FileClause[] => [...new Set(clauses)];

/** The chapters of methods and all that lies in them. */
function listMethods({ text }: StandardFile, index: ClauseIndex): readonly FileClause[] {
  const chapters = new Set(
    text.clauses
      .filter(
        ({ kind, title, normative }) =>
          kind === 'chapter' && normative && methodChapter.test(title),
      )
      .map(({ id }) => id),
  );
  return text.clauses.filter(({ id }) => index.listUpwards(id).some((each) => chapters.has(each)));
}

function readOwn(text: string, own: string, index: ClauseIndex): readonly Verification[] {
  const found = [ownClause, methodSeen].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(({ 1: named = '', index: at }) =>
      belongsToOther(text, at + 1) ? [] : readClausesNamed(named, index),
    ),
  );
  return distinct(found)
    .filter(({ id }) => id !== own)
    .map((clause) => ({ basis: 'sentence', clause: nameClause(clause) }));
}

/** Whether a number of a standard ends right before a place, so that the clauses named there are its own. */
const belongsToOther = (text: string, at: number): boolean =>
  /\d(?:[—–-](?:19|20)\d{2})?\s*(?:中的|中|的|之|，)?\s*$/.test(text.slice(0, at)) &&
  /(?:[A-Z]{2}|ISO|IEC)[^，。；]{0,24}$/.test(text.slice(0, at));

/** 「按GB/T 2423.1—2008的5.2试验」, 「按GB/T 4857.5进行跌落试验」; not 「按NY/T 2399生产并经田间检验」. */
const behindNumber = new RegExp(
  `^\\s*(?:(?:中的|中|的|之)?\\s*${clausesNamed})?(?:中?的?(?:规定|方法|要求|条件|步骤))*的?(?:方法)?(?:进行|予以)?[^，。；、：并]{0,6}?${verb}`,
);

function readOthers(text: string, references: readonly FileReference[]): readonly Verification[] {
  const found = references.flatMap(({ raw }): readonly string[] => {
    const at = text.indexOf(raw);
    if (at < 0 || !/(?:按照?|依据|依照|根据|采用)\s*$/.test(text.slice(0, at))) return [];
    const behind = text.slice(at + raw.length);
    const [said = ''] = behindNumber.exec(behind) ?? [];
    if (said === '') return [];
    const [clauses = ''] =
      new RegExp(`^\\s*(?:中的|中|的|之)?\\s*${clausesNamed}`).exec(said) ?? [];
    return [raw + clauses];
  });
  return [...new Set(found)].map((other) => ({ basis: 'sentence', other }));
}

/** Behind these words a clause is not what is verified but how: 「按A.1固定」, 「采用6.2的条件」. */
const asMeans = /(?:按照?|依据|依照|根据|采用|用|见|由)\s*$/;
/** … but 「按6.3的要求核对」 verifies it. */
const asMeasure = new RegExp(
  `^(?:的|中)?(?:要求|规定)[^，。；]{0,6}?(?:${verb}|核对|查验|评价|判定)`,
);

/** What the chapter of methods names, by clause: 「与4.1、4.2和4.3逐项核对」 in 10.1. */
function readMethods(
  methods: readonly FileClause[],
  index: ClauseIndex,
  inMethods: ReadonlySet<string>,
  references: ReadonlyMap<string, readonly FileReference[]>,
): ReadonlyMap<string, readonly FileClause[]> {
  const found = new Map<string, FileClause[]>();
  for (const method of methods) {
    const text = maskOthers(method.text, references.get(method.id) ?? []);
    for (const match of text.matchAll(new RegExp(clausesNamed, 'g'))) {
      const before = text.slice(0, match.index);
      const behind = text.slice(match.index + match[0].length);
      if (/[\d.A-Za-z表图(（]$/.test(before) || /^ ?[\d%℃°A-Za-zμΩ×]/.test(behind)) continue;
      if (asMeans.test(before) && !asMeasure.test(behind)) continue;
      for (const { id, normative } of readClausesNamed(match[0], index)) {
        if (!normative || inMethods.has(id) || isInAnnex(id, index)) continue;
        const list = found.get(id);
        if (list) list.push(method);
        else found.set(id, [method]);
      }
    }
  }
  return found;
}

/** What a method says of an annex is how to do it, most often. */
const isInAnnex = (id: string, { byId, listUpwards }: ClauseIndex): boolean =>
  byId.get(listUpwards(id).at(-1) ?? '')?.kind === 'annex';

/** A text without the clauses that it names of other standards, at equal length. */
function maskOthers(text: string, references: readonly FileReference[]): string {
  let masked = text;
  for (const { raw } of references) {
    for (let at = masked.indexOf(raw); at >= 0; at = masked.indexOf(raw, at + raw.length)) {
      const behind = masked.slice(at + raw.length);
      const [own = ''] =
        new RegExp(`^\\s*(?:中的|中|的|之|，)?\\s*${clausesNamed}`).exec(behind) ?? [];
      const length = raw.length + own.length;
      masked = masked.slice(0, at) + '，'.repeat(length) + masked.slice(at + length);
    }
  }
  return masked;
}

/** Tables of inspection items: a column of requirements and one of methods, both naming clauses. */
function readTables(
  { text }: StandardFile,
  index: ClauseIndex,
): ReadonlyMap<string, readonly FileClause[]> {
  const found = new Map<string, readonly FileClause[]>();
  for (const { rows = [], headRows = 1 } of text.exhibits) {
    const heads = (rows[0] ?? []).map((_, at) =>
      rows
        .slice(0, headRows)
        .map((row) => row[at] ?? '')
        .join(''),
    );
    const asked = heads.findIndex((head) => /要求|指标/.test(head) && !/方法/.test(head));
    const method = heads.findIndex((head) =>
      /(?:试验|检验|检测|测试|检查|测定|验证)方法/.test(head),
    );
    if (asked < 0 || method < 0) continue;
    for (const row of rows.slice(headRows)) {
      const methods = readCell(row[method] ?? '', index);
      if (methods.length === 0) continue;
      for (const { id } of readCell(row[asked] ?? '', index))
        found.set(id, [...(found.get(id) ?? []), ...methods]);
    }
  }
  return found;
}

/** The clauses that are all a cell says: `[#id]` as the author writes them, or their printed addresses. */
function readCell(cell: string, index: ClauseIndex): readonly FileClause[] {
  const ids = [...cell.matchAll(/\[#([^\]]+)\]/g)].flatMap(
    ([, id = '']) => index.byId.get(id) ?? [],
  );
  if (ids.length > 0) return ids;
  return new RegExp(`^(?:${clausesNamed})$`).test(cell.trim()) ? readClausesNamed(cell, index) : [];
}

/** Methods that have the name of one clause outside the methods: 噪声 and 噪声试验. Names that stand twice tell nothing. */
function matchTitles(
  { text }: StandardFile,
  methods: readonly FileClause[],
  inMethods: ReadonlySet<string>,
): ReadonlyMap<string, readonly FileClause[]> {
  const bare = (title: string) =>
    title.replace(/(?:的)?(?:试验|测定|检验|检查|测量|检测|测试|核查|验证)(?:方法)?$/, '').trim();
  const isAsked = ({ id, kind, normative, title }: FileClause) =>
    normative && (kind === 'clause' || kind === 'chapter') && !inMethods.has(id) && title !== '';
  const asked = new Map<string, FileClause[]>();
  for (const clause of text.clauses.filter(isAsked)) {
    const list = asked.get(clause.title);
    if (list) list.push(clause);
    else asked.set(clause.title, [clause]);
  }
  const named = new Map<string, FileClause[]>();
  for (const method of methods.filter(({ kind, title }) => kind === 'clause' && title !== '')) {
    const name = bare(method.title);
    const list = named.get(name);
    if (list) list.push(method);
    else named.set(name, [method]);
  }
  const found = new Map<string, readonly FileClause[]>();
  for (const [name, [method, another]] of named) {
    const [clause, twin] = asked.get(name) ?? [];
    if (method && clause && !another && !twin) found.set(clause.id, [method]);
  }
  return found;
}
