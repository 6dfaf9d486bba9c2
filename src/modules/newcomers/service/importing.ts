import { sql } from 'kysely';
import { z } from 'zod';
import { issue } from '../../../kernel/issue.ts';
import { type Cx, command, execute } from '../../../platform/command.ts';
import { Conflict } from '../../../platform/errors.ts';
import { code } from '../../../platform/forms/fields.ts';
import { findOrganisation } from '../../organisations/index.ts';
import { siteImport } from '../policy.ts';
import { type Program, programs } from '../rules/index.ts';
import type { ImportState, SiteImport } from '../schema.ts';
import { type Brought, bring, type Wanted } from './bring/index.ts';
import { openSent } from './sources.ts';
import type { Watch } from './watch.ts';

export const type = 'site_import';

interface NewImport {
  readonly organisationId: string;
  readonly program: Program;
  readonly state: ImportState;
  readonly fileName: string;
  readonly fileId: string | null;
  readonly address: string;
}

/** Writes the row of an import; gives its ids. */
export async function insertImport(cx: Cx, of: NewImport): Promise<{ id: string; pid: string }> {
  const ids = { id: cx.ids.uuid(), pid: cx.ids.pid() };
  const account = cx.actor.kind === 'account' ? cx.actor.accountId : null;
  const name = cx.actor.kind === 'anonymous' ? '' : cx.actor.label;
  await sql`insert into site_import (id, pid, organisation_id, program, state, file_name, file_id, address,
      created_at, created_by, created_name)
    values (${ids.id}, ${ids.pid}, ${of.organisationId}, ${of.program}, ${of.state}, ${of.fileName}, ${of.fileId},
      ${of.address}, ${cx.clock.now()}, ${account}, ${name})`.execute(cx.db);
  return ids;
}

/** Notes that a command brings an old site here: once something of it is written. */
const beginImport = command({
  name: 'site_import.begin',
  input: z.strictObject({
    organisation: code(),
    program: z.enum(programs),
    file: z.string().max(1000),
    address: z.string().max(2000),
  }),
  permission: siteImport,
  load: (cx, { organisation }) => findOrganisation(cx.db, organisation, cx.clock.today()),
  at: (organisation) => (organisation === null ? [] : [organisation.id]),
  check: (organisation, input) =>
    organisation === null ? [issue('organisation', 'unknown', { code: input.organisation })] : [],
  run: async (cx, organisation, { program, file, address }) => {
    const organisationId = organisation!.id;
    // One that was killed never said that it ended.
    await sql`update site_import set state = 'cancelled', finished_at = ${cx.clock.now()}, version = version + 1
      where organisation_id = ${organisationId} and program = ${program} and state = 'running'
        and file_id is null`.execute(cx.db);
    const of = { organisationId, program, fileName: file, fileId: null, address };
    const ids = await insertImport(cx, { ...of, state: 'running' });
    return {
      result: ids,
      subject: { type, id: ids.id },
      organisationId,
      changes: { program: { new: program }, file: { new: file }, address: { new: address } },
    };
  },
});

/** How an import ended. Written by the run that did it. */
export async function endImport(
  cx: Cx,
  id: string,
  state: ImportState,
  done: Pick<Brought, 'counts' | 'problems' | 'address'> | null,
): Promise<void> {
  await sql`update site_import set state = ${state}, finished_at = ${cx.clock.now()},
      counts = coalesce(${done === null ? null : JSON.stringify(done.counts)}::jsonb, counts),
      problems = coalesce(${done === null ? null : clean(done.problems)}::jsonb, problems),
      address = coalesce(${done?.address ?? null}, address), version = version + 1
    where id = ${id}`.execute(cx.db);
}

/** JSON as the database takes it: without what no text holds. */
export const clean = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'string' ? inner.toWellFormed().replaceAll('\u0000', '') : inner,
  );

export interface FromHere extends Omit<Wanted, 'begin'> {
  /** Name of the file or folder, as the list of imports tells it. */
  readonly fileName: string;
}

/** Brings an old site here from a file of this machine. @throws Unreadable, NotFound */
export async function bringFromHere(
  cx: Cx,
  from: FromHere,
  watch: Watch,
): Promise<Brought & { pid: string | null }> {
  let begun: { id: string; pid: string } | null = null;
  const begin = async (address: string): Promise<string> => {
    const { organisation, source, fileName: file } = from;
    const input = { organisation, program: source.program, file, address };
    const outcome = await execute(cx, beginImport, input);
    if (!outcome.ok) throw new Conflict(0);
    begun = outcome.value;
    return begun.id;
  };
  const ids = (): { id: string; pid: string } | null => begun;
  try {
    const brought = await bring(cx, { ...from, begin }, watch);
    const made = ids();
    if (made !== null) await endImport(cx, made.id, 'done', brought);
    return { ...brought, pid: made?.pid ?? null };
  } catch (error) {
    const made = ids();
    if (made !== null) await endImport(cx, made.id, 'failed', null);
    throw error;
  }
}

/** Brings what was sent for an import of the office; run again after a crash it goes on. */
export async function bringSent(cx: Cx, of: SiteImport, watch: Watch): Promise<void> {
  const sent = await openSent(cx, of);
  try {
    const { organisationCode: organisation, address } = of;
    const begin = async (): Promise<string> => of.id;
    const wanted = { organisation, address, source: sent.source, shelf: sent.shelf, begin };
    const brought = await bring(cx, wanted, watch);
    await endImport(cx, of.id, 'done', brought);
  } finally {
    await sent.close();
  }
}
