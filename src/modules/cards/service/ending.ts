import { sql } from 'kysely';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { cardWrite } from '../policy.ts';
import { cardOf } from '../queries/index.ts';
import { dayIssues } from '../rules.ts';
import { type Candidate, type Card, replaceInput, revokeInput } from '../schema.ts';
import { heldDesign } from './design.ts';
import { insertCards, memberOf } from './issuing.ts';
import { nextNumbers, takenNumbers } from './numbers.ts';

interface Loaded {
  readonly card: Card;
  readonly member: Candidate;
}

/**
 * Issues a new card in place of one that was lost, damaged or has other words by now: the old one's
 * code says so from today on. It keeps its number unless `new_number`.
 */
export const replaceCard = command({
  name: 'card.replace',
  input: replaceInput,
  permission: cardWrite,
  load: async (cx, { pid }): Promise<Loaded> => {
    const card = await cardOf(cx, pid);
    return { card, member: await memberOf(cx, card.membershipPid) };
  },
  at: ({ member }) => [member.issuerId],
  version: ({ card }) => card.version,
  check: async ({ card, member }, input, cx) => {
    if (card.state !== 'valid') return endedIssues(card);
    if (!member.member) return [issue('', 'membership_ended')];
    const today = cx.clock.today();
    return [
      ...dayIssues(today, input.valid_until, today),
      ...(await numberIssues(cx, card, member, input.new_number)),
    ];
  },
  run: async (cx, { card, member }, input) => {
    const today = cx.clock.today();
    const design = await heldDesign(cx, member.issuerId, member.issuerCode);
    const [fresh] = input.new_number ? await nextNumbers(cx, design, today, 1) : [card.number];
    const [id, pid, token] = [cx.ids.uuid(), cx.ids.pid(), cx.ids.pid()];
    const number = fresh ?? card.number;
    await end(cx, card, 'replaced', input.reason);
    const how = { issuedOn: today, validUntil: input.valid_until, batch: null };
    await insertCards(cx, [{ id, pid, token, number, member }], how);
    return {
      result: { pid, number },
      subject: { type: 'card', id: card.id },
      organisationId: card.organisationId,
      changes: {
        state: { old: 'valid', new: 'replaced' },
        number: { old: card.number, new: number },
      },
      reason: input.reason,
    };
  },
});

async function numberIssues(
  cx: Cx,
  card: Card,
  member: Candidate,
  fresh: boolean,
): Promise<readonly Issue[]> {
  if (fresh) return [];
  const taken = await takenNumbers(cx, member.issuerId, [card.number], [card.id]);
  return taken.size === 0 ? [] : [issue('new_number', 'number_taken', { number: card.number })];
}

/** From today on a card is not valid; its code says so. */
export const revokeCard = command({
  name: 'card.revoke',
  input: revokeInput,
  permission: cardWrite,
  load: (cx, { pid }) => cardOf(cx, pid),
  at: (card) => [card.issuerId],
  version: (card) => card.version,
  check: endedIssues,
  run: async (cx, card, input) => {
    await end(cx, card, 'revoked', input.reason);
    return {
      result: { pid: card.pid },
      subject: { type: 'card', id: card.id },
      organisationId: card.organisationId,
      changes: { state: { old: 'valid', new: 'revoked' } },
      reason: input.reason,
    };
  },
});

function endedIssues(card: Card): readonly Issue[] {
  return card.state === 'valid' ? [] : [issue('', `already_${card.state}`)];
}

async function end(cx: Cx, card: Card, state: 'replaced' | 'revoked', reason: string) {
  await sql`update card set state = ${state}, reason = ${reason},
      ended_on = greatest(issued_on, ${cx.clock.today()}::date), version = version + 1
    where id = ${card.id}`.execute(cx.db);
}
