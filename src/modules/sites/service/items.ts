import { sql } from 'kysely';
import { z } from 'zod';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Command, type Cx, command } from '../../../platform/command.ts';
import { all, one } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { code, version } from '../../../platform/forms/fields.ts';
import { changesBetween } from '../../../platform/records/changes.ts';
import { type Deletion, deletion } from '../../../platform/records/deleting.ts';
import { findOrganisation, type Organisation } from '../../organisations/index.ts';
import { siteManage } from '../policy.ts';
import { findItem, type Source } from '../queries/index.ts';
import { moved } from '../rules/index.ts';
import { type Item, moveInput } from '../schema.ts';

/** What a form or a REST body says of an item, after its fields were read. */
export type Fields = Readonly<Record<string, unknown>>;

/** A kind of ordered things of a site. */
export interface ItemOf<Shape extends z.ZodRawShape, Row extends Item> {
  readonly source: Source<Row>;
  readonly fields: Shape;
  /** What is wrong beyond single fields; `row` is null for a new one. */
  readonly check?: (
    cx: Cx,
    organisationId: string,
    input: Fields,
    row: Row | null,
  ) => Promise<readonly Issue[]> | readonly Issue[];
  /** Columns and their values; a value may be a piece of SQL. */
  readonly columns: (cx: Cx, organisationId: string, input: Fields) => Promise<Fields> | Fields;
  /** A row as its form would have said it: what the log compares. */
  readonly said: (row: Row) => Fields;
  /** What keeps a row from being deleted. */
  readonly keeps?: (row: Row) => readonly Issue[];
  /** What keeps a deleted row from coming back. */
  readonly stays?: (cx: Cx, row: Row) => Promise<readonly Issue[]>;
}

type Answer = { readonly pid: string };

/** The commands of a kind: `site_link.add`, `.edit`, `.move`, `.remove`, `.restore`. */
export interface ItemCommands<Shape extends z.ZodRawShape, Row extends Item> {
  readonly add: Command<
    z.ZodObject<Shape & { organisation: z.ZodType<string, unknown> }>,
    Organisation | null,
    Answer
  >;
  readonly edit: Command<
    z.ZodObject<Shape & { pid: z.ZodString; version: z.ZodType<number | null, unknown> }>,
    Row,
    Answer
  >;
  readonly move: Command<typeof moveInput, Row, Answer>;
  readonly deletion: Deletion<Row>;
}

export function itemCommands<Shape extends z.ZodRawShape, Row extends Item>(
  of: ItemOf<Shape, Row>,
): ItemCommands<Shape, Row> {
  return {
    add: adding(of),
    edit: editing(of),
    move: moving(of),
    deletion: deleting(of),
  };
}

function deleting<Shape extends z.ZodRawShape, Row extends Item>(
  of: ItemOf<Shape, Row>,
): Deletion<Row> {
  const base = deletion<Row>({
    type: of.source.table,
    table: of.source.table,
    permission: siteManage,
    find: (cx, pid) => lockedItem(cx, of.source, pid),
    ...(of.keeps === undefined ? {} : { check: of.keeps }),
  });
  const { stays } = of;
  if (stays === undefined) return base;
  return { ...base, restore: { ...base.restore, check: (row, _input, cx) => stays(cx, row) } };
}

// One writer at a site at a time: what stands above and below, and the order, hold together.
async function lockedItem<Row extends Item>(
  cx: Cx,
  source: Source<Row>,
  pid: string,
): Promise<Row | null> {
  const row = await findItem(cx, source, pid);
  if (row === null) return null;
  await lockSite(cx, row.organisationId);
  return findItem(cx, source, pid);
}

async function lockedLive<Row extends Item>(
  cx: Cx,
  source: Source<Row>,
  pid: string,
): Promise<Row> {
  const row = await lockedItem(cx, source, pid);
  if (row === null || row.deletedAt !== null) throw new NotFound(source.table);
  return row;
}

/** Waits for whoever writes at a site, until the end of the transaction. */
export async function lockSite(cx: Cx, organisationId: string): Promise<void> {
  await sql`select from organisation where id = ${organisationId} for no key update`.execute(cx.db);
}

function adding<Shape extends z.ZodRawShape, Row extends Item>(of: ItemOf<Shape, Row>) {
  const { source } = of;
  const input = z.strictObject({ organisation: code(), ...of.fields });
  return command({
    name: `${source.table}.add`,
    input: input as never as z.ZodObject<Shape & { organisation: z.ZodType<string, unknown> }>,
    permission: siteManage,
    load: async (cx, raw) => {
      const found = await findOrganisation(cx.db, codeIn(raw), cx.clock.today());
      if (found !== null) await lockSite(cx, found.id);
      return found;
    },
    at: (organisation) => (organisation === null ? [] : [organisation.id]),
    check: async (organisation, raw, cx) =>
      organisation === null
        ? [issue('organisation', 'unknown', { code: codeIn(raw) })]
        : ((await of.check?.(cx, organisation.id, raw as Fields, null)) ?? []),
    run: async (cx, organisation, raw) => {
      const { organisation: _, ...fields } = raw as Fields;
      const [id, pid, organisationId] = [cx.ids.uuid(), cx.ids.pid(), organisation?.id ?? ''];
      const values = await of.columns(cx, organisationId, fields);
      const row: Fields = {
        ...values,
        id,
        pid,
        organisation_id: organisationId,
        position: await nextPosition(cx, source, organisationId, values),
        created_at: cx.clock.now(),
      };
      await sql`insert into ${sql.id(source.table)} (${sql.join(Object.keys(row).map((name) => sql.id(name)))})
        values (${sql.join(Object.values(row))})`.execute(cx.db);
      return {
        result: { pid },
        subject: { type: source.table, id },
        organisationId,
        changes: changesBetween(null, fields),
      };
    },
  });
}

const codeIn = (raw: unknown): string => String((raw as Fields).organisation);

function editing<Shape extends z.ZodRawShape, Row extends Item>(of: ItemOf<Shape, Row>) {
  const { source } = of;
  const input = z.strictObject({ pid: z.string(), version: version(), ...of.fields });
  return command({
    name: `${source.table}.edit`,
    input: input as never as z.ZodObject<
      Shape & { pid: z.ZodString; version: z.ZodType<number | null, unknown> }
    >,
    permission: siteManage,
    load: (cx, raw) => lockedLive(cx, source, String((raw as Fields).pid)),
    at: (row) => [row.organisationId],
    version: (row) => row.version,
    check: async (row, raw, cx) =>
      (await of.check?.(cx, row.organisationId, raw as Fields, row)) ?? [],
    run: async (cx, row, raw) => {
      const { pid: _, version: __, ...fields } = raw as Fields;
      const values = await of.columns(cx, row.organisationId, fields);
      const position = (await staysAmong(cx, source, row, values))
        ? row.position
        : await nextPosition(cx, source, row.organisationId, values);
      const set = Object.entries({ ...values, position }).map(
        ([name, value]) => sql`${sql.id(name)} = ${value}`,
      );
      await sql`update ${sql.id(source.table)} set ${sql.join(set)}, version = version + 1
        where id = ${row.id}`.execute(cx.db);
      return {
        result: { pid: row.pid },
        subject: { type: source.table, id: row.id },
        organisationId: row.organisationId,
        changes: changesBetween(of.said(row), fields),
      };
    },
  });
}

function moving<Shape extends z.ZodRawShape, Row extends Item>({ source }: ItemOf<Shape, Row>) {
  const table = sql.id(source.table);
  return command({
    name: `${source.table}.move`,
    input: moveInput,
    permission: siteManage,
    load: (cx, { pid }) => lockedLive(cx, source, pid),
    at: (row) => [row.organisationId],
    run: async (cx, row, { direction }) => {
      const same = source.among.map(
        (name) => sql`i.${sql.id(name)} is not distinct from own.${sql.id(name)}`,
      );
      const rows = await all(
        cx.db,
        sql<{ id: string }>`select i.id from ${table} i join ${table} own on own.id = ${row.id}
          where i.organisation_id = own.organisation_id and i.deleted_at is null
            ${same.length === 0 ? sql`` : sql`and ${sql.join(same, sql` and `)}`}
          order by i.position, i.id`,
      );
      const before = rows.map(({ id }) => id);
      const ids = moved(before, row.id, direction);
      // Places that were left by what was deleted are closed at the same time.
      await sql`update ${table} i set position = o.at
        from unnest(${[...ids]}::uuid[]) with ordinality o (id, at) where i.id = o.id`.execute(
        cx.db,
      );
      return {
        result: { pid: row.pid },
        subject: { type: source.table, id: row.id },
        organisationId: row.organisationId,
        changes: { position: { old: before.indexOf(row.id) + 1, new: ids.indexOf(row.id) + 1 } },
      };
    },
  });
}

async function nextPosition<Row extends Item>(
  cx: Cx,
  source: Source<Row>,
  organisationId: string,
  values: Fields,
): Promise<number> {
  const same = source.among.map(
    (name) => sql`and ${sql.id(name)} is not distinct from ${values[name]}`,
  );
  const { next } = await one(
    cx.db,
    sql<{ next: number }>`select coalesce(max(position), 0)::integer + 1 as next
      from ${sql.id(source.table)} where organisation_id = ${organisationId} and deleted_at is null
      ${same.length === 0 ? sql`` : sql.join(same, sql` `)}`,
  );
  return next;
}

async function staysAmong<Row extends Item>(
  cx: Cx,
  source: Source<Row>,
  row: Row,
  values: Fields,
): Promise<boolean> {
  if (source.among.length === 0) return true;
  const same = source.among.map(
    (name) => sql`${sql.id(name)} is not distinct from ${values[name]}`,
  );
  const { stays } = await one(
    cx.db,
    sql<{ stays: boolean }>`select ${sql.join(same, sql` and `)} as stays
      from ${sql.id(source.table)} where id = ${row.id}`,
  );
  return stays;
}
