import { vietnamDay } from '../../../kernel/clock.ts';
import type { Block, OfficialDocument } from '../../../platform/documents/index.ts';
import { type Ballot, ballotWords, seatNames } from '../../ballots/index.ts';
import type { Edition } from '../../calls/index.ts';
import type { Council, Seat } from '../../councils/index.ts';
import { type Absent, absentFrom } from '../rules/attendance.ts';
import type { Minutes, PaperNumber, WithheldPrize } from '../schema/index.ts';
import type { PhaseOutcome } from '../service/index.ts';
import { printed as words } from '../vi/papers.ts';
import { bullet, framed, hash, heading, lines, paragraph, withheldBlocks } from './frame.ts';

export interface Meeting {
  readonly council: Council;
  readonly seats: readonly Seat[];
  readonly phase: string;
  readonly minutes: Minutes | null;
  readonly ballots: readonly Ballot[];
  readonly outcome: PhaseOutcome;
  /** Prizes that are given to nobody, of the fields of the council. */
  readonly withheld: readonly WithheldPrize[];
}

const empty = {
  held_on: null,
  from: null,
  to: null,
  place: null,
  guests: null,
  proceedings: null,
  conclusion: null,
};

/** The minutes of a council: who was there, what was decided, and what the council changed by hand. */
export function minutesDocument(
  edition: Edition,
  meeting: Meeting,
  number: PaperNumber | null,
): OfficialDocument {
  const { council, seats, minutes, phase } = meeting;
  const content = minutes?.content ?? empty;
  const name = edition.content.phases.find(({ key }) => key === phase)?.name ?? '';
  const absent = absentFrom(minutes, meeting.ballots);
  const there = absent === null ? seats : seats.filter(({ judge }) => !absent.has(judge.pid));
  const of = (...roles: readonly string[]): string =>
    roles.flatMap((role) => there.find((seat) => seat.role === role)?.judge.name ?? [])[0] ?? '…';
  return framed(edition, 'minutes', number, {
    subject: words.subjects.minutes(council.name, name),
    body: [
      paragraph(words.minutes.time(content.from, content.to, content.held_on, content.place)),
      heading(words.minutes.present),
      ...memberBlocks(seats, absent),
      ...(content.guests === null
        ? []
        : [paragraph(words.minutes.guests), ...lines(content.guests)]),
      heading(words.minutes.proceedings),
      ...lines(content.proceedings),
      ...ballotBlocks(meeting),
      ...changeBlocks(meeting),
      ...withheldBlocks(edition, words.minutes.withheld, meeting.withheld),
      heading(words.minutes.conclusion),
      ...lines(content.conclusion),
      ...(minutes?.sha256 == null ? [] : hash(words.minutes.hash, minutes.sha256)),
      paragraph(words.minutes.signers(of('chair', 'vice'), of('secretary'))),
      paragraph(words.minutes.end),
    ],
    position: words.chair,
    name: seats.find(({ role }) => role === 'chair')?.judge.name ?? '',
  });
}

function memberBlocks(seats: readonly Seat[], absent: Absent | null): Block[] {
  const { minutes } = words;
  const line = ({ judge, role }: Seat, ...more: readonly string[]): Block =>
    bullet([judge.name, seatNames[role]?.toLocaleLowerCase('vi') ?? '', ...more].join(', '));
  if (absent === null) return [paragraph(minutes.seats), ...seats.map((seat) => line(seat))];
  const there = seats.filter(({ judge }) => !absent.has(judge.pid));
  const away = seats.filter(({ judge }) => absent.has(judge.pid));
  return [
    paragraph(minutes.presentOf(there.length, seats.length)),
    ...there.map((seat) => line(seat)),
    paragraph(away.length === 0 ? minutes.nobodyAbsent : minutes.absent),
    ...away.map((seat) => {
      const reason = absent.get(seat.judge.pid) ?? null;
      return reason === null ? line(seat) : line(seat, minutes.why(reason));
    }),
  ];
}

function ballotBlocks({ ballots }: Meeting): Block[] {
  const closed = ballots.filter(({ result }) => result !== null);
  if (closed.length === 0) return [];
  return [
    paragraph(words.minutes.ballots),
    ...closed.map(({ subject, result }) => {
      const passed = result!.options.filter((one) => one.passed).length;
      return bullet(words.minutes.ballot(subject, passed, result!.options.length));
    }),
  ];
}

function changeBlocks({ outcome }: Meeting): Block[] {
  const numbers = new Map(outcome.dossiers.map(({ pid, number, title }) => [pid, number ?? title]));
  const { fails, changes } = outcome.input;
  const { minutes } = words;
  return [
    ...(fails.length === 0 ? [] : [paragraph(minutes.fails)]),
    ...fails.map(({ dossier, fails: out, reason }) =>
      bullet(minutes.fail(numbers.get(dossier) ?? '', out, reason)),
    ),
    ...(changes.length === 0 ? [] : [paragraph(minutes.changes)]),
    ...changes.map(({ dossier, place, reason }) =>
      bullet(
        minutes.change(
          numbers.get(dossier) ?? '',
          place === null ? minutes.back : minutes.place(place),
          reason,
        ),
      ),
    ),
  ];
}

/** What the tellers, or the machine, counted of a ballot that is closed. */
export function countDocument(
  edition: Edition,
  ballot: Ballot,
  number: PaperNumber | null,
): OfficialDocument {
  const { result, council, openedAt, how, tellers } = ballot;
  const { count } = words;
  const tally = result!.tally;
  return framed(edition, 'count', number, {
    subject: words.subjects.count(ballot.subject),
    body: [
      paragraph(count.opened(council.name, openedAt === null ? null : vietnamDay(openedAt))),
      paragraph(`${count.rule} ${ballotWords.rule(ballot.rule)}`),
      paragraph(count.attendance(result!.present, result!.members)),
      paragraph(
        count.papers(tally.issued, tally.collected, tally.valid, tally.blank, tally.invalid),
      ),
      ...(result!.quorate ? [] : [paragraph(ballotWords.notQuorate)]),
      {
        kind: 'table',
        columns: count.columns.map((header, at) => ({
          header,
          share: [6, 46, 11, 13, 11, 17][at]!,
          align:
            at === 1
              ? ('left' as const)
              : at === 0 || at === 5
                ? ('center' as const)
                : ('right' as const),
        })),
        rows: ballot.options.map(({ label, dossier, position }) => {
          const one = result!.options[position]!;
          return {
            kind: 'row' as const,
            cells: [
              String(position + 1),
              dossier?.number == null ? label : `${dossier.number}. ${label}`,
              String(one.yes),
              String(one.no),
              String(one.blank),
              one.passed ? count.passed : count.failed,
            ],
          };
        }),
      },
      paragraph(how === 'link' ? count.electronic : count.tellers(tellers.join(', '))),
      paragraph(count.end),
    ],
    position: words.tellers,
    name: tellers[0] ?? '',
  });
}
