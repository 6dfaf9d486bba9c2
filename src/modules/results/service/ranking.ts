import { sql } from 'kysely';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { editionToJudge, resultManage } from '../../ballots/index.ts';
import { type Edition, isReviewing } from '../../calls/index.ts';
import { isSettled, type StandingDossier, standingDossiers } from '../queries/index.ts';
import { failInput, rankInput } from '../schema/index.ts';
import { outcomeOf } from './decision/outcome.ts';
import { accountOf } from './shared.ts';

/** The dossier of a phase that a decision is about; nobody else decides on the edition meanwhile. */
async function decided(
  cx: Cx,
  { edition: pid, phase, dossier }: { edition: string; phase: string; dossier: string },
): Promise<{ edition: Edition; dossier: StandingDossier; settled: boolean }> {
  const edition = await editionToJudge(cx, pid);
  const found = edition.content.phases.find(({ key }) => key === phase);
  if (found === undefined || !isReviewing(found)) throw new NotFound('phase');
  await sql`select pg_advisory_xact_lock(hashtextextended(${`result:${edition.id}`}, 0))`.execute(
    cx.db,
  );
  const standing = (await standingDossiers(cx, edition, phase)).find((one) => one.pid === dossier);
  if (standing === undefined) throw new NotFound('dossier');
  return { edition, dossier: standing, settled: await isSettled(cx, edition.id) };
}

const openIssues = ({ edition, settled }: { edition: Edition; settled: boolean }): Issue[] => [
  ...(edition.state === 'open' ? [] : [issue('', 'result_edition_not_open')]),
  ...(settled ? [issue('', 'result_settled')] : []),
];

const done = (edition: Edition, dossier: StandingDossier) => ({
  result: { dossier: dossier.pid },
  subject: { type: 'dossier', id: dossier.id },
  organisationId: edition.organisation.id,
});

/** Puts a dossier at a place by hand, with the reason; without a place back to that of the points. Input: `rankInput`. */
export const changeRank = command({
  name: 'result.change_rank',
  input: rankInput,
  permission: resultManage,
  load: decided,
  at: ({ edition }) => [edition.organisation.id],
  check: async (loaded, { phase, place }, cx): Promise<Issue[]> => {
    const issues = openIssues(loaded);
    if (issues.length > 0) return issues;
    const { outcome } = await outcomeOf(cx, loaded.edition, phase);
    const group = outcome.groups.find(({ rows }) =>
      rows.some(({ dossier }) => dossier === loaded.dossier.pid),
    );
    const row = group?.rows.find(({ dossier }) => dossier === loaded.dossier.pid);
    const many = group?.rows.filter((one) => one.place !== null).length ?? 0;
    if (row?.place == null) return [issue('', 'rank_not_placed', { standing: row?.standing })];
    if (place === null && row.moved === null) return [issue('place', 'rank_not_moved')];
    return place !== null && place > many ? [issue('place', 'rank_over', { place, many })] : [];
  },
  run: async (cx, { edition, dossier }, { phase, place, reason }) => {
    await sql`insert into rank_change (id, pid, edition_id, phase, dossier_id, place, reason, made_at,
        made_by)
      values (${cx.ids.uuid()}, ${cx.ids.pid()}, ${edition.id}, ${phase}, ${dossier.id}, ${place},
        ${reason}, ${cx.clock.now()}, ${accountOf(cx)})`.execute(cx.db);
    return {
      ...done(edition, dossier),
      changes: { phase: { new: phase }, place: { new: place ?? 'points' } },
      reason,
    };
  },
});

/** Says whether a dossier that some sheets fail is out; holds against the sheets. Input: `failInput`. */
export const decideFail = command({
  name: 'result.decide_fail',
  input: failInput,
  permission: resultManage,
  load: decided,
  at: ({ edition }) => [edition.organisation.id],
  check: async (loaded, { phase }, cx): Promise<Issue[]> => {
    const issues = openIssues(loaded);
    if (issues.length > 0) return issues;
    const { outcome } = await outcomeOf(cx, loaded.edition, phase);
    const rows = outcome.groups.flatMap((group) => group.rows);
    const row = rows.find(({ dossier }) => dossier === loaded.dossier.pid);
    return (row?.failing ?? 0) > 0 ? [] : [issue('', 'fail_no_sheet')];
  },
  run: async (cx, { edition, dossier }, { phase, fails, reason }) => {
    await sql`insert into fail_decision (id, pid, edition_id, phase, dossier_id, fails, reason, made_at,
        made_by)
      values (${cx.ids.uuid()}, ${cx.ids.pid()}, ${edition.id}, ${phase}, ${dossier.id},
        ${fails === 'yes'}, ${reason}, ${cx.clock.now()}, ${accountOf(cx)})`.execute(cx.db);
    return {
      ...done(edition, dossier),
      changes: { phase: { new: phase }, fails: { new: fails } },
      reason,
    };
  },
});
