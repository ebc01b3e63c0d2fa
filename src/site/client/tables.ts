/** So much of a table's window the names of its rows may take. */
const MOST_OF_NAMES = 0.4;

/** Where a table has room enough, the window scrolls it and its head can stay at the top; else it scrolls by itself, and the names of its rows stay. */
export function startTables(body: HTMLElement): void {
  const tables = [...body.querySelectorAll<HTMLElement>('.std-table > .scroll')];
  const measure = () => {
    const wide = tables.map((scroll) => {
      const table = scroll.firstElementChild;
      return table instanceof HTMLElement && table.offsetWidth > scroll.clientWidth + 1;
    });
    const named = tables.map((scroll) => {
      const name = scroll.querySelector<HTMLElement>('tbody th[scope="row"]');
      return name !== null && name.offsetWidth <= scroll.clientWidth * MOST_OF_NAMES;
    });
    tables.forEach((scroll, at) => {
      scroll.classList.toggle('fits', !wide[at]);
      scroll.classList.toggle('named', wide[at] === true && named[at] === true);
    });
  };
  window.addEventListener('resize', measure);
  measure();
}
