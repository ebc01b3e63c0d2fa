import { hostname, userInfo } from 'node:os';

/** Who runs this command: `BIAOLIAN_BY`, or the account and its machine. */
export function findWho(environment: NodeJS.ProcessEnv = process.env): string {
  const said = environment['BIAOLIAN_BY']?.trim();
  if (said) return said.slice(0, 200);
  try {
    return `${userInfo().username}@${hostname()}`;
  } catch {
    return hostname();
  }
}
