import { sql } from 'kysely';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { findFile, linkFiles, type StoredFile } from '../../../platform/files.ts';
import { cancelRun, startRun } from '../../../platform/jobs/index.ts';
import { findOrganisation } from '../../organisations/index.ts';
import { siteImport } from '../policy.ts';
import { findSiteImport } from '../queries/index.ts';
import { oldSite } from '../rules/index.ts';
import {
  type ImportState,
  importAct,
  openInput,
  type SiteImport,
  uploadsInput,
} from '../schema.ts';
import { insertImport, type } from './importing.ts';

export const LOOK = 'newcomers.look';
export const BRING = 'newcomers.bring';
export const UNDO = 'newcomers.undo';

/** A file that the actor has just sent. @throws NotFound */
async function ownFile(cx: Cx, pid: string): Promise<StoredFile> {
  const found = await findFile(cx.db, pid);
  const account = cx.actor.kind === 'account' ? cx.actor.accountId : null;
  if (found === null || found.createdBy !== account || found.links.length > 0)
    throw new NotFound('file');
  return found.file;
}

const wrongState = (of: SiteImport, may: readonly ImportState[]): Issue[] =>
  may.includes(of.state) ? [] : [issue('', 'import_state', { state: of.state })];

/** Puts an import into the hands of a run. */
async function handOver(cx: Cx, of: SiteImport, run: string, state: ImportState): Promise<void> {
  const { id } = await startRun(cx, run, of.organisationId, { id: of.id });
  await sql`update site_import set state = ${state}, run_id = ${id}, version = version + 1
    where id = ${of.id}`.execute(cx.db);
}

const done = (of: Pick<SiteImport, 'id' | 'pid' | 'organisationId'>, changes: object) => ({
  result: { pid: of.pid },
  subject: { type, id: of.id },
  organisationId: of.organisationId,
  changes: changes as Record<string, { old?: unknown; new?: unknown }>,
});

/** Begins with a file that was sent: it is looked at, nothing of it is written. Input: `openInput`. */
export const openSiteImport = command({
  name: 'site_import.open',
  input: openInput,
  permission: siteImport,
  load: async (cx, { organisation, file }) => ({
    organisation: await findOrganisation(cx.db, organisation, cx.clock.today()),
    file: await ownFile(cx, file),
  }),
  at: ({ organisation }) => (organisation === null ? [] : [organisation.id]),
  check: ({ organisation }, { organisation: code, address }) => [
    ...(organisation === null ? [issue('organisation', 'unknown', { code })] : []),
    ...(address !== null && oldSite(address).key === ''
      ? [issue('address', 'not_an_address', { typed: address.slice(0, 60) })]
      : []),
  ],
  run: async (cx, { organisation, file }, { program, address, file: pid }) => {
    const organisationId = organisation!.id;
    const of = { organisationId, program, fileName: file.name, fileId: file.id };
    const ids = await insertImport(cx, {
      ...of,
      state: 'opened',
      address: address === null ? '' : oldSite(address).address,
    });
    const files = await linkFiles(cx, { type, id: ids.id, organisationId }, [pid]);
    const row = await findSiteImport(cx, ids.pid);
    await handOver(cx, row, LOOK, 'opened');
    return done(row, { program: { new: program }, address: { new: address }, files });
  },
});

/** Adds the files of the old library, as a ZIP file; then it is looked at anew. Input: `uploadsInput`. */
export const addUploads = command({
  name: 'site_import.add_uploads',
  input: uploadsInput,
  permission: siteImport,
  load: async (cx, { pid, uploads }) => ({
    of: await findSiteImport(cx, pid),
    file: await ownFile(cx, uploads),
  }),
  at: ({ of }) => [of.organisationId],
  version: ({ of }) => of.version,
  check: ({ of }) => [
    ...wrongState(of, ['looked', 'done', 'cancelled', 'failed']),
    ...(of.fileId === null ? [issue('', 'import_file_gone')] : []),
  ],
  run: async (cx, { of, file }, { uploads }) => {
    const first = await pidOf(cx, of.fileId);
    const subject = { type, id: of.id, organisationId: of.organisationId };
    const files = await linkFiles(cx, subject, [...(first === null ? [] : [first]), uploads]);
    await sql`update site_import set uploads_id = ${file.id}, preview = null where id = ${of.id}`.execute(
      cx.db,
    );
    await handOver(cx, of, LOOK, 'opened');
    return done(of, { files });
  },
});

async function pidOf(cx: Cx, id: string | null): Promise<string | null> {
  const { rows } = await sql<{ pid: string }>`select pid from file where id = ${id}::uuid`.execute(
    cx.db,
  );
  return rows[0]?.pid ?? null;
}

/** Brings what was looked at; once more after it was stopped, or for what has changed since. Input: `importAct`. */
export const startSiteImport = command({
  name: 'site_import.start',
  input: importAct,
  permission: siteImport,
  load: (cx, { pid }) => findSiteImport(cx, pid),
  at: (of) => [of.organisationId],
  version: (of) => of.version,
  check: (of) => [
    ...wrongState(of, ['looked', 'done', 'cancelled', 'failed', 'undone']),
    ...(of.fileId === null ? [issue('', 'import_file_gone')] : []),
    ...(of.preview !== null && of.preview.unreadable !== null
      ? [issue('', 'import_unreadable')]
      : []),
  ],
  run: async (cx, of) => {
    await handOver(cx, of, BRING, 'running');
    return done(of, { state: { old: of.state, new: 'running' } });
  },
});

/** Asks what works to stop: what came until then stays. Input: `importAct`. */
export const stopSiteImport = command({
  name: 'site_import.stop',
  input: importAct,
  permission: siteImport,
  load: (cx, { pid }) => findSiteImport(cx, pid),
  at: (of) => [of.organisationId],
  check: (of) => wrongState(of, ['opened', 'running', 'undoing']),
  run: async (cx, of) => {
    if (of.runId !== null) await cancelRun(cx, of.runId);
    // A run that never began says nothing more.
    await sql`update site_import i set state = 'cancelled', version = version + 1
      where id = ${of.id} and exists (select from job_run r where r.id = i.run_id and r.state = 'cancelled')`.execute(
      cx.db,
    );
    return done(of, { stopped: { new: of.state } });
  },
});

/** Takes away what an import brought and nobody has touched since. Input: `importAct`. */
export const undoSiteImport = command({
  name: 'site_import.undo',
  input: importAct,
  permission: siteImport,
  load: (cx, { pid }) => findSiteImport(cx, pid),
  at: (of) => [of.organisationId],
  version: (of) => of.version,
  check: (of) => wrongState(of, ['done', 'cancelled', 'failed']),
  run: async (cx, of) => {
    await handOver(cx, of, UNDO, 'undoing');
    return done(of, { state: { old: of.state, new: 'undoing' } });
  },
});
