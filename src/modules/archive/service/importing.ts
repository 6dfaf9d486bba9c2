import { sql } from 'kysely';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { keptText } from '../../../kernel/text.ts';
import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import { type Cx, command, type Done, execute, type Outcome } from '../../../platform/command.ts';
import { inTransaction } from '../../../platform/database/query.ts';
import { findOrganisation, organisationId } from '../../organisations/index.ts';
import { archiveKeep } from '../policy.ts';
import { type Earlier, earlierImport, isPastUsed } from '../queries/index.ts';
import { pastContent, toldFigures, withoutDossiers } from '../rules/index.ts';
import { type ImportedEdition, importInput, type ReadPast } from '../schema.ts';
import { pastLabels } from '../vi/index.ts';
import { type Held, insertEdition, replaceContent } from './editions.ts';
import { insertDossiers, removeDossiers } from './rows.ts';

/** Type of the subject in the event log. */
export const type = 'edition';

interface Target {
  readonly organisation: { readonly id: string; readonly kind: string } | null;
  /** An edition of this name that a file brought before. */
  readonly earlier: Earlier | null;
  readonly used: boolean;
}

/**
 * Brings in a past edition that was read (`readPastFile`): a closed edition with its figures as told, its
 * dossiers and what they won. The same file again changes nothing; another file of the same name replaces
 * what the earlier one brought, unless somebody has worked with it. Input: `importInput`.
 */
export const importEdition = (read: ReadPast) =>
  command({
    name: 'archive.import',
    input: importInput,
    permission: archiveKeep,
    load: async (cx, input): Promise<Target> => {
      const organisation = await findOrganisation(cx.db, input.organisation, cx.clock.today());
      if (organisation === null) return { organisation, earlier: null, used: false };
      const earlier = await earlierImport(cx.db, organisation.id, nameKey(read));
      const used = earlier !== null && (await isPastUsed(cx.db, earlier.id));
      return { organisation, earlier, used };
    },
    at: ({ organisation }) => (organisation === null ? [] : [organisation.id]),
    check: ({ organisation, earlier, used }, input): Issue[] => {
      if (organisation === null)
        return [issue('organisation', 'unknown', { code: input.organisation })];
      if (read.edition.name.trim() === '') return [issue('file', 'past_edition_nameless')];
      return used && earlier?.sha256 !== read.sha256 ? [issue('file', 'past_edition_used')] : [];
    },
    run: async (cx, { organisation, earlier }): Promise<Done<ImportedEdition>> => {
      const { id, kind } = organisation as NonNullable<Target['organisation']>;
      const figures = toldFigures(read.edition);
      const told = { ...figures, problems: read.problems };
      if (earlier !== null && earlier.sha256 === read.sha256)
        return {
          result: { edition: earlier.pid, state: 'unchanged', ...told },
          subject: { type, id: earlier.id },
          organisationId: id,
          changes: {},
        };
      const held = await holdEdition(cx, { id, earlier, read });
      await insertDossiers(cx, held, read, kind);
      await keepFigures(cx, held, { organisation: id, read, figures });
      return {
        result: {
          edition: held.pid,
          state: earlier === null ? 'added' : 'changed',
          ...told,
        },
        subject: { type, id: held.id },
        organisationId: id,
        changes: {
          name: { new: read.edition.name },
          file: { old: earlier?.source, new: read.source },
          told_dossiers: { old: earlier?.dossiers, new: figures.dossiers },
          told_prizes: { old: earlier?.prizes, new: figures.prizes },
        },
      };
    },
  });

const nameKey = ({ edition }: ReadPast): string => foldForSearch(edition.name);

interface Holding {
  /** Of the organisation. */
  readonly id: string;
  readonly earlier: Earlier | null;
  readonly read: ReadPast;
}

async function holdEdition(cx: Cx, { id, earlier, read }: Holding): Promise<Held> {
  const year = Number(cx.clock.today().slice(0, 4));
  const content = pastContent(read.edition, pastLabels, year);
  if (earlier === null) return insertEdition(cx, id, content);
  await removeDossiers(cx, earlier.id);
  return replaceContent(cx, earlier, content);
}

async function keepFigures(
  cx: Cx,
  { id }: Held,
  of: {
    readonly organisation: string;
    readonly read: ReadPast;
    readonly figures: ReturnType<typeof toldFigures>;
  },
): Promise<void> {
  const { read, figures } = of;
  const by = cx.actor.kind === 'account' ? cx.actor.personId : null;
  await sql`insert into past_figures (edition_id, organisation_id, name_key, sha256, source, told,
      problems, dossiers, prizes, imported_at, imported_by)
    values (${id}, ${of.organisation}, ${nameKey(read)}, ${read.sha256}, ${read.source},
      ${stored(withoutDossiers(read.edition))}::jsonb, ${stored(read.problems)}::jsonb,
      ${figures.dossiers}, ${figures.prizes}, ${cx.clock.now()}, ${by})
    on conflict (edition_id) do update set sha256 = excluded.sha256, source = excluded.source,
      told = excluded.told, problems = excluded.problems, dossiers = excluded.dossiers,
      prizes = excluded.prizes, imported_at = excluded.imported_at,
      imported_by = excluded.imported_by`.execute(cx.db);
}

// Paths quote the names that stand in the file, whatever characters they have.
const stored = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) => (typeof one === 'string' ? keptText(one) : one));

class Trial extends Error {}

/**
 * Does the very same as `importEdition` and takes everything back: tells what would happen.
 * @throws NotFound for an organisation that there is not
 */
export async function tryImport(
  cx: Cx,
  organisation: string,
  read: ReadPast,
): Promise<Outcome<ImportedEdition>> {
  await organisationId(cx, organisation);
  let outcome: Outcome<ImportedEdition> | null = null;
  try {
    await inTransaction(cx.db, async (db) => {
      outcome = await execute({ ...cx, db }, importEdition(read), { organisation });
      throw new Trial();
    });
  } catch (error) {
    if (!(error instanceof Trial)) throw error;
  }
  const found = outcome as Outcome<ImportedEdition> | null;
  if (found === null) throw new Error('a trial that did not end');
  return found.ok && found.value.state === 'added'
    ? { ok: true, value: { ...found.value, edition: null } }
    : found;
}
