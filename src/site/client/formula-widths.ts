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
