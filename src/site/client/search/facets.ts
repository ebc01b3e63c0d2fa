import { hasHan } from '#core/characters/chinese.ts';
import { filterNames } from '#search/contract.ts';
import { isCoded, upperCode } from '#core/terms/index.ts';
import type { FacetCount, Facets, FilterName, Filters } from '#search/contract.ts';
import { FIND_FROM, foldRows } from '../fold.ts';
import { isOpen } from './facet-view.ts';
import type { AskedFilters, FacetView } from './facet-view.ts';
import { nameValue } from './labels.ts';
import type { Labels } from './labels.ts';
import { listKnownValues, toggleFilter } from './state.ts';
import { formatCount } from '#core/base/format-count.ts';
import { draw } from '../draw.ts';
import { WORDS } from '#site/i18n/browser/search.ts';
import type { SearchWords } from '#site/i18n/browser/search.ts';

const MOST_SEGMENTS = 12;

export interface FacetContext extends AskedFilters {
  readonly facets: Facets;
  /** Names that were counted. */
  readonly counted: ReadonlySet<FilterName>;
  readonly labels: Labels;
  readonly language: 'zh' | 'en';
  readonly view: FacetView;
  readonly onChange: (filters: Filters) => void;
  /** A group that was not counted has been opened. */
  readonly onOpen: () => void;
}

interface Row extends FacetCount {
  readonly label: string;
  /** Below a field that is chosen. */
  readonly below: boolean;
}

/** The groups of filters with their counts; names that were counted and have no values are left out, unless a reader opened them. */
export function renderFacets(context: FacetContext): readonly HTMLElement[] {
  const { counted, view } = context;
  return filterNames.flatMap((name) => {
    if (name === 'node' && !isWorthListing(context)) return [];
    const rows = counted.has(name) ? listRows(name, context) : [];
    const empty = counted.has(name) && rows.length === 0 && !view.open.get(name);
    return empty ? [] : [renderGroup(name, rows, context)];
  });
}

/** Segments of many chains together are no help: they are listed below a chain, or when they are few. */
function isWorthListing({ facets, filters }: FacetContext): boolean {
  const chosen = [...(filters.chain ?? []), ...(filters.node ?? [])];
  return chosen.length > 0 || (facets.node ?? []).length <= MOST_SEGMENTS;
}

/** Rows of a group in the order they are shown: groups of a code below their field, and only when it is chosen. */
function listRows(name: FilterName, context: FacetContext): readonly Row[] {
  const { facets, filters, labels, language } = context;
  const words = WORDS[language];
  const chosen = filters[name] ?? [];
  const counted = facets[name] ?? [];
  const missing = chosen.filter((value) => counted.every((each) => each.value !== value));
  const all = sortValues(name, [...counted, ...missing.map((value) => ({ value, count: 0 }))]);
  const toRow = (each: FacetCount, below: boolean): Row => ({
    ...each,
    label: nameValue(name, each.value, labels, words),
    below,
  });
  const known = new Set(all.map(({ value }) => value));
  const isBelow = ({ value }: FacetCount) => known.has(upperCode(name, value) ?? '');
  return all
    .filter((each) => !isBelow(each))
    .flatMap((field) => {
      const groups = all.filter(({ value }) => upperCode(name, value) === field.value);
      const opened = [field, ...groups].some(({ value }) => chosen.includes(value));
      return [toRow(field, false), ...(opened ? groups.map((each) => toRow(each, true)) : [])];
    });
}

function sortValues(name: FilterName, values: readonly FacetCount[]): readonly FacetCount[] {
  const known = listKnownValues(name);
  if (known) {
    const rank = ({ value }: FacetCount) =>
      (known.indexOf(value) + known.length + 1) % (known.length + 1);
    return [...values].sort((a, b) => rank(a) - rank(b));
  }
  return name === 'year' ? [...values].sort((a, b) => (a.value < b.value ? 1 : -1)) : values;
}

function renderGroup(name: FilterName, rows: readonly Row[], context: FacetContext): HTMLElement {
  const { counted, filters, language, view } = context;
  const words = WORDS[language];
  const title = words.filterNames[name];
  const chosen = filters[name] ?? [];
  const items = rows.map((row) => renderRow(name, row, context));
  const list = draw('ul', { role: 'list' }, ...items);
  const fold = draw('button', {
    type: 'button',
    class: 'fold',
    'data-key': `${name}-fold`,
  });
  const folded = rows.map(({ value, label, below }, at) => ({
    item: items[at] as HTMLElement,
    text: `${value} ${label}`,
    kept: chosen.includes(value),
    below,
  }));
  const apply = () => {
    const state = { unfolded: view.unfolded.has(name), asked: view.find.get(name) ?? '' };
    foldRows(folded, fold, state, words);
  };
  fold.addEventListener('click', () => {
    if (!view.unfolded.delete(name)) view.unfolded.add(name);
    apply();
  });
  apply();
  const group = draw(
    'details',
    { class: 'facet-group', 'data-filter': name },
    draw(
      'summary',
      { class: 'fold-head', 'data-key': `${name}-summary` },
      draw('span', {}, title),
      ...(chosen.length > 0
        ? [draw('span', { class: 'chosen-count' }, words.filtersChosen(chosen.length))]
        : []),
    ),
    draw(
      'div',
      { role: 'group', 'aria-label': title },
      ...(rows.length >= FIND_FROM ? [renderFind(name, title, view, apply, words)] : []),
      ...(rows.length > 0
        ? [list, fold]
        : [draw('p', { class: 'no-values' }, counted.has(name) ? words.noValues : words.counting)]),
    ),
  );
  group.open = isOpen(name, view, context);
  group.addEventListener('toggle', () => {
    // The browser tells of what was drawn open, too.
    if (group.open === isOpen(name, view, context)) return;
    view.open.set(name, group.open);
    if (group.open && !counted.has(name)) context.onOpen();
  });
  return group;
}

/** A field that narrows a long group as one types. */
function renderFind(
  name: FilterName,
  title: string,
  { find }: FacetView,
  apply: () => void,
  words: SearchWords,
): HTMLElement {
  const field = draw('input', {
    type: 'search',
    class: 'field find-value',
    autocomplete: 'off',
    maxlength: '60',
    'data-key': `${name}-find`,
    'aria-label': words.findValue(title),
    placeholder: words.findValue(title),
  });
  field.value = find.get(name) ?? '';
  field.addEventListener('input', () => {
    find.set(name, field.value);
    apply();
  });
  return field;
}

function renderRow(name: FilterName, row: Row, context: FacetContext): HTMLElement {
  const { filters, language, onChange } = context;
  const chosen = filters[name] ?? [];
  const box = draw('input', { type: 'checkbox', 'data-key': `${name}=${row.value}` });
  box.checked = chosen.includes(row.value);
  box.indeterminate = !box.checked && chosen.some((value) => upperCode(name, value) === row.value);
  box.addEventListener('change', () =>
    onChange(toggleFilter(filters, name, row.value, box.checked)),
  );
  const coded = isCoded(name);
  const isForeign = language === 'en' && hasHan(row.label);
  return draw(
    'li',
    row.below ? { class: 'below' } : {},
    draw(
      'label',
      {},
      box,
      ...(coded ? [draw('span', { class: 'code' }, row.value)] : []),
      draw(
        'span',
        { class: 'name', ...(isForeign ? { lang: 'zh-CN' } : {}) },
        coded && row.label === row.value ? '' : row.label,
      ),
      ' ',
      draw('span', { class: 'count' }, formatCount(row.count)),
    ),
  );
}
