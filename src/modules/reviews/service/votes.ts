import { sql } from 'kysely';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { all } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { type Edition, editionByPid, rubricOf, timingOf } from '../../calls/index.ts';
import { reviewManage } from '../policy.ts';
import { votesInput } from '../schema/index.ts';

interface Loaded {
  readonly edition: Edition;
  /** Ids of valid dossiers by their public ids. */
  readonly dossiers: ReadonlyMap<string, string>;
}

async function load(cx: Cx, { edition: pid }: { readonly edition: string }): Promise<Loaded> {
  const edition = await editionByPid(cx, pid);
  const rows = await all(
    cx.db,
    sql<{ id: string; pid: string }>`select id, pid from dossier
      where edition_id = ${edition.id} and state = 'valid'`,
  );
  return { edition, dossiers: new Map(rows.map((row) => [row.pid, row.id])) };
}

/**
 * Keeps how many votes dossiers had for one part of the rubric, with where the figures stand; what was
 * there before is replaced. Input: `votesInput`.
 */
export const recordVotes = command({
  name: 'votes.record',
  input: votesInput,
  permission: reviewManage,
  load,
  at: ({ edition }) => [edition.organisation.id],
  check: ({ edition, dossiers }, sent, cx): Issue[] => {
    const phase = edition.content.phases.find(({ key }) => key === sent.phase);
    const rubric = phase === undefined ? null : rubricOf(edition.content, phase);
    if (phase === undefined || rubric === null) throw new NotFound('phase');
    if (edition.state !== 'open') return [issue('', 'sheet_edition_over')];
    const part = rubric.parts.find(({ key, kind }) => key === sent.part && kind === 'votes');
    if (part === undefined) return [issue('part', 'votes_no_part')];
    const timing = timingOf(phase, cx.clock.now());
    if (timing === 'before' || timing === 'unset') return [issue('', 'votes_too_early')];
    const unknown = sent.votes.findIndex(({ dossier }) => !dossiers.has(dossier));
    return unknown === -1 ? [] : [issue(`votes.${unknown}.dossier`, 'votes_no_dossier')];
  },
  run: async (cx, { edition, dossiers }, sent) => {
    const by = cx.actor.kind === 'account' ? cx.actor.accountId : null;
    await sql`insert into phase_votes as v (edition_id, phase, dossier_id, part, votes, source,
        typed_at, typed_by)
      select distinct on (id) ${edition.id}::uuid, ${sent.phase}, id, ${sent.part}, votes,
        ${sent.source}, ${cx.clock.now()}::timestamptz, ${by}::uuid
      from unnest(${sent.votes.map(({ dossier }) => dossiers.get(dossier))}::uuid[],
        ${sent.votes.map(({ votes }) => votes)}::integer[]) with ordinality as given (id, votes, place)
      order by id, place desc
      on conflict (phase, dossier_id, part) do update set votes = excluded.votes,
        source = excluded.source, typed_at = excluded.typed_at, typed_by = excluded.typed_by,
        version = v.version + 1
      where (v.votes, v.source) is distinct from (excluded.votes, excluded.source)`.execute(cx.db);
    return {
      result: { dossiers: sent.votes.length },
      subject: { type: 'edition', id: edition.id },
      organisationId: edition.organisation.id,
      changes: {
        phase: { new: sent.phase },
        part: { new: sent.part },
        dossiers: { new: sent.votes.length },
      },
      reason: sent.source,
    };
  },
});
