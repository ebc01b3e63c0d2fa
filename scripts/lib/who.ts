import { hostname, userInfo } from 'node:os';

/** Who runs this command: `BIAOLIAN_BY`, or the account and its machine. */
export function findWho(): string {
  const said = process.env['BIAOLIAN_BY']?.trim();
  if (said) return said.slice(0, 200);
  try {
    return `${userInfo().username}@${hostname()}`;
  } catch {
    return hostname();
  }
}
