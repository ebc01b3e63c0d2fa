import { addDays } from '../base/day.ts';

/** A day in a calendar. */
export interface CalendarEvent {
  /** Unique in the world, and the same whenever it is written. */
  readonly uid: string;
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly title: string;
  readonly text: string;
  /** The address of its page; left out where it is not a whole one, which the format asks for. */
  readonly link: string;
  /** The day on which it was made known, by which readers order versions; the event's own where none is known. */
  readonly since?: string | undefined;
}

/** Events as an iCalendar (RFC 5545), each a whole day that takes up no time. */
export function writeCalendar(name: string, events: readonly CalendarEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Biaolian//Standards//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    ...events.flatMap(({ uid, day, title, text, link, since = day }) => [
      'BEGIN:VEVENT',
      `UID:${uid}`,
      `DTSTAMP:${digits(since)}T120000Z`,
      `DTSTART;VALUE=DATE:${digits(day)}`,
      `DTEND;VALUE=DATE:${digits(addDays(day, 1))}`,
      `SUMMARY:${escapeText(title)}`,
      `DESCRIPTION:${escapeText(text)}`,
      ...(/^https?:/.test(link) ? [`URL:${link}`] : []),
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

const digits = (day: string): string => day.replaceAll('-', '');

/** RFC 5545, 3.3.11. */
function escapeText(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n?|\n/g, '\\n');
}

/** RFC 5545, 3.1: lines of at most 75 octets, no character cut. */
function foldLine(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let width = 0;
  for (const character of line) {
    const octets = countOctets(character);
    if (width + octets > 75) {
      pieces.push(piece);
      piece = ' ';
      width = 1;
    }
    piece += character;
    width += octets;
  }
  return [...pieces, piece].join('\r\n');
}

/** Octets of a character in UTF-8. */
function countOctets(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
}
