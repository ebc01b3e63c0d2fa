import { drawShown } from './act-dialog.ts';
import { tell } from './api.ts';
import { fill, h } from './dom.ts';
import { drawLeave, openHeld } from './hold-dialog.ts';
import { drawPublished } from './publish-dialog.ts';
import { tellError } from './tell-error.ts';
import type { CommentsShown, ProjectLine, Published, SentFile } from './shapes.ts';
import { say, t } from './words.ts';
import { takeDrops } from './take-drops.ts';

interface AskedComments {
  readonly decided: boolean;
  readonly files: readonly SentFile[];
}

/** Gathers the files of comments on a project, hands out their table, and takes the decided table back. */
export function openCommentsDialog(project: ProjectLine, again: () => void): void {
  const { id, plan, title, comments, undecided } = project;
  const dialog = h('dialog', { class: 'desk-dialog act-dialog', 'aria-labelledby': 'act-title' });
  const address = `/api/projects/${encodeURIComponent(id)}/comments`;
  const shown = h('div', { class: 'said', role: 'status' });
  const perform = (asked: AskedComments, digest: string): Promise<void> =>
    held.work(async () => {
      fill(shown, h('p', {}, t('publishing')));
      try {
        const done = await tell<Published>(`${address}/do`, { asked, digest });
        fill(dialog, drawPublished(done, dialog), drawTableLink(id));
        dialog.querySelector('h2')?.setAttribute('id', 'act-title');
        dialog.querySelector<HTMLElement>('.main-link')?.focus();
      } catch (error) {
        fill(shown, tellError(error));
      }
    });
  const bring = async (files: readonly File[], decided: boolean): Promise<void> => {
    if (files.length === 0) return;
    fill(shown, h('p', {}, t('reading')));
    try {
      const asked = { decided, files: await Promise.all(files.map(readFile)) };
      const read = await tell<CommentsShown>(`${address}/plan`, asked);
      fill(
        shown,
        read.told.map((sentence) => h('p', { class: 'note' }, say(sentence))),
        read.refused > 0 && read.files.length === 0 && h('p', { class: 'fault' }, t('noneKept')),
        (read.refused === 0 || read.files.length > 0) &&
          drawShown(
            read,
            { kind: 'comments', subject: id, asked },
            () => void perform(asked, read.digest),
            t('keepComments'),
          ),
      );
    } catch (error) {
      fill(shown, tellError(error));
    }
  };
  fill(
    dialog,
    h('h2', { id: 'act-title' }, t('commentsTitle')),
    h('p', { class: 'publish-name' }, h('span', { class: 'number' }, plan), ' ', say(title)),
    comments > 0 && h('p', { class: 'quiet' }, t('commentsCount', { n: comments, m: undecided })),
    drawFiles('comments', (files) => void bring(files, false)),
    comments > 0 && drawTableLink(id),
    comments > 0 && drawFiles('decided', (files) => void bring(files, true)),
    shown,
    drawLeave(() => held.leave()),
  );
  const held = openHeld(dialog, again);
}

const drawTableLink = (id: string): HTMLElement =>
  h(
    'p',
    { class: 'comments-table' },
    t('commentsTable'),
    ...(['xlsx', 'docx'] as const).flatMap((end) => [
      ' ',
      h(
        'a',
        { href: `/projects/${encodeURIComponent(id)}/comments.${end}`, download: '' },
        t(end === 'xlsx' ? 'commentsTableExcel' : 'commentsTableWord'),
      ),
    ]),
  );

/** A place for files to be dropped on, or chosen. */
function drawFiles(
  name: 'comments' | 'decided',
  onFiles: (files: readonly File[]) => void,
): HTMLElement {
  const id = `${name}-files`;
  const input = h('input', {
    type: 'file',
    class: 'visually-hidden',
    id,
    multiple: name === 'comments',
    accept: name === 'comments' ? '.json,.csv,.xlsx' : '.csv,.xlsx',
    on: {
      change: () => {
        const files = [...(input.files ?? [])];
        // The same file may be chosen again, once it was put right.
        input.value = '';
        onFiles(files);
      },
    },
  });
  return h(
    'div',
    {
      class: 'drop-box small-drop file-choice',
      on: takeDrops(onFiles),
    },
    h('p', { class: 'quiet' }, t(`${name}Drop`)),
    input,
    h('label', { for: id, class: 'plain-button' }, t(`${name}Choose`)),
  );
}

/** A file as it is sent. */
async function readFile(file: File): Promise<SentFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const piece = 32_768;
  let text = '';
  for (let at = 0; at < bytes.length; at += piece) {
    text += String.fromCharCode(...bytes.subarray(at, at + piece));
  }
  return { name: file.name, bytes: btoa(text) };
}
