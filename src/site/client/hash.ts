/** The id that the address names, decoded; empty where it names none, or is no encoding of one. */
export function readHash(): string {
  try {
    return decodeURIComponent(window.location.hash.slice(1));
  } catch {
    return '';
  }
}

/** Opens the group that the address names, now and at each change of the address. */
export function openNamedGroup(
  within: ParentNode,
  then: (group: HTMLDetailsElement) => void = () => {},
): void {
  const open = () => {
    const id = readHash();
    const named = id === '' ? null : document.getElementById(id);
    const group = named && within.contains(named) ? named.closest('details') : null;
    if (!group) return;
    group.open = true;
    then(group);
  };
  open();
  window.addEventListener('hashchange', open);
}
