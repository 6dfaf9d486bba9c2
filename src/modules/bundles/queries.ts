import { sql } from 'kysely';
import type { Cx } from '../../platform/cx.ts';
import { all } from '../../platform/database/query.ts';
import type { Invariant } from '../../platform/module.ts';
import type { BundleAssignment, BundleMinutes } from './rules/index.ts';

/** All assignments of an edition, also those that were given back, by phase and public ids. */
export function assignmentsToTell(cx: Cx, editionId: string): Promise<BundleAssignment[]> {
  return all(
    cx.db,
    sql<BundleAssignment>`select a.pid, c.pid as council, a.phase, d.pid as dossier, j.pid as judge,
        a.how, a.state
      from assignment a join council c on c.id = a.council_id join dossier d on d.id = a.dossier_id
        join judge j on j.id = a.judge_id
      where d.edition_id = ${editionId}
      order by a.phase collate "C", d.pid collate "C", j.pid collate "C"`,
  );
}

/** The signed minutes of an edition's councils. */
export function minutesToTell(cx: Cx, editionId: string): Promise<BundleMinutes[]> {
  return all(
    cx.db,
    sql<BundleMinutes>`select c.pid as council, m.phase, m.frozen, m.sha256, m.key_id as "keyId",
        m.signature
      from council_minutes m join council c on c.id = m.council_id
      where c.edition_id = ${editionId} and m.state = 'signed'
      order by m.phase collate "C", c.pid collate "C"`,
  );
}

export interface KeptBundle {
  readonly id: string;
  readonly pid: string;
  readonly sha256: string;
  readonly size: number;
  readonly keyId: string;
  readonly madeAt: Date;
  /** When its decision was taken back; null: it stands. */
  readonly takenBackAt: Date | null;
}

/** The bundles of an edition's decisions, the newest first. Ask for the right before. One query. */
export function bundlesOf(cx: Cx, editionId: string): Promise<KeptBundle[]> {
  return all(
    cx.db,
    sql<KeptBundle>`select id, pid, sha256, size, key_id as "keyId", made_at as "madeAt",
        taken_back_at as "takenBackAt"
      from decision_bundle where edition_id = ${editionId} order by made_at desc, pid`,
  );
}

/** The bundle of the decision that stands; null: there is none. Ask for the right before. */
export async function bundleOf(cx: Cx, editionId: string): Promise<KeptBundle | null> {
  const kept = await bundlesOf(cx, editionId);
  return kept.find(({ takenBackAt }) => takenBackAt === null) ?? null;
}

export const invariants: readonly Invariant[] = [
  {
    name: 'allocation_without_bundle',
    sql: `select a.pid from allocation a where (a.state in ('approved', 'published')) <> exists (
      select from decision_bundle b join file_link l on l.subject_type = 'decision_bundle'
        and l.subject_id = b.id where b.allocation_id = a.id and b.taken_back_at is null)`,
  },
  {
    name: 'bundle_of_taken_back_decision',
    sql: `select a.pid from allocation a
      where (select count(*) from decision_bundle b where b.allocation_id = a.id and b.taken_back_at is not null)
        <> (select count(*) from decision_taken_back t where t.allocation_id = a.id)`,
  },
];
