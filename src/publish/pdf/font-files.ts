import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { shortDigest } from '#library/digest.ts';
import { statFile } from '#library/tree-stat.ts';

/**
 * What the system says of all font files that Typst may find by itself or in folders, and of the settings that say where they
 * lie: equal where none was changed; null where one is too young to tell, or cannot be looked at. Ask before Typst is loaded,
 * never after.
 */
export function statFonts(folders: readonly string[], now: number = Date.now()): string | null {
  const { FONTCONFIG_FILE: file, XDG_CONFIG_HOME: own = join(homedir(), '.config') } = process.env;
  try {
    const settings = listFiles([...(file ? [file] : []), join(own, 'fontconfig'), '/etc/fonts']);
    const fonts = listFiles([...folders, ...listFontFolders(settings)]);
    const said = [...settings, ...fonts].map((path) => [path, statFile(path, now)]);
    return said.some(([, each]) => each === null) ? null : shortDigest(JSON.stringify(said));
  } catch {
    return null;
  }
}

/** Where Typst looks for fonts of the system (`load_system_fonts` of fontdb, which reads the settings of fontconfig). */
function listFontFolders(settings: readonly string[]): readonly string[] {
  const home = homedir();
  const { SYSTEMROOT: system = 'C:\\Windows', XDG_DATA_HOME: data = join(home, '.local/share') } =
    process.env;
  if (process.platform === 'win32') {
    const user = ['Local', 'Roaming'].map((each) => join(home, 'AppData', each));
    return [join(system, 'Fonts'), ...user.map((each) => join(each, 'Microsoft/Windows/Fonts'))];
  }
  if (process.platform === 'darwin') {
    const roots = ['/', '/System', '/Network', home];
    const assets = '/System/Library/AssetsV2';
    const brought = existsSync(assets) ? readdirSync(assets) : [];
    return [
      ...roots.map((root) => join(root, 'Library/Fonts')),
      ...brought.filter((name) => name.includes('Font')).map((name) => join(assets, name)),
    ];
  }
  const named = settings.flatMap((path) =>
    Array.from(
      readFileSync(path, 'utf8').matchAll(/<dir\b[^>]*>\s*([^<]+?)\s*<\/dir>/g),
      ([, folder = '']) => folder.replace(/^~/, home),
    ),
  );
  const usual = ['/usr/share/fonts', '/usr/local/share/fonts', join(home, '.fonts')];
  return [...usual, ...named.map((folder) => (isAbsolute(folder) ? folder : join(data, folder)))];
}

/** Files below folders, and those that are named themselves, where links lead and in order; what is not there has none. */
function listFiles(roots: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const files: string[] = [];
  const add = (path: string): void => {
    const real = existsSync(path) ? realpathSync(path) : '';
    if (real === '' || seen.has(real)) return;
    seen.add(real);
    if (statSync(real).isDirectory())
      for (const name of readdirSync(real).sort()) add(join(real, name));
    else files.push(real);
  };
  for (const root of roots) add(root);
  return files;
}
