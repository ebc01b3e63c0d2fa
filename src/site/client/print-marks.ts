/** The margins of printed pages say the day of printing, the status of that day and where the page was read. */
export function markPrint(day: string): void {
  const root = document.documentElement;
  const set = (mark: string, text: string | undefined) => {
    if (text) root.style.setProperty(`--print-${mark}`, JSON.stringify(text));
  };
  set('day', root.dataset['printDay']?.replace('{day}', day));
  const status = document.querySelector<HTMLElement>('.cover .status')?.dataset['status'];
  const states = root.dataset['printStates'];
  if (status && states) set('state', (JSON.parse(states) as Record<string, string>)[status]);
  if (root.dataset['address'] === undefined) set('address', location.origin + location.pathname);
}

/** Ems of a formula at seven tenths of its size on A4; a wider one is broken instead. */
const MOST_SHRUNK = 56;

/** Tells the style of a printed formula how wide it is, in ems: at least its widest part, which cannot be broken. */
export function measureFormulae(): void {
  for (const math of document.querySelectorAll<HTMLElement>('.std-formula .math')) {
    const widths = [...math.querySelectorAll('.katex-html > .katex-base')].map(
      (part) => part.getBoundingClientRect().width,
    );
    const whole = widths.reduce((sum, width) => sum + width, 0);
    const size = Number.parseFloat(getComputedStyle(math).fontSize);
    if (whole > 0 && size > 0) {
      const width = Math.max(Math.max(...widths) / size, Math.min(whole / size, MOST_SHRUNK));
      math.style.setProperty('--formula-width', width.toFixed(2));
    }
  }
}
