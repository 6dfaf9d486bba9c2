import { sql } from 'kysely';
import { formatDateRange } from '../../../kernel/date-range.ts';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { maybe } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { changesBetween } from '../../../platform/records/changes.ts';
import { findOrganisation } from '../../organisations/index.ts';
import { personWrite } from '../policy.ts';
import { findMembership, personRecord } from '../queries/index.ts';
import {
  bornBeforeJoining,
  dayAfter,
  firstDay,
  lastDayIssues,
  pastIssues,
} from '../rules/index.ts';
import {
  byVersion,
  type Membership,
  membershipEditInput,
  membershipEndInput,
  membershipInput,
} from '../schema/index.ts';
import { insertMembership } from './rows.ts';

async function overlapping(
  cx: Cx,
  of: { personId: string; organisationId: string; from: string; until: string | null; id?: string },
): Promise<Issue[]> {
  const found = await maybe(
    cx.db,
    sql<{ open: boolean; from: string | null; last: string | null }>`
      select upper_inf(m.during) as open, lower(m.during)::text as from,
        (upper(m.during) - 1)::text as last
      from membership m where m.person_id = ${of.personId}
        and m.organisation_id = ${of.organisationId} and m.deleted_at is null
        and m.id is distinct from ${of.id ?? null}::uuid
        and m.during && daterange(${of.from}::date, ${of.until}::date)
      order by upper_inf(m.during) desc, m.id limit 1`,
  );
  if (found === null) return [];
  const { open, ...days } = found;
  return [open ? issue('organisation', 'already_member') : issue('from', 'was_member', days)];
}

/**
 * Makes a person a member of an organisation, until further notice.
 * @throws NotFound, Forbidden
 */
export const addMembership = command({
  name: 'membership.add',
  input: membershipInput,
  permission: personWrite,
  load: async (cx, input) => ({
    person: await personRecord(cx, input.person),
    organisation: await findOrganisation(cx.db, input.organisation, cx.clock.today()),
  }),
  at: ({ organisation }) => (organisation === null ? [] : [organisation.id]),
  check: async ({ person, organisation }, input, cx) => {
    if (organisation === null) {
      return [issue('organisation', 'unknown', { code: input.organisation })];
    }
    const today = cx.clock.today();
    const issues = [
      ...pastIssues('joined', input.joined, today),
      ...pastIssues('from', input.from, today),
      ...bornBeforeJoining(person.birthDate, input.joined),
    ];
    if (issues.length > 0) return issues;
    const from = firstDay(input.joined, input.from, today);
    const of = { personId: person.id, organisationId: organisation.id, from, until: null };
    return overlapping(cx, of);
  },
  run: async (cx, { person, organisation }, input) => {
    if (organisation === null) throw new NotFound('organisation');
    const { branch, joined, kind, card_number, note } = input;
    const from = firstDay(joined, input.from, cx.clock.today());
    const membership = await insertMembership(cx, person.id, {
      organisationId: organisation.id,
      branch,
      joined,
      kind,
      cardNumber: card_number,
      note,
      from,
    });
    return {
      result: { pid: membership.pid, person: person.pid },
      subject: { type: 'person', id: person.id },
      organisationId: organisation.id,
      changes: changesBetween(null, {
        organisation: organisation.code,
        from,
        branch,
        joined,
        kind,
        card_number,
        note,
      }),
    };
  },
});

async function loaded(cx: Cx, pid: string) {
  const membership = await findMembership(cx, pid);
  if (membership === null) throw new NotFound('membership');
  return membership;
}

type Loaded = Awaited<ReturnType<typeof loaded>>;

const common = {
  permission: personWrite,
  load: (cx: Cx, input: { pid: string }) => loaded(cx, input.pid),
  at: (membership: Loaded) => [membership.organisationId],
  version: (membership: Loaded) => membership.version,
};

const done = (
  membership: Loaded,
  changes: Record<string, object>,
  reason: string | null = null,
) => ({
  result: { pid: membership.pid, person: membership.personPid },
  subject: { type: 'person', id: membership.personId },
  organisationId: membership.organisationId,
  changes: { ...changes, organisation: { new: membership.organisationCode } },
  reason,
});

const standing = (membership: Membership) => ({
  branch: membership.branch,
  joined: membership.joined as string | null,
  kind: membership.kind,
  card_number: membership.cardNumber,
  note: membership.note,
});

/** Changes what is kept of a membership; a new day of joining moves its first day. */
export const editMembership = command({
  name: 'membership.edit',
  input: membershipEditInput,
  ...common,
  check: async (membership, input, cx) => {
    const issues = pastIssues('joined', input.joined, cx.clock.today());
    const { until } = membership;
    const from = movedStart(membership, input.joined);
    if (issues.length > 0 || from === membership.from || from === null) return issues;
    if (until !== null && from >= until) return [issue('joined', 'joined_after_leaving')];
    return overlapping(cx, { ...membership, from, until });
  },
  run: async (cx, membership, input) => {
    const { branch, joined, kind, card_number, note } = input;
    const during = formatDateRange({ ...membership, from: movedStart(membership, joined) });
    await sql`update membership set branch = ${branch}, joined = ${joined}, kind = ${kind},
        card_number = ${card_number}, note = ${note}, during = ${during}::daterange,
        version = version + 1
      where id = ${membership.id}`.execute(cx.db);
    return done(
      membership,
      changesBetween(standing(membership), { branch, joined, kind, card_number, note }),
    );
  },
});

function movedStart(membership: Membership, joined: string | null): string | null {
  if (joined === membership.joined || joined === null) return membership.from;
  return firstDay(joined, null, joined);
}

/** The person leaves: `last_day` is the last one as a member. */
export const endMembership = command({
  name: 'membership.end',
  input: membershipEndInput,
  ...common,
  check: (membership, input, cx) => {
    if (membership.until !== null) return [issue('', 'left_already')];
    return lastDayIssues('last_day', membership.from, input.last_day, cx.clock.today());
  },
  run: async (cx, membership, input) => {
    const until = dayAfter(input.last_day);
    await sql`update membership set during = daterange(lower(during), ${until}::date),
        left_reason = ${input.reason}, version = version + 1
      where id = ${membership.id}`.execute(cx.db);
    return done(membership, { last_day: { old: null, new: input.last_day } }, input.reason);
  },
});

/** Takes the end of a membership back: it was noted by mistake. */
export const reopenMembership = command({
  name: 'membership.reopen',
  input: byVersion,
  ...common,
  check: async (membership, _input, cx) => {
    if (membership.until === null) return [issue('', 'not_left')];
    const from = membership.from ?? cx.clock.today();
    return overlapping(cx, { ...membership, from, until: null });
  },
  run: async (cx, membership) => {
    await sql`update membership set during = daterange(lower(during), null), left_reason = null,
        version = version + 1 where id = ${membership.id}`.execute(cx.db);
    return done(membership, { until: { old: membership.until, new: null } });
  },
});

/** A membership that was written down by mistake and never was. */
export const removeMembership = command({
  name: 'membership.remove',
  input: byVersion,
  ...common,
  run: async (cx, membership) => {
    await sql`update membership set deleted_at = ${cx.clock.now()}, version = version + 1
      where id = ${membership.id}`.execute(cx.db);
    // Whoever kept the person as a member goes on keeping the record.
    await sql`update person set keeper_id = ${membership.organisationId}
      where id = ${membership.personId} and keeper_id is null`.execute(cx.db);
    return done(membership, { from: { old: membership.from, new: null } });
  },
});
