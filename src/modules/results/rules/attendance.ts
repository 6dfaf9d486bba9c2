import type { Ballot } from '../../ballots/index.ts';
import type { Minutes } from '../schema/index.ts';

/** Members who were not there by their public ids, each with the reason where it is known. */
export type Absent = ReadonlyMap<string, string | null>;

/**
 * Who was not at the meeting of a council: as its minutes say; before they do, whoever was at none of its ballots.
 * Null: nobody noted who was there.
 */
export function absentFrom(
  minutes: Pick<Minutes, 'content'> | null,
  ballots: readonly Pick<Ballot, 'state' | 'voters'>[],
): Absent | null {
  const noted = minutes?.content.absent;
  if (noted !== undefined) return new Map(noted.map(({ judge, reason }) => [judge, reason]));
  const voters = ballots
    .filter(({ state }) => state === 'open' || state === 'closed')
    .flatMap((ballot) => ballot.voters);
  if (voters.length === 0) return null;
  const there = new Set(voters.filter(({ present }) => present).map(({ pid }) => pid));
  return new Map(voters.filter(({ pid }) => !there.has(pid)).map(({ pid }) => [pid, null]));
}
