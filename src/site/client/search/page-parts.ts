/** The places of the page of results that code fills. */
export interface PageParts {
  readonly form: HTMLFormElement;
  readonly input: HTMLInputElement;
  readonly scopes: HTMLElement;
  readonly intro: HTMLElement;
  readonly recents: HTMLElement;
  /** Filters and results. */
  readonly body: HTMLElement;
  /** Count, tools, results and paging. */
  readonly main: HTMLElement;
  readonly count: HTMLElement;
  readonly notices: HTMLElement;
  readonly filters: HTMLDetailsElement;
  readonly filterCount: HTMLElement;
  readonly filterGroups: HTMLElement;
  readonly showResults: HTMLElement;
  readonly chips: HTMLElement;
  readonly tools: HTMLElement;
  readonly results: HTMLElement;
  readonly pager: HTMLElement;
}

/** Shows the filters, or gives their room to the results. */
export function hideFilters(
  { filters, body }: Pick<PageParts, 'filters' | 'body'>,
  hidden: boolean,
): void {
  filters.hidden = hidden;
  body.classList.toggle('wide', hidden);
}

const COLUMNS = '(min-width: 64rem)';

/** Found by their `data-` names; nothing when one is missing. */
export function findPageParts(page: HTMLElement): PageParts | undefined {
  const form = page.querySelector<HTMLFormElement>('form[role="search"]');
  const input = form?.querySelector<HTMLInputElement>('input[name="q"]');
  const filters = page.querySelector<HTMLDetailsElement>('details[data-filters]');
  const names = [
    'scopes',
    'intro',
    'recents',
    'body',
    'main',
    'count',
    'notices',
    'filter-count',
    'filter-groups',
    'show-results',
    'chips',
    'tools',
    'results',
    'pager',
  ];
  const found = names.map((name) => page.querySelector<HTMLElement>(`[data-${name}]`));
  const all = found.filter((element) => element !== null);
  const [scopes, intro, recents, body, main, count, notices, filterCount] = all;
  const [filterGroups, showResults, chips, tools, results, pager] = all.slice(8);
  if (!form || !input || !filters || all.length < names.length) return undefined;
  if (!scopes || !intro || !recents || !body || !main || !count || !notices) return undefined;
  if (!filterCount || !filterGroups || !showResults || !chips || !tools) return undefined;
  if (!results || !pager) return undefined;
  showColumn(filters, showResults, main);
  return {
    form,
    input,
    scopes,
    intro,
    recents,
    body,
    main,
    count,
    notices,
    filters,
    filterCount,
    filterGroups,
    showResults,
    chips,
    tools,
    results,
    pager,
  };
}

/** Beside the results the filters stand open; above them, in a narrow window, they are shut until asked for. */
function showColumn(filters: HTMLDetailsElement, close: HTMLElement, main: HTMLElement): void {
  const wide = window.matchMedia(COLUMNS);
  const follow = () => (filters.open = wide.matches);
  follow();
  wide.addEventListener('change', follow);
  close.addEventListener('click', () => {
    filters.open = false;
    main.scrollIntoView({ block: 'start' });
    filters.querySelector('summary')?.focus({ preventScroll: true });
  });
}
