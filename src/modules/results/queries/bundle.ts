import { sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { all, maybe } from '../../../platform/database/query.ts';
import type { BundleAssignment, BundleMinutes } from '../rules/bundle/index.ts';

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
}

/** The bundle of an edition's decision; null while nothing was approved. Ask for the right before. */
export function bundleOf(cx: Cx, editionId: string): Promise<KeptBundle | null> {
  return maybe(
    cx.db,
    sql<KeptBundle>`select id, pid, sha256, size, key_id as "keyId", made_at as "madeAt"
      from decision_bundle where edition_id = ${editionId}`,
  );
}
