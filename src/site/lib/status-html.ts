import { html } from '#core/base/html.ts';
import type { Html } from '#core/base/html.ts';
import type { Status, StatusFacts } from '#core/catalog/index.ts';
import type { Language } from '#core/model/standard.ts';
import { messagesOf } from '../i18n/index.ts';

/**
 * A status as HTML, a word beside its sign. `facts` where it may change by date alone: the browser works it out again. `icons` is
 * the file of drawings.
 */
export function drawStatus(
  language: Language,
  { status, facts }: { readonly status: Status; readonly facts?: StatusFacts | undefined },
  icons: string,
): Html {
  const data = facts && html` data-facts="${JSON.stringify(facts)}"`;
  return html`<span class="status" data-status="${status}"${data}><svg class="icon" aria-hidden="true"><use href="${icons}#i-${status}"></use></svg><span class="status-word">${messagesOf(language).status[status]}</span></span>`;
}
