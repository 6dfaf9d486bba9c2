import { sql } from 'kysely';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { all, maybe } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { addJob } from '../../../platform/jobs/index.ts';
import { findOrganisation } from '../../organisations/index.ts';
import { roundManage } from '../policy.ts';
import { obligationByPid, obligationsByPid, roundByPid, targetsBelow } from '../queries/index.ts';
import { dueBelow } from '../rules/index.ts';
import { addInput, askInput, dropInput, extendInput, type Obligation } from '../schema.ts';
import { type } from './columns.ts';
import { insertObligations, REMIND } from './opening.ts';

/** All of them or none. @throws NotFound */
async function theseObligations(
  cx: Cx,
  pids: readonly string[],
): Promise<readonly [Obligation, ...Obligation[]]> {
  const wanted = [...new Set(pids)];
  const [first, ...rest] = await obligationsByPid(cx, wanted);
  if (first === undefined || rest.length + 1 !== wanted.length)
    throw new NotFound('report_obligation');
  if (rest.some((other) => other.round.id !== first.round.id))
    throw new NotFound('report_obligation');
  return [first, ...rest];
}

const ids = (obligations: readonly Obligation[]): string[] => obligations.map((one) => one.id);
const unique = (values: readonly string[]): readonly string[] => [...new Set(values)];
const ended = (state: Obligation['state']): boolean => state === 'accepted' || state === 'frozen';

function mayAsk(obligations: readonly Obligation[]): readonly Issue[] {
  const [first] = obligations;
  if (first === undefined || first.round.state !== 'open') return [issue('', 'round_not_open')];
  if (!first.round.cascades) return [issue('', 'round_stays_here')];
  return obligations.some((one) => ended(one.state)) ? [issue('', 'already_accepted')] : [];
}

/**
 * An organisation that owes a form asks those directly below it for the same; whoever was asked in this
 * round is left as he is. With several obligations whoever collects from them asks in their place.
 */
export const askBelow = command({
  name: 'report_round.ask_below',
  input: askInput,
  permission: roundManage,
  load: async (cx, input) => {
    const obligations = await theseObligations(cx, input.obligations);
    const [{ round }] = obligations;
    const own = obligations.map((one) => one.organisation.id);
    return { obligations, targets: await targetsBelow(cx.db, own, input.kinds, round.opensOn) };
  },
  at: ({ obligations }) =>
    obligations.length === 1
      ? [obligations[0].organisation.id]
      : unique(obligations.map((one) => one.collector.id)),
  check: ({ obligations, targets }, input) => {
    const issues = mayAsk(obligations);
    if (issues.length > 0) return issues;
    if (input.kinds.length === 0) return [issue('kinds', 'choose_kinds')];
    if (input.due_on !== null) {
      const { due_on: due } = input;
      if (due < obligations[0].round.opensOn) return [issue('due_on', 'due_before_opening')];
      const before = obligations.find((one) => due > one.dueOn);
      if (before !== undefined) return [issue('due_on', 'after_own_due', { due: before.dueOn })];
    }
    return targets.length === 0 ? [issue('kinds', 'nobody_below')] : [];
  },
  run: async (cx, { obligations, targets }, input) => {
    const [{ round }] = obligations;
    const parents = new Map(obligations.map((one) => [one.organisation.id, one]));
    const today = cx.clock.today();
    const wanted = targets.flatMap(({ parentId, organisationId }) => {
      const parent = parents.get(parentId);
      if (parent === undefined) return [];
      const dueOn = input.due_on ?? dueBelow(parent.dueOn, round.opensOn, today);
      return [{ organisationId, parent: parent.id, dueOn }];
    });
    const asked = await insertObligations(cx, round.id, wanted);
    if (asked > 0) await addJob(cx.db, REMIND, { round: round.id });
    const codes = obligations.map((one) => one.organisation.code);
    return {
      result: { pid: obligations[0].pid, asked },
      subject: { type, id: round.id },
      organisationId: obligations[0].organisation.id,
      changes: {
        collectors: { new: codes },
        kinds: { new: input.kinds },
        obligations: { new: asked },
      },
    };
  },
});

/** Gives one or several more time; the reason stands with each. */
export const extendObligation = command({
  name: 'report_round.extend',
  input: extendInput,
  permission: roundManage,
  load: async (cx, input) => {
    const obligations = await theseObligations(cx, input.obligations);
    const parents = unique(obligations.flatMap((one) => one.parentId ?? []));
    const latest = await maybe(
      cx.db,
      sql<{ due: string | null }>`select min(due_on) as due from report_obligation
        where id = any(${[...parents]}::uuid[])`,
    );
    return { obligations, latest: latest?.due ?? null };
  },
  at: ({ obligations }) => unique(obligations.map((one) => one.collector.id)),
  check: ({ obligations, latest }, input, cx) => {
    if (obligations[0].round.state !== 'open') return [issue('', 'round_not_open')];
    if (obligations.some((one) => ended(one.state))) return [issue('', 'already_accepted')];
    if (input.due_on < cx.clock.today()) return [issue('due_on', 'in_the_past')];
    const later = obligations.find((one) => one.dueOn >= input.due_on);
    if (later !== undefined)
      return [
        issue('due_on', 'not_later', { name: later.organisation.shortName, due: later.dueOn }),
      ];
    if (latest !== null && input.due_on > latest)
      return [issue('due_on', 'after_own_due', { due: latest })];
    return [];
  },
  run: async (cx, { obligations }, input) => {
    await sql`update report_obligation set due_on = ${input.due_on},
        extended_reason = ${input.reason}, version = version + 1
      where id = any(${ids(obligations)}::uuid[])`.execute(cx.db);
    return {
      result: { extended: obligations.length },
      subject: { type, id: obligations[0].round.id },
      organisationId: obligations[0].collector.id,
      changes: {
        organisations: { new: obligations.map((one) => one.organisation.code) },
        due_on: { old: unique(obligations.map((one) => one.dueOn)), new: input.due_on },
      },
      reason: input.reason,
    };
  },
});

/** Asks one more organisation in a round that is open. */
export const addObligation = command({
  name: 'report_round.add',
  input: addInput,
  permission: roundManage,
  load: async (cx, input) => {
    const round = await roundByPid(cx, input.round);
    const parent = input.collector === null ? null : await obligationByPid(cx, input.collector);
    if (parent !== null && parent.round.id !== round.id) throw new NotFound('report_obligation');
    const organisation = await findOrganisation(cx.db, input.organisation, cx.clock.today());
    const collector = parent?.organisation.id ?? round.organisation.id;
    return { round, parent, organisation, collector };
  },
  at: ({ collector }) => [collector],
  check: async ({ round, parent, organisation, collector }, input, cx) => {
    if (round.state !== 'open') return [issue('', 'round_not_open')];
    if (organisation === null)
      return [issue('organisation', 'unknown', { code: input.organisation })];
    const below = await cx.coverage.covers(cx.db, [collector], organisation.id, cx.clock.today());
    if (!below || organisation.id === collector) return [issue('organisation', 'not_below')];
    const due = input.due_on ?? round.dueOn;
    if (due < round.opensOn) return [issue('due_on', 'due_before_opening')];
    if (parent !== null && input.due_on !== null && input.due_on > parent.dueOn)
      return [issue('due_on', 'after_own_due', { due: parent.dueOn })];
    return [];
  },
  run: async (cx, { round, parent, organisation, collector }, input) => {
    const dueOn = input.due_on ?? parent?.dueOn ?? round.dueOn;
    const owes = { organisationId: organisation?.id ?? '', parent: parent?.id ?? null, dueOn };
    const asked = await insertObligations(cx, round.id, [owes]);
    if (asked > 0) await addJob(cx.db, REMIND, { round: round.id });
    return {
      result: { pid: round.pid, asked },
      subject: { type, id: round.id },
      organisationId: collector,
      changes: { organisations: { new: [organisation?.code] }, due_on: { new: dueOn } },
      reason: input.reason,
    };
  },
});

/** Asks an organisation no longer: only while nothing was written and nobody below it was asked. */
export const removeObligation = command({
  name: 'report_round.drop',
  input: dropInput,
  permission: roundManage,
  load: (cx, { pid }) => obligationByPid(cx, pid),
  at: (obligation) => [obligation.collector.id],
  check: async (obligation, _input, cx) => {
    if (obligation.round.state !== 'open') return [issue('', 'round_not_open')];
    const [held] = await all(
      cx.db,
      sql`select from report_obligation b where b.id = ${obligation.id} and (b.state <> 'waiting'
        or exists (select from report_obligation c where c.parent_id = b.id)
        or exists (select from report_cell c where c.obligation_id = b.id)
        or exists (select from report_narrative w where w.obligation_id = b.id)
        or exists (select from report_message m where m.obligation_id = b.id))`,
    );
    return held === undefined ? [] : [issue('', 'work_began')];
  },
  run: async (cx, obligation, input) => {
    await sql`delete from report_reminder where obligation_id = ${obligation.id}`.execute(cx.db);
    await sql`delete from report_rival where obligation_id = ${obligation.id}`.execute(cx.db);
    await sql`delete from report_obligation where id = ${obligation.id}`.execute(cx.db);
    return {
      result: { pid: obligation.round.pid },
      subject: { type, id: obligation.round.id },
      organisationId: obligation.collector.id,
      changes: { organisations: { old: [obligation.organisation.code] } },
      reason: input.reason,
    };
  },
});
