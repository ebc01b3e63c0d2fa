import '../styles/desk.css';
import { ask } from './api.ts';
import { fill, h, icon } from './dom.ts';
import { DraftView } from './draft-view.ts';
import { drawHome } from './home.ts';
import { drawLog } from './log.ts';
import { claimTab } from './kept-texts.ts';
import { tellError } from './tell-error.ts';
import type { AuditShown, DeskState, DraftWhole, FormShape } from './shapes.ts';
import { say, spoken, switchLanguage, t } from './words.ts';

const nonce = document.querySelector<HTMLMetaElement>('meta[name=desk-nonce]')?.content ?? '';
const themeKey = 'biaolian-theme';
const themes = ['auto', 'light', 'dark'] as const;
const root = document.querySelector('#desk') ?? document.body;
let view: DraftView | undefined;

function readTheme(): (typeof themes)[number] {
  const kept = document.documentElement.dataset['theme'];
  return kept === 'light' || kept === 'dark' ? kept : 'auto';
}

function setTheme(theme: (typeof themes)[number]): void {
  if (theme === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  localStorage.setItem(themeKey, theme);
}

function drawHeader(state: DeskState): HTMLElement {
  const nextTheme = (): void => {
    setTheme(themes[(themes.indexOf(readTheme()) + 1) % themes.length] ?? 'auto');
    void show();
  };
  const nextLanguage = (): void => {
    switchLanguage();
    void show();
  };
  return h(
    'header',
    { class: 'site-header desk-header' },
    h(
      'div',
      { class: 'desk-header-line' },
      h(
        'a',
        { class: 'brand touch-link', href: '/' },
        icon('brand'),
        h('span', { class: 'brand-name' }, t('brand')),
        h('span', { class: 'brand-latin' }, t('deskOf')),
      ),
      h('span', { class: 'desk-library' }, state.library),
      h(
        'div',
        { class: 'header-tools' },
        state.person.isShared &&
          h(
            'span',
            { class: 'desk-person' },
            state.person.name,
            h('span', { class: 'quiet' }, state.person.roles.map(say).join('、')),
          ),
        h('a', { class: 'touch-link', href: '/log' }, t('log')),
        state.site !== null &&
          h(
            'a',
            { class: 'touch-link', href: state.site, target: '_blank', rel: 'noopener' },
            t('liveSite'),
          ),
        h(
          'button',
          {
            type: 'button',
            class: 'touch-link',
            lang: spoken() === 'zh' ? 'en' : 'zh-CN',
            on: { click: nextLanguage },
          },
          t('language'),
        ),
        h(
          'button',
          {
            type: 'button',
            class: 'theme-switch touch-link',
            'aria-label': t('theme'),
            title: t('theme'),
            on: { click: nextTheme },
          },
          themes.map((theme, at) => {
            const drawn = icon(['auto', 'sun', 'moon'][at] ?? '');
            drawn.classList.add(theme);
            return drawn;
          }),
        ),
      ),
    ),
  );
}

async function show(): Promise<void> {
  view?.close();
  view = undefined;
  document.documentElement.lang = spoken() === 'zh' ? 'zh-CN' : 'en';
  const [, id, language] = /^\/drafts\/([0-9a-f]{12})(\/en)?$/.exec(location.pathname) ?? [];
  document.body.classList.toggle('is-draft', id !== undefined);
  try {
    const state = await ask<DeskState>('/api/state');
    const skip = h('a', { class: 'skip', href: '#main' }, t('skip'));
    if (location.pathname === '/log') {
      document.title = `${t('log')} · ${t('desk')}`;
      fill(root, skip, drawHeader(state), drawLog(await ask<AuditShown>('/api/log')));
      return;
    }
    if (id === undefined) {
      document.title = `${t('desk')} · ${t('brand')}`;
      fill(
        root,
        skip,
        drawHeader(state),
        drawHome(state, go, () => void show()),
      );
      return;
    }
    const [draft, form] = await Promise.all([
      ask<DraftWhole>(`/api/drafts/${id}${language ?? ''}`),
      ask<FormShape>(`/api/form${language ?? ''}`),
    ]);
    view = new DraftView(draft, { form, nonce, go });
    fill(root, skip, drawHeader(state), view.element);
  } catch (error) {
    fill(
      root,
      h(
        'main',
        { class: 'desk-note wrap', id: 'main' },
        tellError(error),
        h('p', {}, h('a', { href: '/' }, t('back'))),
      ),
    );
  }
}

function go(path: string): void {
  history.pushState(null, '', path);
  void show().then(() => document.querySelector<HTMLElement>('#main')?.focus());
}

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;
  if (
    !link ||
    !isPlain ||
    link.target !== '' ||
    link.origin !== location.origin ||
    link.hash !== '' ||
    link.hasAttribute('download')
  )
    return;
  event.preventDefault();
  go(link.pathname);
});
addEventListener('popstate', () => void show());
// What a button could not do is said, whichever button it was.
addEventListener('unhandledrejection', ({ reason }) => {
  const main = document.querySelector('#main');
  main?.querySelector(':scope > .fault')?.remove();
  main?.prepend(tellError(reason));
});
addEventListener('beforeunload', (event) => {
  if (view && !view.isClean) event.preventDefault();
});

// A worker of a site that was served from this address before would answer in place of the desk.
void navigator.serviceWorker
  ?.getRegistrations()
  .then((all) => Promise.all(all.map((each) => each.unregister())))
  .catch(() => undefined);

const kept = localStorage.getItem(themeKey);
if (kept === 'light' || kept === 'dark') setTheme(kept);
void claimTab().finally(() => void show());
