import { sql } from 'kysely';
import { type Cx, execute, type Happening } from '../../../platform/command.ts';
import { all, maybe } from '../../../platform/database/query.ts';
import { settled } from '../../../platform/http/api.ts';
import { awardKey, recordAward, removeAward } from '../../dossiers/index.ts';
import type { Allocation } from '../schema/index.ts';

/** The level of what is won in a union's own contest. */
async function levelOf(cx: Cx, organisationId: string): Promise<string> {
  const row = await maybe(
    cx.db,
    sql<{ kind: string }>`select kind from organisation where id = ${organisationId}`,
  );
  return row?.kind === 'national_union' || row?.kind === 'sector_society' ? 'nation' : 'province';
}

interface Standing {
  readonly id: string;
  readonly pid: string;
  readonly prize: string;
}

/** The awards that decisions gave which were taken back since. */
const formerAwards = (cx: Cx, { id, edition }: Allocation): Promise<Standing[]> =>
  all(
    cx.db,
    sql<Standing>`select w.id, d.pid, w.prize from dossier_award w join dossier d on d.id = w.dossier_id
      where d.edition_id = ${edition.id} and w.prize is not null and exists (
        select from decision_taken_back t where t.allocation_id = ${id} and t.decision = w.decision)
      order by d.pid, w.id`,
  );

/**
 * Makes each prize an award of its dossier. What a decision gave that was taken back stays where it is given again, so
 * that its certificates stand too, and is taken off where it is not.
 */
export async function awardAll(
  cx: Cx,
  allocation: Allocation,
  decision: string,
  decidedOn: string,
): Promise<void> {
  const { edition, prizes } = allocation;
  const level = await levelOf(cx, edition.organisation.id);
  const former = await formerAwards(cx, allocation);
  const same = (one: Standing, { dossier, prize }: Allocation['prizes'][number]): boolean =>
    one.pid === dossier.pid && one.prize === prize;
  for (const award of former.filter((one) => !prizes.some((given) => same(one, given))))
    settled(await execute(cx, removeAward, { pid: award.pid, award: awardKey(award) }));
  for (const given of prizes.filter((one) => !former.some((award) => same(award, one)))) {
    const { dossier, prize } = given;
    const raw = { pid: dossier.pid, level, prize, decision, decided_on: decidedOn };
    settled(await execute(cx, recordAward, raw));
  }
}

/** An award that is taken off, or given again, is told on the prize it came from. */
async function followAward(cx: Cx, { subjectId }: Happening): Promise<void> {
  await sql`update allocation_prize p
      set revoked_at = case when w.there then null else coalesce(p.revoked_at, ${cx.clock.now()}) end
    from (select a.id, p.dossier_id, exists (select from dossier_award d
        where d.dossier_id = p.dossier_id and d.prize = p.prize) as there
      from allocation a join allocation_prize p on p.allocation_id = a.id
      where p.dossier_id = ${subjectId} and a.state in ('approved', 'published')) w
    where p.allocation_id = w.id and p.dossier_id = w.dossier_id
      and w.there = (p.revoked_at is not null)`.execute(cx.db);
}

export const listening = {
  'dossier.record_award': followAward,
  'dossier.remove_award': followAward,
} as const;
