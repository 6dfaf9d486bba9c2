import { sql } from 'kysely';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import {
  consentsMissing,
  type Edition,
  editionByPid,
  readFrozen,
  searchTextIn,
  titleIn,
  type WorkingCopy,
} from '../../calls/index.ts';
import { dossierKeep } from '../policy.ts';
import {
  authorsOf,
  awardsOf,
  consentsOf,
  dossierByPid,
  filesOfDossier,
  filesOfVersion,
  isSentOn,
  versionOf,
  workingFiles,
} from '../queries/index.ts';
import { type Mapped, mapWorking } from '../rules/index.ts';
import { type Dossier, type DossierFile, forwardInput } from '../schema/index.ts';
import { type } from './shared.ts';

interface Loaded {
  readonly dossier: Dossier;
  readonly target: Edition;
  readonly won: boolean;
  readonly above: boolean;
  readonly twice: boolean;
}

/** What sending on gives back: the new dossier, and what had no place in the other form. */
export interface Forwarded {
  readonly pid: string;
  /** Pid of the edition that it is in. */
  readonly edition: string;
  readonly left: readonly string[];
}

/** What keeps a dossier from being sent on, whichever edition it would go to. */
export async function forwardIssues(cx: Cx, dossier: Dossier, won: boolean): Promise<Issue[]> {
  const authors = (await authorsOf(cx.db, [dossier.id])).get(dossier.id) ?? [];
  const consents = (await consentsOf(cx.db, [dossier.id])).get(dossier.id) ?? [];
  const { eligibility } = dossier.edition.content;
  const missing = consentsMissing(authors, consents, 'forward', cx.clock.today(), eligibility);
  const ready = dossier.state === 'valid' || (won && dossier.state !== 'withdrawn');
  return [
    ...(ready ? [] : [issue('', 'forward_state', { state: dossier.state })]),
    ...missing.map((one) =>
      issue('', 'forward_consent_missing', {
        party: one.party,
        why: one.why,
        author: authors.find(({ key }) => key === one.author)?.name ?? '',
      }),
    ),
  ];
}

/**
 * Sends a valid dossier, or one that won, on to an open edition of an organisation above: a draft there
 * with what its form has a place for, the same files and the consents. Input: `forwardInput`.
 */
export const forwardDossier = command({
  name: 'dossier.forward',
  input: forwardInput,
  permission: dossierKeep,
  load: async (cx, { pid, edition }): Promise<Loaded> => {
    const dossier = await dossierByPid(cx, pid, 'held');
    const target = await editionByPid(cx, edition);
    const [from, to] = [dossier.edition.organisation.id, target.organisation.id];
    const covered = await cx.coverage.covers(cx.db, [to], from, cx.clock.today());
    return {
      dossier,
      target,
      won: ((await awardsOf(cx.db, [dossier.id])).get(dossier.id) ?? []).length > 0,
      above: covered && from !== to,
      twice: await isSentOn(cx.db, dossier.id, target.id),
    };
  },
  at: ({ dossier }) => [dossier.edition.organisation.id],
  version: ({ dossier }) => dossier.version,
  check: async ({ dossier, target, won, above, twice }, _sent, cx): Promise<Issue[]> => [
    ...(await forwardIssues(cx, dossier, won)),
    ...(above ? [] : [issue('edition', 'forward_not_above')]),
    ...(target.state === 'open' ? [] : [issue('edition', 'edition_over')]),
    ...(twice ? [issue('edition', 'forward_twice')] : []),
  ],
  run: async (cx, { dossier, target }) => {
    const { working, files } = await submittedOf(cx, dossier);
    const mapped = mapWorking(dossier.edition.content, target.content, working);
    const id = cx.ids.uuid();
    const pid = cx.ids.pid();
    await insert(cx, { id, pid }, dossier, target, mapped.working);
    await copyFiles(cx, id, target, files, mapped);
    await sql`insert into dossier_consent (id, dossier_id, author, party, purpose, given, told_by, how, at)
      select gen_random_uuid(), ${id}, author, party, purpose, given, told_by, how, at
      from dossier_consent where dossier_id = ${dossier.id}`.execute(cx.db);
    await sql`update dossier set version = version + 1 where id = ${dossier.id}`.execute(cx.db);
    return {
      result: { pid, edition: target.pid, left: mapped.left } satisfies Forwarded,
      subject: { type, id: dossier.id },
      organisationId: dossier.edition.organisation.id,
      changes: { forwarded: { new: target.content.name } },
      reason: target.content.name,
    };
  },
});

/** The version that holds; of one that was read from a file what it has. */
async function submittedOf(
  cx: Cx,
  dossier: Dossier,
): Promise<{ working: WorkingCopy; files: readonly DossierFile[] }> {
  const files = await filesOfDossier(cx.db, dossier.id);
  const version = await versionOf(cx.db, dossier.id, dossier.submitted);
  if (version === null) return { working: dossier.working, files: workingFiles(files) };
  const frozen = readFrozen(version.frozen);
  return {
    working: { entrant: frozen.entrant, field: dossier.field, answers: frozen.answers },
    files: filesOfVersion(files, frozen.files),
  };
}

async function insert(
  cx: Cx,
  { id, pid }: { readonly id: string; readonly pid: string },
  source: Dossier,
  target: Edition,
  working: WorkingCopy,
): Promise<void> {
  const now = cx.clock.now();
  const { content } = target;
  await sql`insert into dossier (id, pid, edition_id, origin, source_id, email, working, title, search,
      saved_at, created_at)
    values (${id}, ${pid}, ${target.id}, 'forwarded', ${source.id}, ${source.email},
      ${JSON.stringify(working)}::jsonb, ${titleIn(content, working)},
      ${searchTextIn(content, working, null)}, ${now}, ${now})`.execute(cx.db);
}

// The rows of the files stay what they are: one file is linked to both dossiers.
async function copyFiles(
  cx: Cx,
  id: string,
  target: Edition,
  files: readonly DossierFile[],
  { files: places }: Mapped,
): Promise<void> {
  const placed = files.flatMap((file) => {
    const field = places.get(file.field);
    return field === undefined ? [] : [{ id: file.id, field }];
  });
  const once = placed.filter((one, at) => placed.findIndex((other) => other.id === one.id) === at);
  const rows = sql`unnest(${once.map((one) => one.id)}::uuid[], ${once.map((one) => one.field)}::text[])
    with ordinality as f (id, field, place)`;
  await sql`insert into dossier_file (dossier_id, file_id, field, position)
    select ${id}, f.id, f.field, f.place from ${rows}`.execute(cx.db);
  await sql`insert into file_link (file_id, subject_type, subject_id, organisation_id, sort)
    select f.id, ${type}, ${id}, ${target.organisation.id}, f.place from ${rows}`.execute(cx.db);
}
