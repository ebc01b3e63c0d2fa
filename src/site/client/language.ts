/** The other language opens at the same place: clause, and question of a search. */
export function startLanguageSwitch(): void {
  const link = document.querySelector<HTMLAnchorElement>('.language-switch');
  const carry = () => {
    if (!link) return;
    const here = document.querySelector<HTMLAnchorElement>('.bar-here');
    // At the top of a page nothing has been chosen yet.
    const seen = window.scrollY > window.innerHeight / 2 ? (here?.hash ?? '') : '';
    link.search = window.location.search;
    link.hash = window.location.hash || seen;
  };
  for (const event of ['pointerdown', 'focus', 'click']) link?.addEventListener(event, carry);
}
