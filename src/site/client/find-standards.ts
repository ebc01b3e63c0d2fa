import './reader-day.ts';

/** How many standards of each role there are: `产品:3 方法:1`. */
type RoleCounts = ReadonlyMap<string, number>;

/**
 * Three choices, chain, link and role, that lead to the rows of a 明细表. What there is to choose is read from the links
 * that stand in their place where there are no scripts.
 */
export function startFind(find: HTMLElement): void {
  const form = find.querySelector<HTMLFormElement>('form');
  const choose = (name: string) =>
    form?.querySelector<HTMLSelectElement>(`select[name="${name}"]`) ?? null;
  const system = choose('system');
  const node = choose('node');
  const role = choose('role');
  const go = form?.querySelector<HTMLButtonElement>('[type="submit"]');
  if (!form || !system || !node || !role || !go) return;
  const systems = [...find.querySelectorAll<HTMLElement>('[data-system]')];
  const names = JSON.parse(find.dataset['roleNames'] ?? '{}') as Readonly<Record<string, string>>;
  const start = go.textContent;

  const chosenSystem = () => systems[Number(system.value)];
  const counts = (): RoleCounts => {
    const within = chosenSystem();
    const place = [...(within?.querySelectorAll<HTMLElement>('[data-choice]') ?? [])].find(
      ({ dataset }) => dataset['choice'] === node.value,
    );
    return readCounts((place ?? within)?.dataset['roles']);
  };
  const count = () => {
    const all = counts();
    const found = role.value === '' ? sum(all) : (all.get(role.value) ?? 0);
    const open = system.value !== '';
    go.disabled = !open || found === 0;
    go.textContent = open ? (go.dataset['go'] ?? '').replace('{count}', String(found)) : start;
  };
  const offerRoles = () => {
    clear(role);
    for (const [value, times] of counts()) {
      role.append(new Option(`${names[value] ?? value} (${times})`, value));
    }
    count();
  };
  const offerNodes = () => {
    clear(node);
    for (const section of chosenSystem()?.querySelectorAll('section') ?? []) {
      node.append(...listOptions(section));
    }
    const open = system.value !== '';
    node.disabled = !open;
    role.disabled = !open;
    offerRoles();
  };

  systems.forEach((each, at) =>
    system.append(new Option(each.querySelector('summary')?.textContent ?? '', String(at))),
  );
  system.addEventListener('change', offerNodes);
  node.addEventListener('change', offerRoles);
  role.addEventListener('change', count);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const list = chosenSystem()?.dataset['system'];
    if (!list) return;
    window.location.assign(addressOf(list, node.value, role.value));
  });
}

/** Links of a section as options, together under the name of their stage where it has one. */
function listOptions(section: HTMLElement): readonly HTMLElement[] {
  const options = [...section.querySelectorAll<HTMLElement>('[data-choice]')].map(
    (link) => new Option(link.textContent ?? '', link.dataset['choice'] ?? ''),
  );
  const stage = section.querySelector('h3')?.textContent;
  if (!stage) return options;
  const group = document.createElement('optgroup');
  group.label = stage;
  group.append(...options);
  return [group];
}

/** Of the rows of a list at a place (`node=road`, `branch=2.1`) with a role; either may be empty. */
function addressOf(list: string, place: string, role: string): URL {
  const url = new URL(list, window.location.href);
  const [kind = '', id = ''] = place.split('=');
  if (id) url.searchParams.set(kind, id);
  if (role) url.searchParams.set('role', role);
  url.hash = 'list';
  return url;
}

function readCounts(written = ''): RoleCounts {
  return new Map(
    written.split(' ').flatMap((pair): readonly (readonly [string, number])[] => {
      const [role, count] = pair.split(':');
      return role ? [[role, Number(count)]] : [];
    }),
  );
}

function sum(counts: RoleCounts): number {
  return [...counts.values()].reduce((all, count) => all + count, 0);
}

/** All but the first option, which asks to choose. */
function clear(select: HTMLSelectElement): void {
  for (const option of [...select.children].slice(1)) option.remove();
  select.value = '';
}
