import { startContents } from './contents.ts';
import { startCopyLinks } from './copy-link.ts';
import { startHoverCards } from './hover-card.ts';
import { linkTerms } from './term-links.ts';

const body = document.querySelector<HTMLElement>('.document');
if (body) {
  linkTerms(body);
  startCopyLinks(body);
  startHoverCards(body);
}
startContents();
document.querySelector('.print-button')?.addEventListener('click', () => window.print());
