import { sql } from 'kysely';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { all } from '../../../platform/database/query.ts';
import type { VotingRule } from '../../calls/index.ts';
import { councilByPid, judgesThere, type OpenedCouncil, seatsOf } from '../../councils/index.ts';
import { resultManage } from '../policy.ts';
import { ballotByPid } from '../queries/index.ts';
import { afterAct, type BallotAct } from '../rules.ts';
import {
  type Ballot,
  ballotAct,
  ballotCancel,
  ballotInput,
  ballotOpen,
  ballotPresent,
} from '../schema.ts';

interface Chosen {
  readonly id: string;
  readonly pid: string;
  readonly title: string;
  readonly number: string | null;
  readonly field: string | null;
}

const ruleOf = (council: OpenedCouncil, key: string | null): VotingRule | null =>
  council.edition.content.voting.find((one) => one.key === (key ?? council.voting)) ?? null;

/** Prepares a ballot; it may be looked at before it is opened. Input: `ballotInput`. */
export const createBallot = command({
  name: 'ballot.create',
  input: ballotInput,
  permission: resultManage,
  load: async (cx, input) => {
    const council = await councilByPid(cx, input.council);
    const found = await all(
      cx.db,
      sql<Chosen>`select id, pid, title, number, field from dossier
        where edition_id = ${council.editionId} and state = 'valid'
          and pid = any(${input.dossiers ?? []}::text[])`,
    );
    return { council, found };
  },
  at: ({ council }) => [council.edition.organisation.id],
  check: ({ council, found }, input): Issue[] => {
    const dossiers = input.dossiers ?? [];
    const phases = council.edition.content.phases.some(({ key }) => key === input.phase);
    return [
      ...(council.edition.state === 'open' ? [] : [issue('', 'result_edition_not_open')]),
      ...(phases ? [] : [issue('phase', 'not_in_list', { typed: input.phase })]),
      ...(ruleOf(council, input.rule) === null ? [issue('rule', 'ballot_rule_missing')] : []),
      ...(input.kind !== 'question' && dossiers.length === 0
        ? [issue('dossiers', 'ballot_dossiers_missing')]
        : []),
      ...(input.kind === 'question' && dossiers.length > 0
        ? [issue('dossiers', 'ballot_question_alone')]
        : []),
      ...(new Set(dossiers).size === dossiers.length ? [] : [issue('dossiers', 'ballot_twice')]),
      ...dossiers.flatMap((pid, at) => dossierIssues(council, found, pid, input.phase, at)),
      ...mostIssues(input.kind, input.most, dossiers.length),
    ];
  },
  run: async (cx, { council, found }, input) => {
    const [id, pid] = [cx.ids.uuid(), cx.ids.pid()];
    const rule = ruleOf(council, input.rule)!;
    await sql`insert into ballot (id, pid, council_id, phase, kind, subject, most, how, rule, created_at)
      values (${id}, ${pid}, ${council.id}, ${input.phase}, ${input.kind}, ${input.subject},
        ${input.kind === 'choose' ? input.most : null}, ${input.how}, ${JSON.stringify(rule)}::jsonb,
        ${cx.clock.now()})`.execute(cx.db);
    await writeOptions(cx, id, optionsOf(found, input));
    const { subject, kind, phase, how } = input;
    return {
      result: { pid },
      subject: { type: 'ballot', id },
      organisationId: council.edition.organisation.id,
      changes: {
        subject: { new: subject },
        kind: { new: kind },
        phase: { new: phase },
        how: { new: how },
        rule: { new: rule.key },
        council: { new: council.pid },
      },
    };
  },
});

function dossierIssues(
  council: OpenedCouncil,
  found: readonly Chosen[],
  pid: string,
  phase: string,
  at: number,
): Issue[] {
  const dossier = found.find((one) => one.pid === pid);
  if (dossier === undefined) return [issue(`dossiers.${at}`, 'ballot_no_dossier', { pid })];
  return judgesThere(council, dossier.field, phase)
    ? []
    : [issue(`dossiers.${at}`, 'ballot_other_council', { number: dossier.number ?? '' })];
}

function mostIssues(kind: string, most: number | null, many: number): Issue[] {
  if (kind !== 'choose') return [];
  if (most === null) return [issue('most', 'ballot_most_missing')];
  return most > many ? [issue('most', 'ballot_most_over', { most, many })] : [];
}

interface NewOption {
  readonly dossier: string | null;
  readonly label: string;
}

function optionsOf(
  found: readonly Chosen[],
  {
    kind,
    subject,
    dossiers = [],
  }: { kind: string; subject: string; dossiers?: string[] | undefined },
): NewOption[] {
  if (kind === 'question') return [{ dossier: null, label: subject }];
  return dossiers.map((pid) => {
    const dossier = found.find((one) => one.pid === pid)!;
    return { dossier: dossier.id, label: dossier.title };
  });
}

const writeOptions = (cx: Cx, id: string, options: readonly NewOption[]) =>
  sql`insert into ballot_option (ballot_id, position, dossier_id, label)
    select ${id}, place - 1, dossier::uuid, label
    from unnest(${options.map((one) => one.dossier)}::text[], ${options.map((one) => one.label)}::text[])
      with ordinality o (dossier, label, place)`.execute(cx.db);

/** What is refused in a state, for every act. */
export const stateIssues = (ballot: Ballot, act: BallotAct): Issue[] =>
  afterAct(ballot.state, act) === null
    ? [issue('', 'ballot_state', { state: ballot.state, act })]
    : [];

export const aboutBallot = (ballot: Ballot) => ({
  result: { pid: ballot.pid },
  subject: { type: 'ballot', id: ballot.id },
  organisationId: ballot.edition.organisation.id,
});

const held = (cx: Cx, { pid }: { pid: string }): Promise<Ballot> => ballotByPid(cx, pid, 'held');
const ownOf = (ballot: Ballot): string[] => [ballot.edition.organisation.id];

/**
 * Opens a ballot for those seats of its council that vote. `present`: who is there; left out: everybody. Whoever
 * is not there may not vote until they come. Input: `ballotOpen`.
 */
export const openBallot = command({
  name: 'ballot.open',
  input: ballotOpen,
  permission: resultManage,
  load: async (cx, input) => {
    const ballot = await held(cx, input);
    const seats = await seatsOf(cx, [ballot.council.id]);
    const entitled = seats.filter(({ votes, judge }) => votes && judge.state === 'accepted');
    return { ballot, entitled };
  },
  at: ({ ballot }) => ownOf(ballot),
  version: ({ ballot }) => ballot.version,
  check: ({ ballot, entitled }, { present }): Issue[] => [
    ...stateIssues(ballot, 'open'),
    ...(ballot.edition.state === 'open' ? [] : [issue('', 'result_edition_not_open')]),
    ...(entitled.length > 0 ? [] : [issue('', 'ballot_nobody')]),
    ...presentIssues(
      present ?? [],
      entitled.map(({ judge }) => judge.pid),
    ),
  ],
  run: async (cx, { ballot, entitled }, { present }) => {
    const there = (pid: string): boolean => present === undefined || present.includes(pid);
    await sql`insert into ballot_voter (ballot_id, judge_id, role, present)
      select ${ballot.id}, judge::uuid, role, present from unnest(
        ${entitled.map((one) => one.judgeId)}::text[], ${entitled.map((one) => one.role)}::text[],
        ${entitled.map((one) => there(one.judge.pid))}::boolean[]) v (judge, role, present)`.execute(
      cx.db,
    );
    if (ballot.how === 'link')
      await sql`insert into ballot_box (ballot_id, papers) values (${ballot.id}, '[]')`.execute(
        cx.db,
      );
    await sql`update ballot set state = 'open', opened_at = ${cx.clock.now()}, version = version + 1
      where id = ${ballot.id}`.execute(cx.db);
    return {
      ...aboutBallot(ballot),
      changes: {
        state: { old: 'draft', new: 'open' },
        members: { new: entitled.length },
        present: {
          new: entitled.filter(({ judge }) => there(judge.pid)).map(({ judge }) => judge.pid),
        },
      },
    };
  },
});

const presentIssues = (present: readonly string[], entitled: readonly string[]): Issue[] =>
  present
    .filter((pid) => !entitled.includes(pid))
    .map((pid) => issue('present', 'ballot_not_entitled', { pid }));

/** Notes who is there while the ballot is open; who has voted stays. Input: `ballotPresent`. */
export const attendBallot = command({
  name: 'ballot.attend',
  input: ballotPresent,
  permission: resultManage,
  load: held,
  at: ownOf,
  version: (ballot) => ballot.version,
  check: (ballot, { present }): Issue[] => [
    ...stateIssues(ballot, 'attend'),
    ...presentIssues(
      present,
      ballot.voters.map(({ pid }) => pid),
    ),
    ...ballot.voters
      .filter(({ pid, voted }) => voted && !present.includes(pid))
      .map(({ name }) => issue('present', 'ballot_voted_there', { name })),
  ],
  run: async (cx, ballot, { present }) => {
    await sql`update ballot_voter v set present = j.pid = any(${present}::text[])
      from judge j where j.id = v.judge_id and v.ballot_id = ${ballot.id}`.execute(cx.db);
    await sql`update ballot set version = version + 1 where id = ${ballot.id}`.execute(cx.db);
    const before = ballot.voters.filter((one) => one.present).map(({ pid }) => pid);
    return {
      ...aboutBallot(ballot),
      changes: { present: { old: before, new: [...present].sort() } },
    };
  },
});

/** Ends a ballot without a result; its papers are destroyed. Input: `ballotCancel`. */
export const cancelBallot = command({
  name: 'ballot.cancel',
  input: ballotCancel,
  permission: resultManage,
  load: held,
  at: ownOf,
  version: (ballot) => ballot.version,
  check: (ballot) => stateIssues(ballot, 'cancel'),
  run: async (cx, ballot, { reason }) => {
    await sql`delete from ballot_box where ballot_id = ${ballot.id}`.execute(cx.db);
    await sql`update ballot set state = 'cancelled', reason = ${reason}, totals = null,
      version = version + 1 where id = ${ballot.id}`.execute(cx.db);
    return {
      ...aboutBallot(ballot),
      changes: { state: { old: ballot.state, new: 'cancelled' } },
      reason,
    };
  },
});

/** Takes a ballot that was never opened away. Input: `ballotAct`. */
export const dropBallot = command({
  name: 'ballot.drop',
  input: ballotAct,
  permission: resultManage,
  load: held,
  at: ownOf,
  version: (ballot) => ballot.version,
  check: (ballot) => stateIssues(ballot, 'edit'),
  run: async (cx, ballot) => {
    await sql`delete from ballot where id = ${ballot.id}`.execute(cx.db);
    return { ...aboutBallot(ballot), changes: { subject: { old: ballot.subject } } };
  },
});
