/** Slides turn by keys: arrows, page keys, space, Home and End; they stand one below the other, so all else scrolls. */
export function startSlides(page: HTMLElement): void {
  const slides = [...page.querySelectorAll<HTMLElement>('.slide')];
  /** The slide whose top is nearest to that of the window. */
  const current = (): number => {
    const tops = slides.map((slide) => Math.abs(slide.getBoundingClientRect().top));
    return tops.indexOf(Math.min(...tops));
  };
  const show = (at: number): void => {
    const slide = slides[Math.max(0, Math.min(at, slides.length - 1))];
    slide?.scrollIntoView();
    slide?.focus({ preventScroll: true });
  };
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = event.target as Element;
    if (at.closest('input, textarea, select, button, a')) return;
    const isBefore = slides.every((slide) => slide.getBoundingClientRect().top > 64);
    const steps: Readonly<Record<string, () => number>> = {
      ArrowRight: () => (isBefore ? 0 : current() + 1),
      PageDown: () => (isBefore ? 0 : current() + 1),
      ' ': () => (event.shiftKey ? current() - 1 : isBefore ? 0 : current() + 1),
      ArrowLeft: () => current() - 1,
      PageUp: () => current() - 1,
      Home: () => 0,
      End: () => slides.length - 1,
    };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    show(step());
  });
}
