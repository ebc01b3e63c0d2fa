/** A text as a browser keeps it until the desk has it. */
interface KeptText {
  readonly text: string;
  /** The state at the desk that it was written over. */
  readonly revision: number;
}

/** A text that was kept, with the name it is kept under. */
export interface FoundText extends KeptText {
  readonly key: string;
}

const head = 'biaolian-desk';
const tabKey = `${head} tab`;
let tab = '';

/**
 * Takes a name for this tab, which it has again after a reload: two tabs with one draft each keep what is typed in them. A tab
 * that was doubled takes another name.
 */
export async function claimTab(): Promise<void> {
  const before = readItem(sessionStorage, tabKey);
  if (before !== null && (await hold(before))) {
    tab = before;
    return;
  }
  tab = Math.random().toString(36).slice(2, 10);
  await hold(tab);
  writeItem(sessionStorage, tabKey, tab);
}

/** Whether nobody else has that name; it is ours as long as this page lives. */
function hold(name: string): Promise<boolean> {
  const { locks } = navigator as { readonly locks?: LockManager };
  if (!locks) return Promise.resolve(true);
  return new Promise((tell) => {
    void locks.request(`${tabKey} ${name}`, { ifAvailable: true }, (lock) => {
      tell(lock !== null);
      return lock ? new Promise(() => undefined) : undefined;
    });
  });
}

const keyOf = (id: string): string => `${head} ${id} ${tab}`;

/** Keeps what is typed into a text; where there is no room the desk has it in a moment. */
export function keepText(id: string, kept: KeptText): void {
  writeItem(localStorage, keyOf(id), JSON.stringify(kept));
}

/** The desk has it. */
export function dropText(id: string, key = keyOf(id)): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Storage may be switched off.
  }
}

/** What is kept of a text: by this tab, or by one that is no longer open. */
export async function findText(id: string): Promise<FoundText | undefined> {
  const own = readText(keyOf(id));
  if (own) return own;
  const { locks } = navigator as { readonly locks?: LockManager };
  const names = ((await locks?.query())?.held ?? []).map(({ name = '' }) => name);
  const open = new Set(names.map((name) => name.slice(tabKey.length + 1)));
  for (const key of listKeys()) {
    const isOfText = key.startsWith(`${head} ${id} `);
    const found = isOfText && !open.has(key.slice(key.lastIndexOf(' ') + 1)) && readText(key);
    if (found) return found;
  }
  return undefined;
}

function readText(key: string): FoundText | undefined {
  try {
    const kept = JSON.parse(readItem(localStorage, key) ?? 'null') as KeptText | null;
    return kept ? { ...kept, key } : undefined;
  } catch {
    return undefined;
  }
}

function listKeys(): readonly string[] {
  try {
    return Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? '');
  } catch {
    return [];
  }
}

function readItem(storage: Storage, key: string): string | null {
  try {
    return storage.getItem(key);
  } catch {
    return null;
  }
}

function writeItem(storage: Storage, key: string, value: string): void {
  try {
    storage.setItem(key, value);
  } catch {
    // No room, or storage is switched off.
  }
}
