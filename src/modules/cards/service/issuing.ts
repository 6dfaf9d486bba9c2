import { sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Cx, command, execute, type Outcome } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { cardWrite } from '../policy.ts';
import { candidatesByPid } from '../queries/index.ts';
import { type Candidate, issueInput, issueManyInput } from '../schema.ts';
import { words } from '../vi.ts';
import { heldDesign } from './design.ts';
import { nextNumbers, ownNumber, takenNumbers } from './numbers.ts';

export interface Issued {
  readonly pid: string;
  readonly number: string;
}

/**
 * Issues a card to a member. Input: `issueBody`. A card whose last day has gone by is replaced.
 * @throws NotFound, Forbidden
 */
export function issueCard(cx: Cx, raw: unknown): Promise<Outcome<Issued>> {
  return execute(cx, issueCommand(cx.clock.today()), raw);
}

/** The one member that is meant, held. @throws NotFound */
export async function memberOf(cx: Cx, membershipPid: string): Promise<Candidate> {
  const [member] = await candidatesByPid(cx, [membershipPid]);
  if (member === undefined) throw new NotFound('membership');
  return member;
}

const issueCommand = (today: Day) =>
  command({
    name: 'card.issue',
    input: issueInput(today),
    permission: cardWrite,
    load: (cx, { membership }) => memberOf(cx, membership),
    at: (member) => [member.issuerId],
    check: async (member, _input, cx) => issueIssues(cx, member),
    run: async (cx, member, input) => {
      const { issued } = await write(cx, [member], {
        issuedOn: input.issued_on,
        validUntil: input.valid_until,
        batch: null,
      });
      const [card] = issued;
      if (card === undefined) throw new Error('a card that was checked was not issued');
      return {
        result: { pid: card.pid, number: card.number },
        subject: { type: 'card', id: card.id },
        organisationId: member.organisationId,
        changes: {
          number: { new: card.number },
          issued_on: { new: input.issued_on },
          valid_until: { new: input.valid_until },
        },
      };
    },
  });

/** Why a member can have no card now. */
async function issueIssues(cx: Cx, member: Candidate): Promise<readonly Issue[]> {
  if (!member.member) return [issue('membership', 'membership_ended')];
  if (member.standingPid !== null && !member.expired) {
    return [issue('membership', 'already_issued', { number: member.standingNumber })];
  }
  const number = ownNumber(member);
  if (number === null) return [];
  const replaced = member.standingId === null ? [] : [member.standingId];
  const taken = await takenNumbers(cx, member.issuerId, [number], replaced);
  return taken.has(number) ? [issue('membership', 'number_taken', { number })] : [];
}

export interface IssuedMany {
  readonly issued: number;
  readonly leftOut: number;
}

/**
 * Issues cards to several members at once: whoever has one or can have none is left out. All get the
 * id `batch`, by which they are printed together.
 * @throws Forbidden
 */
export function issueCards(cx: Cx, batch: string, raw: unknown): Promise<Outcome<IssuedMany>> {
  return execute(cx, issueManyCommand(cx.clock.today(), batch), raw);
}

const issueManyCommand = (today: Day, batch: string) =>
  command({
    name: 'card.issue_many',
    input: issueManyInput(today),
    permission: cardWrite,
    load: async (cx, { memberships }) => {
      const members = await candidatesByPid(cx, memberships);
      if (members.length === 0) throw new NotFound('membership');
      return members;
    },
    at: (members) => [...new Set(members.map((member) => member.issuerId))],
    run: async (cx, members, input) => {
      const open = members.filter((one) => one.member && (one.standingPid === null || one.expired));
      const days = { issuedOn: input.issued_on, validUntil: input.valid_until };
      let issued = 0;
      const numbers: string[] = [];
      for (const group of Map.groupBy(open, (one) => one.issuerId).values()) {
        const found = await write(cx, group, { ...days, batch });
        issued += found.issued.length;
        numbers.push(...found.issued.map((card) => card.number));
      }
      return {
        result: { issued, leftOut: input.memberships.length - issued },
        subject: { type: 'card_batch', id: batch },
        organisationId: members[0]?.organisationId ?? null,
        changes: { count: { new: issued }, numbers: { new: numbers } },
      };
    },
  });

interface How {
  readonly issuedOn: Day;
  readonly validUntil: Day | null;
  readonly batch: string | null;
}

interface NewCard extends Issued {
  readonly id: string;
  readonly token: string;
  readonly member: Candidate;
}

/** Writes cards for members of one issuer; those whose number another card has are left out. */
async function write(
  cx: Cx,
  members: readonly Candidate[],
  how: How,
): Promise<{ issued: NewCard[] }> {
  const [first] = members;
  if (first === undefined) return { issued: [] };
  const design = await heldDesign(cx, first.issuerId, first.issuerCode);
  const numbered = await numbersFor(cx, members);
  const series = numbered.filter(({ number }) => number === null).length;
  const next = await nextNumbers(cx, design, how.issuedOn, series);
  const issued = numbered.map(({ member, number }) => ({
    id: cx.ids.uuid(),
    pid: cx.ids.pid(),
    token: cx.ids.pid(),
    number: number ?? next.shift() ?? '',
    member,
  }));
  await insertCards(cx, issued, how);
  return { issued };
}

async function numbersFor(
  cx: Cx,
  members: readonly Candidate[],
): Promise<{ member: Candidate; number: string | null }[]> {
  const wanted = members.flatMap((member) => ownNumber(member) ?? []);
  const replaced = members.flatMap((member) => member.standingId ?? []);
  const taken = await takenNumbers(cx, members[0]?.issuerId ?? '', wanted, replaced);
  return members.flatMap((member) => {
    const number = ownNumber(member);
    if (number !== null && taken.has(number)) return [];
    if (number !== null) taken.add(number);
    return [{ member, number }];
  });
}

/** Writes new cards; the cards that stood before them are replaced. */
export async function insertCards(cx: Cx, cards: readonly NewCard[], how: How): Promise<void> {
  await endReplaced(cx, cards);
  const of = <T>(pick: (card: NewCard) => T): T[] => cards.map(pick);
  await sql`insert into card (id, pid, token, membership_id, organisation_id, issuer_id, issuer_name,
      number, replaces_id, issued_on, valid_until, batch_id, created_at, created_by)
    select x.*, ${how.issuedOn}::date, ${how.validUntil}::date, ${how.batch}::uuid,
      ${cx.clock.now()}::timestamptz, ${cx.actor.kind === 'account' ? cx.actor.personId : null}::uuid
    from unnest(${of((c) => c.id)}::uuid[], ${of((c) => c.pid)}::text[], ${of((c) => c.token)}::text[],
      ${of((c) => c.member.membershipId)}::uuid[], ${of((c) => c.member.organisationId)}::uuid[],
      ${of((c) => c.member.issuerId)}::uuid[], ${of((c) => c.member.issuerName)}::text[],
      ${of((c) => c.number)}::text[], ${of((c) => c.member.standingId)}::uuid[]) x`.execute(cx.db);
}

async function endReplaced(cx: Cx, cards: readonly NewCard[]): Promise<void> {
  const ids = cards.flatMap((card) => card.member.standingId ?? []);
  await sql`update card set state = 'replaced', reason = coalesce(reason, ${words.renewed}),
      ended_on = greatest(issued_on, ${cx.clock.today()}::date), version = version + 1
    where id = any(${ids}::uuid[])`.execute(cx.db);
}
