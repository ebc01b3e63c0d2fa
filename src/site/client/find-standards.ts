import './reader-day.ts';
import { fetchJson } from './fetch-file.ts';
import { listPlaces, listRoles } from './find-places.ts';
import type { SystemFile } from './find-places.ts';

/**
 * Three choices, chain, link and role, that lead to the rows of a 明细表. What a chain has is read from its file when it is
 * chosen; where that cannot be read, the choice leads to the whole list.
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
  const roleNames = readNames(find.dataset['roleNames']);
  const stageNames = readNames(find.dataset['stageNames']);
  const start = go.textContent;
  const language = document.documentElement.lang === 'en' ? 'en' : 'zh';
  let file: SystemFile | undefined;

  const roles = () => (file ? listRoles(file, node.value) : new Map<string, number>());
  const count = () => {
    const all = roles();
    const found =
      role.value === ''
        ? [...all.values()].reduce((sum, each) => sum + each, 0)
        : (all.get(role.value) ?? 0);
    go.disabled = system.value === '' || (file !== undefined && found === 0);
    const said = file ? (go.dataset['go'] ?? '').replace('{count}', String(found)) : undefined;
    go.textContent = system.value === '' ? start : (said ?? go.dataset['list'] ?? start);
  };
  const offerRoles = () => {
    clear(role);
    const all = roles();
    for (const [value, name] of Object.entries(roleNames)) {
      const times = all.get(value);
      if (times) role.append(new Option(`${name} (${times})`, value));
    }
    count();
  };
  const offerNodes = () => {
    clear(node);
    if (file) offerPlaces(node, file, stageNames, language);
    node.disabled = !file;
    role.disabled = !file;
    offerRoles();
  };
  const readSystem = async () => {
    const asked = system.value;
    const address = system.selectedOptions[0]?.dataset['file'];
    file = undefined;
    offerNodes();
    if (asked === '' || !address) return;
    const read = await fetchJson<SystemFile>(address);
    if (system.value !== asked) return;
    file = read;
    offerNodes();
  };

  system.addEventListener('change', () => void readSystem());
  node.addEventListener('change', offerRoles);
  role.addEventListener('change', count);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (system.value !== '')
      window.location.assign(addressOf(system.value, node.value, role.value));
  });
  // A browser that comes back to the page keeps what was chosen.
  if (system.value !== '') void readSystem();
}

/** Places as options, those of a stage together under its name. */
function offerPlaces(
  select: HTMLSelectElement,
  file: SystemFile,
  stageNames: Readonly<Record<string, string>>,
  language: 'zh' | 'en',
): void {
  const groups = new Map<string, HTMLOptGroupElement>();
  for (const { name, value, stage } of listPlaces(file)) {
    const option = new Option(name[language], value);
    if (stage === undefined) {
      select.append(option);
      continue;
    }
    const group = groups.get(stage) ?? makeGroup(stageNames[stage] ?? stage);
    if (!groups.has(stage)) select.append(group);
    groups.set(stage, group);
    group.append(option);
  }
}

function makeGroup(label: string): HTMLOptGroupElement {
  const group = document.createElement('optgroup');
  group.label = label;
  return group;
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

function readNames(written = '{}'): Readonly<Record<string, string>> {
  return JSON.parse(written) as Readonly<Record<string, string>>;
}

/** All but the first option, which asks to choose. */
function clear(select: HTMLSelectElement): void {
  for (const option of [...select.children].slice(1)) option.remove();
  select.value = '';
}
