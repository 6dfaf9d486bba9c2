import { sql } from 'kysely';
import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import { capitalizeName, joinName, splitName } from '../../../kernel/vietnamese/names.ts';
import type { Cx } from '../../../platform/cx.ts';
import { all } from '../../../platform/database/query.ts';
import { newToken, tokenHash } from '../../../platform/tokens.ts';
import type { Judge, OpenedCouncil, OpenedJudge } from '../schema/index.ts';

/** For how many days a link opens its judge's page; closing the edition ends it earlier. */
const linkDays = 730;

/** For how many days after the edition was closed. */
export const closedDays = 30;

const dayMs = 86_400_000;

/** Makes the one link of a judge, in place of the one before, and gives its secret, which is nowhere else. */
export async function newJudgeLink(cx: Cx, judgeId: string, email: string): Promise<string> {
  const token = newToken();
  const now = cx.clock.now();
  const expires = new Date(now.getTime() + linkDays * dayMs);
  await sql`insert into judge_link (token_hash, judge_id, email, created_at, expires_at)
    values (${tokenHash(token)}, ${judgeId}, ${email}, ${now}, ${expires})
    on conflict (judge_id) do update set token_hash = excluded.token_hash, email = excluded.email,
      created_at = excluded.created_at, expires_at = excluded.expires_at`.execute(cx.db);
  return token;
}

export async function dropLink(cx: Cx, judgeId: string): Promise<void> {
  await sql`delete from judge_link where judge_id = ${judgeId}`.execute(cx.db);
}

/** Links end some days after the edition was closed. */
export async function shortenLinks(cx: Cx, editionId: string): Promise<void> {
  const until = new Date(cx.clock.now().getTime() + closedDays * dayMs);
  await sql`update judge_link l set expires_at = least(l.expires_at, ${until}::timestamptz)
    from judge j where j.id = l.judge_id and j.edition_id = ${editionId}`.execute(cx.db);
}

/** An edition that goes on gives its links their time back. */
export async function lengthenLinks(cx: Cx, editionId: string): Promise<void> {
  await sql`update judge_link l set expires_at = l.created_at + make_interval(days => ${linkDays}::integer)
    from judge j where j.id = l.judge_id and j.edition_id = ${editionId}`.execute(cx.db);
}

export const linkAddress = (site: string, token: string): string => `${site}/giam-khao/${token}`;

/** A name without what stands before it, and that. */
export function namedAs(typed: string): { readonly name: string; readonly title: string | null } {
  const { titles, ...parts } = splitName(typed);
  return {
    name: capitalizeName(joinName(parts)),
    title: titles.length === 0 ? null : titles.join('.'),
  };
}

/** What a search finds a judge by. */
export const searchOf = ({ name, unit, email }: Pick<Judge, 'name' | 'unit' | 'email'>): string =>
  [name, unit ?? '', email ?? ''].map(foldForSearch).join(' ').trim();

/** Takes the seats of a judge away and gives the names of their councils. */
export async function vacate(cx: Cx, judgeId: string): Promise<string[]> {
  const rows = await all(
    cx.db,
    sql<{ name: string }>`delete from seat s using council c
      where c.id = s.council_id and s.judge_id = ${judgeId} returning c.name`,
  );
  return rows.map(({ name }) => name);
}

/** What every command on a judge tells of it. */
export const aboutJudge = (judge: OpenedJudge) => ({
  result: { pid: judge.pid },
  subject: { type: 'judge', id: judge.id },
  organisationId: judge.edition.organisation.id,
});

/** What every command on a council tells of it. */
export const aboutCouncil = (council: OpenedCouncil) => ({
  result: { pid: council.pid },
  subject: { type: 'council', id: council.id },
  organisationId: council.edition.organisation.id,
});
