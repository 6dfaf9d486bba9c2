import { sql } from 'kysely';
import { type Cx, execute } from '../../platform/command.ts';
import { all } from '../../platform/database/query.ts';
import { done } from '../rounds/testing.ts';
import { councilByPid, judgeByPid, seatsOf } from './queries/index.ts';
import type { OpenedCouncil, OpenedJudge, Relation, Seat, SeatRole } from './schema/index.ts';
import {
  answerInvitation,
  createCouncil,
  giveSeat,
  inviteJudge,
  proposeJudge,
} from './service/index.ts';

export const site = 'https://lhh.example';

/** The secret of the newest judge's link that was sent to an address. */
export async function judgeToken(cx: Cx, email: string): Promise<string> {
  const letters = await all(
    cx.db,
    sql<{ body: string }>`select body from mail_message where recipient = ${email}
      order by created_at desc, id desc limit 1`,
  );
  const found = /\/giam-khao\/([0-9a-f]{40})/.exec(letters[0]?.body ?? '');
  if (found === null) throw new Error(`no judge's link was sent to ${email}`);
  return found[1]!;
}

export interface TestJudge {
  readonly name?: string;
  readonly title?: string;
  readonly unit?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly birth?: string;
  /** Public id in the registry. */
  readonly person?: string;
  readonly expertise?: readonly string[];
  readonly max_load?: number;
}

let made = 0;

/** Puts a judge on the list of an edition (its public id); gives the judge's. */
export async function proposedJudge(
  cx: Cx,
  edition: string,
  parts: TestJudge = {},
): Promise<string> {
  made += 1;
  const own = parts.person === undefined ? { name: `Giám khảo Số ${inWords(made)}` } : {};
  const input = { edition, ...own, email: `giam.khao.${made}@example.vn`, ...parts };
  return (await done(execute(cx, proposeJudge, input))).pid;
}

// Names that are never those of authors, each another one.
const inWords = (number: number): string =>
  [...String(number)].map((digit) => 'ABCDEFGHIK'[Number(digit)]).join('');

export interface MadeJudge {
  readonly judge: OpenedJudge;
  readonly pid: string;
  readonly id: string;
  /** The secret of the link, in plain. */
  readonly token: string;
}

/** A judge who was invited, whatever stands in the way; the edition (its public id) is open. */
export async function invitedJudge(
  cx: Cx,
  edition: string,
  parts: TestJudge = {},
): Promise<MadeJudge> {
  const pid = await proposedJudge(cx, edition, parts);
  await done(execute(cx, inviteJudge, { pid, anyway: true, site }));
  const judge = await judgeByPid(cx, pid);
  return { judge, pid, id: judge.id, token: await judgeToken(cx, judge.email!) };
}

export interface TestRelation {
  readonly relation: Relation;
  readonly name?: string;
  readonly unit?: string;
}

/** A judge who accepted, with what was declared. */
export async function acceptedJudge(
  cx: Cx,
  edition: string,
  parts: TestJudge = {},
  relations: readonly TestRelation[] = [],
): Promise<MadeJudge> {
  const made = await invitedJudge(cx, edition, parts);
  const { token } = made;
  const answer = { token, answer: 'accept', relations, complete: true };
  await done(execute(cx, answerInvitation, answer));
  return { ...made, judge: await judgeByPid(cx, made.pid) };
}

export interface TestCouncil {
  readonly name?: string;
  readonly fields?: readonly string[];
  readonly phases?: readonly string[];
  readonly voting?: string;
  /** Accepted judges; the first one chairs, the second is its secretary (without a vote where so said). */
  readonly judges?: readonly (MadeJudge | { readonly judge: MadeJudge; readonly role: SeatRole })[];
}

export interface MadeCouncil {
  readonly council: OpenedCouncil;
  readonly pid: string;
  readonly id: string;
  /** The chair first. */
  readonly seats: readonly Seat[];
}

/** A council of the edition with its seats, each with a vote. */
export async function councilWith(
  cx: Cx,
  edition: string,
  { name, judges = [], ...settings }: TestCouncil = {},
): Promise<MadeCouncil> {
  made += 1;
  const input = { edition, name: name ?? `Hội đồng số ${made}`, ...settings };
  const { pid } = await done(execute(cx, createCouncil, input));
  const usual: readonly SeatRole[] = ['chair', 'secretary'];
  for (const [at, one] of judges.entries()) {
    const seat = 'role' in one ? one : { judge: one, role: usual[at] ?? 'member' };
    const given = { council: pid, judge: seat.judge.pid, role: seat.role, votes: true };
    await done(execute(cx, giveSeat, given));
  }
  const council = await councilByPid(cx, pid);
  return { council, pid, id: council.id, seats: await seatsOf(cx, [council.id]) };
}
