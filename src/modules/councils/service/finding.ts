import { sql } from 'kysely';
import { command } from '../../../platform/command.ts';
import type { Cx, Happening } from '../../../platform/cx.ts';
import { all, maybe } from '../../../platform/database/query.ts';
import { addJob } from '../../../platform/jobs/index.ts';
import { type EditionContent, editionByPid } from '../../calls/index.ts';
import { councilManage } from '../policy.ts';
import {
  declaredOf,
  graphDossiers,
  graphJudges,
  registryLinks,
  sharedDossiers,
  standingConflicts,
  writtenTexts,
} from '../queries/index.ts';
import {
  type Evidence,
  type Found,
  findDeclared,
  findInDossiers,
  findInRegistry,
  findInTexts,
  findShared,
  humanKey,
  settle,
  together,
  type Wanted,
} from '../rules/index.ts';
import { findInput } from '../schema/index.ts';

export interface Refreshed {
  readonly added: number;
  readonly changed: number;
  readonly gone: number;
}

/**
 * Finds what stands between judges and the dossiers of an edition, and writes what is new, other or gone.
 * Doing it again changes nothing. So many statements whatever there is. `judges`: ids; null: all.
 */
export async function refreshConflicts(
  cx: Cx,
  editionId: string,
  judges: readonly string[] | null,
): Promise<Refreshed> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`conflicts:${editionId}`}, 0))`.execute(
    cx.db,
  );
  const edition = await maybe(
    cx.db,
    sql<{ id: string; organisation: string; content: EditionContent }>`select id,
        organisation_id as organisation, content from edition where id = ${editionId}`,
  );
  const people = edition === null ? [] : await graphJudges(cx, editionId, judges);
  if (edition === null || people.length === 0) return { added: 0, changed: 0, gone: 0 };
  const ids = people.map(({ id }) => id);
  const wanted = together(await foundAmong(cx, edition, people));
  const settled = settle(wanted, await standingConflicts(cx, ids));
  await add(cx, settled.added);
  await change(cx, settled.changed);
  if (settled.gone.length > 0)
    await sql`delete from conflict where id = any(${settled.gone}::uuid[])`.execute(cx.db);
  const refreshed = {
    added: settled.added.length,
    changed: settled.changed.length,
    gone: settled.gone.length,
  };
  if (refreshed.added + refreshed.changed > 0)
    await cx.emit(cx, {
      name: CONFLICTS,
      subjectId: edition.id,
      organisationId: edition.organisation,
    });
  return refreshed;
}

/** Told to later modules when conflicts of an edition were found or are other ones. */
export const CONFLICTS = 'conflicts.found';

async function foundAmong(
  cx: Cx,
  edition: { readonly id: string; readonly content: EditionContent },
  judges: Awaited<ReturnType<typeof graphJudges>>,
): Promise<Found[]> {
  const dossiers = await graphDossiers(cx, edition);
  if (dossiers.length === 0) return [];
  const ids = judges.map(({ id }) => id);
  const names = new Set(dossiers.flatMap(({ authors }) => authors.map(humanKey)));
  return [
    ...findInDossiers(judges, dossiers),
    ...findInRegistry(await registryLinks(cx, ids, [...names]), dossiers),
    ...findShared(judges, dossiers, await sharedDossiers(cx, judges)),
    ...findInTexts(judges, dossiers, await writtenTexts(cx)),
    ...findDeclared(await declaredOf(cx, ids), dossiers),
  ];
}

const isSure = (evidence: readonly Evidence[]): boolean => evidence.some(({ sure }) => sure);

async function add(cx: Cx, added: readonly Wanted[]): Promise<void> {
  if (added.length === 0) return;
  await sql`insert into conflict (id, pid, judge_id, dossier_id, kind, source, evidence, sure, found_at)
    select a.id, a.pid, a.judge, a.dossier, a.kind,
      case when a.kind = 'declared' then 'declared' else 'registry' end, a.evidence::jsonb, a.sure,
      ${cx.clock.now()}::timestamptz
    from unnest(${added.map(() => cx.ids.uuid())}::uuid[], ${added.map(() => cx.ids.pid())}::text[],
      ${added.map(({ judgeId }) => judgeId)}::uuid[],
      ${added.map(({ dossierId }) => dossierId)}::uuid[], ${added.map(({ kind }) => kind)}::text[],
      ${added.map(({ evidence }) => JSON.stringify(evidence))}::text[],
      ${added.map(({ evidence }) => isSure(evidence))}::boolean[])
      as a (id, pid, judge, dossier, kind, evidence, sure)
    on conflict (judge_id, dossier_id, kind) do nothing`.execute(cx.db);
}

async function change(
  cx: Cx,
  changed: readonly { id: string; evidence: readonly Evidence[]; reopen: boolean }[],
): Promise<void> {
  if (changed.length === 0) return;
  await sql`update conflict c set evidence = a.evidence::jsonb, sure = a.sure, version = c.version + 1,
      state = case when a.reopen then 'found' else c.state end,
      reason = case when a.reopen then null else c.reason end,
      decided_by = case when a.reopen then null else c.decided_by end,
      decided_at = case when a.reopen then null else c.decided_at end,
      found_at = case when a.reopen then ${cx.clock.now()}::timestamptz else c.found_at end
    from unnest(${changed.map(({ id }) => id)}::uuid[],
      ${changed.map(({ evidence }) => JSON.stringify(evidence))}::text[],
      ${changed.map(({ evidence }) => isSure(evidence))}::boolean[],
      ${changed.map(({ reopen }) => reopen)}::boolean[]) as a (id, evidence, sure, reopen)
    where c.id = a.id`.execute(cx.db);
}

/** Looks through the registry for all judges and dossiers of an edition. Input: `findInput`. */
export const findConflicts = command({
  name: 'conflict.find',
  input: findInput,
  permission: councilManage,
  load: (cx, { edition }) => editionByPid(cx, edition),
  at: (edition) => [edition.organisation.id],
  run: async (cx, edition) => {
    const result = await refreshConflicts(cx, edition.id, null);
    return {
      result,
      subject: { type: 'edition', id: edition.id },
      organisationId: edition.organisation.id,
      changes: { found: { new: result.added }, gone: { new: result.gone } },
    };
  },
});

export const FIND = 'councils.find';

/** Has the conflicts of an edition found soon; of several that still wait one runs. */
const findLater = (cx: Cx, edition: string): Promise<void> =>
  addJob(cx.db, FIND, { edition }, { queue: 'councils', key: `${FIND}:${edition}` });

/** After dossiers are other ones. An edition without judges has nothing to look for. */
async function afterDossier(cx: Cx, { subjectId }: Happening): Promise<void> {
  const rows = await all(
    cx.db,
    sql<{ edition: string }>`select d.edition_id as edition from dossier d
      where d.id = ${subjectId} and exists (select from judge j where j.edition_id = d.edition_id)`,
  );
  for (const { edition } of rows) await findLater(cx, edition);
}

export const findAfter: Readonly<Record<string, (cx: Cx, happening: Happening) => Promise<void>>> =
  {
    'dossier.submit': afterDossier,
    'dossier.submit_paper': afterDossier,
    'dossier.validate': afterDossier,
    'dossier.withdraw': afterDossier,
  };
