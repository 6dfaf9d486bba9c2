import { addDays, type Day } from './day.ts';

// A calendar that other programs subscribe to: RFC 5545, of what takes whole days.

export interface CalendarEvent {
  /** The same for ever: a public id and a host. */
  readonly uid: string;
  readonly title: string;
  readonly startsOn: Day;
  /** The last day; null: the first one alone. */
  readonly endsOn: Day | null;
  readonly place: string | null;
  readonly description: string;
  readonly category: string;
  /** Its page, whole. */
  readonly href: string;
  /** When it was written down, and how often it was changed since. */
  readonly stamp: Date;
  readonly sequence: number;
}

export interface Calendar {
  readonly name: string;
  readonly language: string;
  /** The page that shows the same, whole. */
  readonly href: string;
  readonly events: readonly CalendarEvent[];
}

const MOST_OCTETS = 75;

/** The text of a calendar file. */
export function calendarOf(calendar: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Lien Tri//Lien Tri//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${text(calendar.name)}`,
    'X-WR-TIMEZONE:Asia/Ho_Chi_Minh',
    `URL:${uri(calendar.href)}`,
    ...calendar.events.flatMap((event) => eventLines(event, calendar.language)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines(event: CalendarEvent, language: string): string[] {
  const spoken = `;LANGUAGE=${language}`;
  return [
    'BEGIN:VEVENT',
    `UID:${text(event.uid)}`,
    `DTSTAMP:${instant(event.stamp)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTART;VALUE=DATE:${date(event.startsOn)}`,
    // The first day after it.
    `DTEND;VALUE=DATE:${date(addDays(event.endsOn ?? event.startsOn, 1))}`,
    `SUMMARY${spoken}:${text(event.title)}`,
    ...(event.place === null ? [] : [`LOCATION${spoken}:${text(event.place)}`]),
    ...(event.description === '' ? [] : [`DESCRIPTION${spoken}:${text(event.description)}`]),
    `CATEGORIES:${text(event.category)}`,
    `URL:${uri(event.href)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

const date = (day: Day): string => day.replaceAll('-', '');
const instant = (at: Date): string => at.toISOString().replace(/[-:]|\.\d{3}/g, '');

// What cannot stand in a line at all is left out; a break of lines is written as one.
const text = (value: string): string =>
  value
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n');

const uri = (href: string): string => new URL(href).href;

/** A line in pieces of at most 75 octets, each after the first with a space before it; no letter is cut. */
function folded(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const letter of line) {
    const length = Buffer.byteLength(letter);
    if (octets + length > MOST_OCTETS) {
      pieces.push(piece);
      piece = ' ';
      octets = 1;
    }
    piece += letter;
    octets += length;
  }
  pieces.push(piece);
  return pieces.join('\r\n');
}
