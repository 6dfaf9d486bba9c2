import { sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import { issue } from '../../../kernel/issue.ts';
import { type Cx, command, execute } from '../../../platform/command.ts';
import { addJob } from '../../../platform/jobs/index.ts';
import { templateById } from '../../templates/index.ts';
import { roundManage } from '../policy.ts';
import { draftsToOpen, roundByPid, type Target, targetsBelow } from '../queries/index.ts';
import { roundMayFollow } from '../rules/index.ts';
import { byPidInput, openInput, type Round, type RoundState } from '../schema.ts';
import { type } from './columns.ts';
import { freezeRoundOf } from './moving.ts';

export const REMIND = 'rounds.remind';

/**
 * Opens a draft: the template's content is kept as it is now, and all organisations of the asked
 * kinds that stand directly below on the opening day owe a form, each once. Letters go out by a job.
 * Before its day the round opens today.
 */
export const openRound = command({
  name: 'report_round.open',
  input: openInput,
  permission: roundManage,
  load: async (cx, { pid }) => {
    const round = await roundByPid(cx, pid);
    const opensOn = earlier(round.opensOn, cx.clock.today());
    return {
      round,
      opensOn,
      template: await templateById(cx.db, round.templateId),
      targets: await targetsBelow(cx.db, [round.organisation.id], round.asked, opensOn),
    };
  },
  at: ({ round }) => [round.organisation.id],
  version: ({ round }) => round.version,
  check: ({ round, targets, template }) => {
    if (!roundMayFollow(round.state, 'open') || round.state !== 'draft')
      return [issue('', 'not_a_draft')];
    if (template === null || template.deletedAt !== null) return [issue('', 'unknown_template')];
    if (template.content.sections.length === 0) return [issue('', 'empty_template')];
    return targets.length === 0 ? [issue('', 'nobody_below')] : [];
  },
  run: async (cx, { round, opensOn, targets, template }, { site }) => {
    await sql`update report_round set state = 'open', opens_on = ${opensOn}, version = version + 1,
        site = coalesce(${site}, site), content = ${JSON.stringify(template?.content ?? round.content)}::jsonb
      where id = ${round.id}`.execute(cx.db);
    const asked = await insertObligations(
      cx,
      round.id,
      targets.map((target) => ({ ...target, parent: null, dueOn: round.dueOn })),
    );
    await addJob(cx.db, REMIND, { round: round.id });
    return {
      result: { pid: round.pid, asked },
      subject: { type, id: round.id },
      organisationId: round.organisation.id,
      changes: {
        state: { old: round.state, new: 'open' },
        opens_on: { old: round.opensOn, new: opensOn },
        obligations: { new: asked },
      },
    };
  },
});

const earlier = (a: Day, b: Day): Day => (a < b ? a : b);

export interface NewObligation extends Pick<Target, 'organisationId'> {
  readonly parent: string | null;
  readonly dueOn: Day;
}

/** Writes what is owed, in one statement; who owes already is left as he is. Gives how many are new. */
export async function insertObligations(
  cx: Cx,
  roundId: string,
  wanted: readonly NewObligation[],
): Promise<number> {
  const { numAffectedRows } = await sql`insert into report_obligation
      (id, pid, round_id, organisation_id, parent_id, due_on)
    select u.id, u.pid, ${roundId}, u.organisation, u.parent, u.due
    from unnest(${wanted.map(() => cx.ids.uuid())}::uuid[], ${wanted.map(() => cx.ids.pid())}::text[],
      ${wanted.map((one) => one.organisationId)}::uuid[], ${wanted.map((one) => one.parent)}::uuid[],
      ${wanted.map((one) => one.dueOn)}::date[]) u (id, pid, organisation, parent, due)
    on conflict (round_id, organisation_id) do nothing`.execute(cx.db);
  return Number(numAffectedRows ?? 0);
}

const stateCommand = (name: string, state: RoundState, refused: string) =>
  command({
    name: `report_round.${name}`,
    input: byPidInput,
    permission: roundManage,
    load: (cx, { pid }) => roundByPid(cx, pid),
    at: (round: Round) => [round.organisation.id],
    version: (round: Round) => round.version,
    check: (round: Round) =>
      round.state !== 'draft' && roundMayFollow(round.state, state) ? [] : [issue('', refused)],
    run: async (cx: Cx, round: Round) => {
      await sql`update report_round set state = ${state}, version = version + 1
        where id = ${round.id}`.execute(cx.db);
      if (state === 'closed') await freezeRoundOf(cx, round.id);
      return {
        result: { pid: round.pid },
        subject: { type, id: round.id },
        organisationId: round.organisation.id,
        changes: { state: { old: round.state, new: state } },
      };
    },
  });

/** Nobody sends any more, and nobody is reminded; what has gone up is still taken and frozen. */
export const closeRound = stateCommand('close', 'closed', 'round_not_open');
export const reopenRound = stateCommand('reopen', 'open', 'round_not_closed');

/** Opens the drafts whose day has come, of those that open by themselves; one that cannot be opened stays. */
export async function openDueDrafts(cx: Cx): Promise<number> {
  let opened = 0;
  for (const pid of await draftsToOpen(cx.db, cx.clock.today()))
    if ((await execute(cx, openRound, { pid })).ok) opened += 1;
  return opened;
}
