import { type RawBuilder, sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { all, type Db, maybe, one } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { visible } from '../../../platform/policy.ts';
import { allOf, directionOf, pageRows, searchWords } from '../../../platform/records/list-query.ts';
import { certificateRead } from '../policy.ts';
import type { CertificateState } from '../rules/index.ts';
import type { Certificate, Issued } from '../schema/index.ts';

const number = sql`lpad(c.number::text, greatest(2, length(c.number::text)), '0') || '/' || c.symbol`;

const columns = sql`c.id, c.pid, c.code, c.organisation_id as "organisationId",
  jsonb_build_object('id', e.id, 'pid', e.pid, 'name', e.content->>'name') as edition,
  jsonb_build_object('id', d.id, 'pid', d.pid, 'title', d.title, 'number', d.number) as dossier,
  c.award_id as "awardId", c.holder, c.holder_name as "holderName", c.prize, ${number} as number,
  c.issued_on as "issuedOn", c.sha256, c.signature, c.key_id as "keyId", c.state,
  c.ended_on as "endedOn", c.reason, c.decision, c.batch_id as "batchId",
  b.pid as "replacesPid", s.pid as "replacedByPid", c.version`;

const from = sql`from certificate c join edition e on e.id = c.edition_id
  join dossier d on d.id = c.dossier_id
  left join certificate b on b.id = c.replaces_id left join certificate s on s.replaces_id = c.id`;

const seen = (cx: Cx): RawBuilder<boolean> => visible(cx, certificateRead, sql`c.organisation_id`);

/** A certificate that the actor may see. @throws NotFound */
export async function certificateByPid(
  cx: Cx,
  pid: string,
  how: 'read' | 'held' = 'read',
): Promise<Certificate> {
  const found = await maybe(
    cx.db,
    sql<Certificate>`select ${columns} ${from} where c.pid = ${pid} and ${seen(cx)}
      ${how === 'held' ? sql`for update of c` : sql``}`,
  );
  if (found === null) throw new NotFound('certificate');
  return found;
}

/** The texts of a certificate. */
export function issuedOf(db: Db, id: string): Promise<Issued> {
  return one(
    db,
    sql<Issued>`select frozen, credential, nameless from certificate where id = ${id}`,
  );
}

export interface CertificateFilter {
  /** Id of the edition; of all that the actor may see when null. */
  readonly edition: string | null;
  /** Id of an organisation: its own and those of all below it. */
  readonly under?: string | null;
  readonly state?: CertificateState | null;
  /** Key of a prize. */
  readonly prize?: string | null;
  /** Public id of a dossier. */
  readonly dossier?: string | null;
  /** Words of a name, a title or a number. */
  readonly q?: string;
  readonly batch?: string | null;
}

export const certificateSorts = ['so', 'ten', 'ngay'] as const;
export interface CertificateOrder {
  readonly sort: (typeof certificateSorts)[number];
  readonly descending: boolean;
  /** From 1. */
  readonly page: number;
  readonly size: number;
}

function matching(cx: Cx, filter: CertificateFilter): RawBuilder<unknown> {
  const { edition, under, state, prize, dossier, q, batch } = filter;
  return allOf([
    seen(cx),
    ...(edition === null ? [] : [sql`c.edition_id = ${edition}`]),
    ...(under ? [sql`c.organisation_id in (${cx.coverage.below([under], cx.clock.today())})`] : []),
    ...(state ? [sql`c.state = ${state}`] : []),
    ...(prize ? [sql`c.prize = ${prize}`] : []),
    ...(dossier ? [sql`d.pid = ${dossier}`] : []),
    ...(batch ? [sql`c.batch_id = ${batch}::uuid`] : []),
    ...searchWords(q ?? '').map((word) => sql`c.search like ${`%${word}%`}`),
  ]);
}

function order(list: CertificateOrder): RawBuilder<unknown> {
  const direction = directionOf(list);
  const series = sql`c.year ${direction}, c.symbol ${direction}, c.number ${direction}`;
  if (list.sort === 'ten') return sql`c.holder_name collate "vi-x-icu" ${direction}, ${series}`;
  return list.sort === 'ngay' ? sql`c.issued_on ${direction}, ${series}` : series;
}

/** One page of a list and how many there are in all: two queries. */
export async function listCertificates(
  cx: Cx,
  list: CertificateFilter & CertificateOrder,
): Promise<{ rows: Certificate[]; total: number }> {
  const total = await countCertificates(cx, list);
  const rows = await all(
    cx.db,
    sql<Certificate>`select ${columns} ${from} where ${matching(cx, list)}
      order by ${order(list)}, c.id ${pageRows(list)}`,
  );
  return { rows, total };
}

export async function countCertificates(cx: Cx, filter: CertificateFilter): Promise<number> {
  const { total } = await one(
    cx.db,
    sql<{ total: number }>`select count(*)::integer as total from certificate c
      join edition e on e.id = c.edition_id join dossier d on d.id = c.dossier_id
      where ${matching(cx, filter)}`,
  );
  return total;
}

/** Where printing goes on: behind this number of this series. */
export interface PrintedUpTo {
  readonly year: number;
  readonly symbol: string;
  readonly place: number;
}

/** The next certificates of a filter for printing, by their numbers. */
export function certificatesAfter(
  cx: Cx,
  filter: CertificateFilter,
  after: PrintedUpTo | null,
  limit: number,
): Promise<(PrintedUpTo & { readonly frozen: string })[]> {
  const behind =
    after === null
      ? sql`true`
      : sql`(c.year, c.symbol, c.number) > (${after.year}, ${after.symbol}, ${after.place})`;
  return all(
    cx.db,
    sql<PrintedUpTo & { frozen: string }>`select c.year, c.symbol, c.number as place, c.frozen
      from certificate c join edition e on e.id = c.edition_id join dossier d on d.id = c.dossier_id
      where ${matching(cx, filter)} and ${behind}
      order by c.year, c.symbol, c.number limit ${limit}`,
  );
}

/** How many certificates of an edition are in each state. */
export async function countStates(
  cx: Cx,
  editionId: string,
): Promise<Readonly<Record<CertificateState, number>>> {
  return one(
    cx.db,
    sql<Record<CertificateState, number>>`select
        count(*) filter (where c.state = 'valid')::integer as valid,
        count(*) filter (where c.state = 'replaced')::integer as replaced,
        count(*) filter (where c.state = 'revoked')::integer as revoked
      from certificate c where c.edition_id = ${editionId} and ${seen(cx)}`,
  );
}

/** Valid certificates whose award is gone: of one dossier. */
export function unawarded(db: Db, dossierId: string): Promise<{ pid: string }[]> {
  return all(
    db,
    sql<{ pid: string }>`select pid from certificate
      where dossier_id = ${dossierId} and state = 'valid' and award_id is null order by number`,
  );
}
