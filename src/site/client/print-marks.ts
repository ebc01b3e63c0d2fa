/** The margins of printed pages say the day of printing, the status of that day and where the page was read. */
export function markPrint(day: string): void {
  const root = document.documentElement;
  const set = (mark: string, text: string | undefined) => {
    if (text) root.style.setProperty(`--print-${mark}`, quote(text));
  };
  for (const mark of ['name', 'title', 'sample', 'address', 'facts'])
    set(mark, root.getAttribute(`data-print-${mark}`) ?? undefined);
  set('day', root.dataset['printDay']?.replace('{day}', day));
  const status = document.querySelector<HTMLElement>('.cover .status')?.dataset['status'];
  const states = root.dataset['printStates'];
  if (status && states) set('state', (JSON.parse(states) as Record<string, string>)[status]);
  if (root.dataset['address'] === undefined) set('address', location.origin + location.pathname);
}

/** A string of CSS. */
const quote = (text: string): string => JSON.stringify(text).replaceAll('\\n', '\\a ');
