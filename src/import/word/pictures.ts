import type { Image } from 'mdast';
import type { Account } from './account.ts';
import type { Relationship } from './open-word.ts';
import type { Piece } from './pieces.ts';
import { largePicture, lostPicture, namedPicture, unusablePicture } from './reasons.ts';

type Picture = Extract<Piece, { kind: 'picture' }>;

/** What browsers and the library show. */
const usable = new Set(['png', 'jpg', 'jpeg', 'webp', 'svg']);

/** What the library reads of a picture. */
const largest = 16 * 1024 * 1024;

/** Pictures of a file, named anew: no name from the archive becomes one of a file. */
export class Pictures {
  /** Files that the text shows, by name. */
  readonly files = new Map<string, Uint8Array>();
  private readonly relationships: ReadonlyMap<string, Relationship>;
  private readonly parts: ReadonlyMap<string, Uint8Array>;
  private readonly account: Account;
  /** Pictures that pages cannot show, by their names in the file. */
  readonly unusable = new Map<string, Uint8Array>();
  private readonly instead: ReadonlyMap<string, Uint8Array>;

  constructor(
    relationships: ReadonlyMap<string, Relationship>,
    parts: ReadonlyMap<string, Uint8Array>,
    account: Account,
    instead: ReadonlyMap<string, Uint8Array> = new Map(),
  ) {
    this.instead = instead;
    this.relationships = relationships;
    this.parts = parts;
    this.account = account;
  }

  /** The picture as the text shows it; none, with a finding, where it cannot be shown. */
  take(piece: Picture, title: string, place: number): Image[] {
    const source = this.nameOf(piece);
    const made = this.instead.get(source);
    const bytes = made ?? this.parts.get(source);
    const format = made ? 'png' : (/\.([a-z]+)$/i.exec(source)?.[1]?.toLowerCase() ?? '');
    if (!bytes) {
      this.account.leave('picture', place, source, lostPicture, true);
      return [];
    }
    if (bytes.length > largest) {
      this.account.leave('picture', place, source, largePicture(bytes.length, largest), true);
      return [];
    }
    if (!usable.has(format)) {
      this.unusable.set(source, bytes);
      this.account.leave('picture', place, source, unusablePicture(format), true);
      return [];
    }
    const name = `figure-${this.files.size + 1}.${format === 'jpeg' ? 'jpg' : format}`;
    this.files.set(name, bytes);
    const said = piece.alternative.trim();
    if (said === '') this.account.leave('picture', place, source, namedPicture(name), true);
    const caption = piece.title.trim();
    return [
      {
        type: 'image',
        url: name,
        alt: said === '' ? title || name : said,
        ...(caption !== '' && { title: caption }),
      },
    ];
  }

  nameOf({ relationship }: Picture): string {
    return this.relationships.get(relationship)?.target ?? relationship;
  }

  /** The line that closes a standard, which the official tool keeps as a picture. */
  isEndLine(piece: Picture): boolean {
    return /ending|终结/i.test(this.nameOf(piece) + piece.alternative);
  }
}
