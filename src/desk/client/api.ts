import type { Problem } from './shapes.ts';

/** What the desk did not do, and why. */
export class Refused extends Error {
  readonly status: number;
  readonly problem: Problem;

  constructor(status: number, problem: Problem) {
    super(problem.what.en);
    this.name = 'Refused';
    this.status = status;
    this.problem = problem;
  }
}

/** The desk does not answer. */
export class Away extends Error {
  override readonly name = 'Away';
}

/** What the desk answers at an address. */
export function ask<T>(path: string): Promise<T> {
  return send<T>(path, { method: 'GET' });
}

/** Tells the desk something, as JSON. */
export function tell<T>(path: string, data: unknown = {}, method = 'POST'): Promise<T> {
  return send<T>(path, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(data),
  });
}

/** Hands the desk a file. */
export function hand<T>(path: string, file: Blob): Promise<T> {
  return send<T>(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: file,
  });
}

async function send<T>(path: string, init: RequestInit): Promise<T> {
  const headers = { ...init.headers, 'X-Desk': '1' };
  const response = await fetch(path, { ...init, headers }).catch(() => {
    throw new Away('the desk does not answer');
  });
  const data: unknown = await response.json().catch(() => undefined);
  if (response.ok) return data as T;
  throw new Refused(response.status, isProblem(data) ? data : unclear);
}

function isProblem(data: unknown): data is Problem {
  return typeof data === 'object' && data !== null && 'what' in data;
}

const unclear: Problem = {
  what: { zh: '编写台的回答看不懂。', en: 'The answer of the desk was not understood.' },
  todo: {
    zh: '重新载入这一页；写下的内容还在。',
    en: 'Reload this page; what was written is kept.',
  },
};
