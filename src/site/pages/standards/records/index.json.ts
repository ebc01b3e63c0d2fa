import type { APIRoute } from 'astro';
import { getView } from '#site/build-context.ts';

export const GET: APIRoute = async () => Response.json(await getView('record-index-file'));
