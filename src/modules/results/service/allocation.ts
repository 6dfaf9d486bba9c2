import { sql } from 'kysely';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { maybe } from '../../../platform/database/query.ts';
import { editionToJudge, resultManage } from '../../ballots/index.ts';
import { isReviewing } from '../../calls/index.ts';
import {
  allocationByPid,
  allocationOf,
  type StandingDossier,
  standingDossiers,
} from '../queries/index.ts';
import { type AllocationAct, afterAllocationAct } from '../rules/states.ts';
import {
  type Allocation,
  allocationAct,
  allocationEdit,
  allocationInput,
  allocationReturn,
  type WithheldPrize,
} from '../schema/index.ts';
import { outcomeOf } from './decision/outcome.ts';
import { type GivenPrize, prizeIssues, proposedPrizes } from './decision/prizes.ts';

export const aboutAllocation = (allocation: Allocation) => ({
  result: { pid: allocation.pid },
  subject: { type: 'allocation', id: allocation.id },
  organisationId: allocation.edition.organisation.id,
});

export const heldAllocation = (cx: Cx, { pid }: { pid: string }): Promise<Allocation> =>
  allocationByPid(cx, pid, 'held');
export const ownOf = ({ edition }: Allocation): string[] => [edition.organisation.id];

/** What is refused in a state, for every act. */
export const allocationStateIssues = (allocation: Allocation, act: AllocationAct): Issue[] => [
  ...(afterAllocationAct(allocation.state, act) === null
    ? [issue('', 'allocation_state', { state: allocation.state, act })]
    : []),
  ...(allocation.edition.state === 'open' ? [] : [issue('', 'result_edition_not_open')]),
];

/** Prizes as they are written: by dossier, with the reason where there is one. */
async function writePrizes(cx: Cx, id: string, prizes: readonly GivenPrize[]): Promise<void> {
  await sql`delete from allocation_prize where allocation_id = ${id}`.execute(cx.db);
  await sql`insert into allocation_prize (allocation_id, dossier_id, prize, reason)
    select ${id}, d.id, g.prize, g.reason
    from unnest(${prizes.map(({ dossier }) => dossier)}::text[], ${prizes.map(({ prize }) => prize)}::text[],
      ${prizes.map(({ reason }) => reason)}::text[]) g (dossier, prize, reason)
      join dossier d on d.pid = g.dossier`.execute(cx.db);
}

/**
 * Keeps why prizes are withheld; of a prize that is given after all nothing is kept. `fields`: of the dossiers that
 * stand, by public id.
 */
async function writeWithheld(
  cx: Cx,
  id: string,
  prizes: readonly GivenPrize[],
  withheld: readonly WithheldPrize[],
  fields: ReadonlyMap<string, string | null>,
): Promise<void> {
  const kept = withheld.filter(
    ({ prize, field }) =>
      !prizes.some(
        (one) => one.prize === prize && (field === null || fields.get(one.dossier) === field),
      ),
  );
  await sql`delete from allocation_withheld where allocation_id = ${id}`.execute(cx.db);
  await sql`insert into allocation_withheld (allocation_id, prize, field, reason)
    select ${id}, prize, field, reason
    from unnest(${kept.map(({ prize }) => prize)}::text[], ${kept.map(({ field }) => field ?? '')}::text[],
      ${kept.map(({ reason }) => reason)}::text[]) w (prize, field, reason)
    on conflict (allocation_id, prize, field) do nothing`.execute(cx.db);
}

/** Begins the prizes of an edition as the ranking of a phase proposes them. Input: `allocationInput`. */
export const createAllocation = command({
  name: 'allocation.create',
  input: allocationInput,
  permission: resultManage,
  load: async (cx, { edition: pid }) => {
    const edition = await editionToJudge(cx, pid);
    await sql`select pg_advisory_xact_lock(hashtextextended(${`result:${edition.id}`}, 0))`.execute(
      cx.db,
    );
    return { edition, known: await allocationOf(cx, edition) };
  },
  at: ({ edition }) => [edition.organisation.id],
  check: ({ edition, known }, { phase }): Issue[] => {
    const found = edition.content.phases.find(({ key }) => key === phase);
    return [
      ...(edition.state === 'open' ? [] : [issue('', 'result_edition_not_open')]),
      ...(known === null ? [] : [issue('', 'allocation_there')]),
      ...(found !== undefined && isReviewing(found)
        ? []
        : [issue('phase', 'not_in_list', { typed: phase })]),
      ...(edition.content.prizes.prizes.length > 0 ? [] : [issue('', 'allocation_no_prizes')]),
    ];
  },
  run: async (cx, { edition }, { phase }) => {
    const { outcome } = await outcomeOf(cx, edition, phase);
    const { prizes } = proposedPrizes(edition.content, outcome);
    const [id, pid] = [cx.ids.uuid(), cx.ids.pid()];
    await sql`insert into allocation (id, pid, edition_id, phase, created_at)
      values (${id}, ${pid}, ${edition.id}, ${phase}, ${cx.clock.now()})`.execute(cx.db);
    await writePrizes(
      cx,
      id,
      prizes.map((one) => ({ ...one, reason: null })),
    );
    return {
      result: { pid },
      subject: { type: 'allocation', id },
      organisationId: edition.organisation.id,
      changes: { phase: { new: phase }, prizes: { new: prizes.length } },
    };
  },
});

/** Writes all prizes anew while it is a draft. Input: `allocationEdit`. */
export const editAllocation = command({
  name: 'allocation.edit',
  input: allocationEdit,
  permission: resultManage,
  load: async (cx, input) => {
    const allocation = await heldAllocation(cx, input);
    const { edition, phase } = allocation;
    const standing = await standingDossiers(cx, edition, phase);
    return { allocation, standing };
  },
  at: ({ allocation }) => ownOf(allocation),
  version: ({ allocation }) => allocation.version,
  check: ({ allocation, standing }, { prizes, withheld = [] }): Issue[] => {
    const { content } = allocation.edition;
    const keys = content.prizes.prizes.map(({ key }) => key);
    const fields = content.fields.map(({ code }) => code);
    const twice = prizes.filter(({ dossier }, at) =>
      prizes.some((other, before) => before < at && other.dossier === dossier),
    );
    return [
      ...allocationStateIssues(allocation, 'edit'),
      ...prizes.flatMap(({ dossier, prize }, at) => [
        ...(standing.some(({ pid }) => pid === dossier)
          ? []
          : [issue(`prizes.${at}`, 'allocation_no_dossier', { dossier })]),
        ...(keys.includes(prize) ? [] : [issue(`prizes.${at}`, 'prize_unknown', { prize })]),
      ]),
      ...twice.map(({ dossier }) => issue('prizes', 'allocation_twice', { dossier })),
      ...withheld.flatMap(({ prize, field }, at) => [
        ...(keys.includes(prize) ? [] : [issue(`withheld.${at}`, 'prize_unknown', { prize })]),
        ...(field === null || fields.includes(field)
          ? []
          : [issue(`withheld.${at}`, 'not_in_list', { typed: field })]),
      ]),
    ];
  },
  run: async (cx, { allocation, standing }, { prizes, withheld = [] }) => {
    await writePrizes(cx, allocation.id, prizes);
    const fields = new Map(standing.map(({ pid, field }) => [pid, field]));
    await writeWithheld(cx, allocation.id, prizes, withheld, fields);
    await touch(cx, allocation);
    const told = (list: readonly { dossier: string; prize: string }[]) =>
      list.map(({ dossier, prize }) => `${dossier} ${prize}`).sort();
    const before = allocation.prizes.map(({ dossier, prize }) => ({ dossier: dossier.pid, prize }));
    return {
      ...aboutAllocation(allocation),
      changes: {
        prizes: { old: told(before), new: told(prizes) },
        ...(allocation.withheld.length === 0 && withheld.length === 0
          ? {}
          : { withheld: { old: allocation.withheld.map(reasonOf), new: withheld.map(reasonOf) } }),
      },
    };
  },
});

const reasonOf = ({ prize, field, reason }: WithheldPrize): string =>
  `${[prize, field].filter(Boolean).join(' ')}: ${reason}`;

const touch = (cx: Cx, { id }: Allocation) =>
  sql`update allocation set version = version + 1 where id = ${id}`.execute(cx.db);

/** What keeps the prizes from being proposed or approved: the rules of the edition, and missing ballots. */
export async function allocationIssues(cx: Cx, allocation: Allocation): Promise<Issue[]> {
  const { edition, phase, prizes, withheld } = allocation;
  const { outcome, dossiers } = await outcomeOf(cx, edition, phase);
  const given = prizes.map(({ dossier, prize, reason }) => ({
    dossier: dossier.pid,
    prize,
    reason,
  }));
  return [
    ...(prizes.length === 0 ? [issue('', 'allocation_empty')] : []),
    ...prizeIssues(edition.content, outcome, given, withheld).map(({ code, data = {} }) =>
      issue('', code, { ...data, ...namesIn(allocation, dossiers, data) }),
    ),
    ...(await ballotIssues(cx, allocation)),
  ];
}

/** What the data of an issue call by keys, as people call it. */
function namesIn(
  { edition }: Allocation,
  dossiers: readonly StandingDossier[],
  data: Readonly<Record<string, unknown>>,
): Record<string, string> {
  const { prizes, fields } = edition.content;
  const number = (pid: unknown): string => {
    const found = dossiers.find((one) => one.pid === pid);
    return found?.number ?? found?.title ?? '';
  };
  return {
    number: number(data.dossier),
    other: number(data.better ?? data.equal),
    prize_name: prizes.prizes.find(({ key }) => key === data.prize)?.name ?? '',
    field_name: fields.find(({ code }) => code === data.field)?.name ?? '',
  };
}

/** Where a council decides by votes, each prize needs a closed ballot that its dossier has passed. */
async function ballotIssues(cx: Cx, { id, phase }: Allocation): Promise<Issue[]> {
  const missing = await maybe(
    cx.db,
    sql<{ number: string | null; title: string; council: string; many: number }>`
      select d.number, d.title, c.name as council, (count(*) over ())::integer as many
      from allocation a join allocation_prize p on p.allocation_id = a.id
        join dossier d on d.id = p.dossier_id
        join council c on c.edition_id = a.edition_id and c.voting is not null
          and (c.fields = '{}' or d.field = any(c.fields)) and (c.phases = '{}' or a.phase = any(c.phases))
      where a.id = ${id} and not exists (select from ballot b
        join ballot_option o on o.ballot_id = b.id and o.dossier_id = d.id
        where b.council_id = c.id and b.phase = ${phase} and b.state = 'closed'
          and (b.result -> 'options' -> o.position ->> 'passed')::boolean)
      order by d.number, d.pid limit 1`,
  );
  if (missing === null) return [];
  const { number, title, council, many } = missing;
  return [issue('', 'allocation_not_voted', { number: number ?? title, council, many })];
}

/** Sends the draft up for approval. Input: `allocationAct`. */
export const proposeAllocation = command({
  name: 'allocation.propose',
  input: allocationAct,
  permission: resultManage,
  load: heldAllocation,
  at: ownOf,
  version: (allocation) => allocation.version,
  check: async (allocation, _, cx): Promise<Issue[]> => {
    const state = allocationStateIssues(allocation, 'propose');
    return state.length > 0 ? state : allocationIssues(cx, allocation);
  },
  run: async (cx, allocation) => {
    await sql`update allocation set state = 'proposed', proposed_at = ${cx.clock.now()}, returned = null,
      version = version + 1 where id = ${allocation.id}`.execute(cx.db);
    return {
      ...aboutAllocation(allocation),
      changes: { state: { old: 'draft', new: 'proposed' } },
    };
  },
});

/** Sends a proposal back, with the reason. Input: `allocationReturn`. */
export const returnAllocation = command({
  name: 'allocation.return',
  input: allocationReturn,
  permission: resultManage,
  load: heldAllocation,
  at: ownOf,
  version: (allocation) => allocation.version,
  check: (allocation) => allocationStateIssues(allocation, 'return'),
  run: async (cx, allocation, { reason }) => {
    await sql`update allocation set state = 'draft', proposed_at = null, returned = ${reason},
      version = version + 1 where id = ${allocation.id}`.execute(cx.db);
    return {
      ...aboutAllocation(allocation),
      changes: { state: { old: 'proposed', new: 'draft' } },
      reason,
    };
  },
});
