import { type RawBuilder, sql } from 'kysely';
import { compareTexts, stockKeys, wordsOf } from '../../../kernel/similarity/index.ts';
import type { Cx } from '../../../platform/cx.ts';
import { all, maybe, one } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { visible } from '../../../platform/policy.ts';
import { allOf } from '../../../platform/records/list-query.ts';
import { likenessRead } from '../policy.ts';
import { formPhrases } from '../rules/index.ts';
import type { ComparedFinding, Finding, FindingFilter, SideRow } from '../schema.ts';
import { bodiesOf, rarityFor } from './search.ts';
import { shownSides, sides } from './sides.ts';
import { dossierSource } from './texts.ts';

interface Row extends Omit<Finding, 'newer' | 'earlier'> {
  readonly newer: SideRow;
  readonly earlier: SideRow;
}

const joined = sql`likeness_finding f join likeness_text w on w.id = f.newer_id
  join likeness_text p on p.id = f.earlier_id
  join dossier d on d.id = w.dossier_id join edition e on e.id = d.edition_id`;

const columns = (
  cx: Cx,
) => sql<Row>`f.id, f.pid, f.newer_id as "newerId", f.earlier_id as "earlierId",
  w.organisation_id as "organisationId", f.score, f.words, f.state, f.reason,
  f.decided_at as "decidedAt", (select name from auth_user u where u.id = f.decided_by) as "decidedBy",
  coalesce(greatest(w.kept_at, p.kept_at) > f.decided_at, false) as "changedSince",
  f.found_at as "foundAt", f.version, ${sides(cx)}`;

const seen = (cx: Cx): RawBuilder<boolean> => visible(cx, likenessRead, sql`w.organisation_id`);

async function shown(cx: Cx, rows: readonly Row[]): Promise<Finding[]> {
  const side = await shownSides(
    cx,
    rows.flatMap(({ newer, earlier }) => [newer, earlier]),
  );
  return rows.map((row) => ({ ...row, newer: side(row.newer), earlier: side(row.earlier) }));
}

/**
 * One page of findings that the actor may see, those to be decided first, then the most alike; and how
 * many there are. Four queries.
 */
export async function listFindings(
  cx: Cx,
  { under, edition, dossier, state, page, size }: FindingFilter & { page: number; size: number },
): Promise<{ rows: Finding[]; total: number }> {
  const where = allOf([
    seen(cx),
    ...(under === null
      ? []
      : [sql`w.organisation_id in (${cx.coverage.below([under], cx.clock.today())})`]),
    ...(edition ? [sql`e.pid = ${edition}`] : []),
    ...(dossier
      ? [
          sql`(d.pid = ${dossier} or (${visible(cx, likenessRead, sql`p.organisation_id`)}
            and exists (select from dossier q where q.id = p.dossier_id and q.pid = ${dossier})))`,
        ]
      : []),
    ...(state ? [sql`f.state = ${state}`] : []),
  ]);
  const { total } = await one(
    cx.db,
    sql<{ total: number }>`select count(*)::integer as total from ${joined} where ${where}`,
  );
  const rows = await all(
    cx.db,
    sql<Row>`select ${columns(cx)} from ${joined} where ${where}
      order by f.state <> 'open', f.score desc, f.found_at desc, f.pid
      limit ${size} offset ${(page - 1) * size}`,
  );
  return { rows: await shown(cx, rows), total };
}

/** A finding that the actor may see. @throws NotFound */
export async function findingByPid(cx: Cx, pid: string): Promise<Finding> {
  const row = await maybe(
    cx.db,
    sql<Row>`select ${columns(cx)} from ${joined} where f.pid = ${pid} and ${seen(cx)}`,
  );
  if (row === null) throw new NotFound('likeness_finding');
  const [finding] = await shown(cx, [row]);
  return finding!;
}

/** The same with both texts compared word by word. @throws NotFound */
export async function comparedByPid(cx: Cx, pid: string): Promise<ComparedFinding> {
  const finding = await findingByPid(cx, pid);
  const bodies = await bodiesOf(cx.db, [finding.newerId, finding.earlierId]);
  const [newer, earlier] = [bodies.get(finding.newerId) ?? '', bodies.get(finding.earlierId) ?? ''];
  const words = wordsOf(newer);
  const stock = stockKeys(await phrasesOf(cx, finding));
  const rarity = await rarityFor(cx.db, words, { own: finding.newerId, stock });
  const passages = compareTexts(words, earlier, rarity).passages.filter((one) => one.rarity > 0);
  return { ...finding, passages, bodies: { newer, earlier } };
}

async function phrasesOf(cx: Cx, finding: Finding): Promise<string[]> {
  const { id } = await one(
    cx.db,
    sql<{ id: string }>`select dossier_id as id from likeness_text where id = ${finding.newerId}`,
  );
  return formPhrases((await dossierSource(cx.db, id))?.form ?? []);
}

/** How many findings nobody decided at or below an organisation. */
export async function countOpen(cx: Cx, organisationId: string): Promise<number> {
  const { n } = await one(
    cx.db,
    sql<{ n: number }>`select count(*)::integer as n from ${joined} where f.state = 'open'
      and w.organisation_id in (${cx.coverage.below([organisationId], cx.clock.today())})
      and ${seen(cx)}`,
  );
  return n;
}

/** The editions that have findings at or below an organisation, the latest first: to narrow by. */
export function editionsWithFindings(
  cx: Cx,
  under: string,
): Promise<{ readonly pid: string; readonly name: string }[]> {
  return all(
    cx.db,
    sql<{ pid: string; name: string }>`select e.pid, e.content->>'name' as name from edition e
      where e.organisation_id in (${cx.coverage.below([under], cx.clock.today())})
        and ${visible(cx, likenessRead, sql`e.organisation_id`)}
        and exists (select from dossier d join likeness_text w on w.dossier_id = d.id
          join likeness_finding f on f.newer_id = w.id where d.edition_id = e.id)
      order by (e.content->'years'->>'last')::integer desc, e.pid`,
  );
}
