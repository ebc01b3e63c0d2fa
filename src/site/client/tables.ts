/** Where a table has room enough, the window scrolls it and its head can stay at the top; else it scrolls by itself. */
export function startTables(body: HTMLElement): void {
  const tables = [...body.querySelectorAll<HTMLElement>('.std-table > .scroll')];
  const measure = () => {
    const wide = tables.map((scroll) => {
      const table = scroll.firstElementChild;
      return table instanceof HTMLElement && table.offsetWidth > scroll.clientWidth + 1;
    });
    tables.forEach((scroll, at) => scroll.classList.toggle('fits', !wide[at]));
  };
  window.addEventListener('resize', measure);
  measure();
}
