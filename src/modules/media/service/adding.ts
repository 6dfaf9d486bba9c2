import { sql } from 'kysely';
import { issue } from '../../../kernel/issue.ts';
import { type Cx, command, execute, type Outcome } from '../../../platform/command.ts';
import { Forbidden } from '../../../platform/errors.ts';
import { findFile, linkFiles, type StoredFile } from '../../../platform/files.ts';
import { addJob } from '../../../platform/jobs/index.ts';
import { may } from '../../../platform/policy.ts';
import { changesBetween } from '../../../platform/records/changes.ts';
import { findOrganisation } from '../../organisations/index.ts';
import { mediaManage } from '../policy.ts';
import { sameMedium } from '../queries/index.ts';
import { type Kind, titleOf } from '../rules/index.ts';
import { addInput, type Medium, tagIssues } from '../schema/index.ts';
import { type Intake, intake, intakeStored, type Sent, type Taken } from './intake.ts';
import { DRAW } from './names.ts';
import { writtenWords } from './words.ts';

/** What may be said of a medium that is added; everything else is found in the file. */
export interface Said {
  /** Code of the organisation whose library it goes to. */
  readonly organisation: string;
  /** Left out: from the name of the file. */
  readonly title?: string | null | undefined;
  readonly alt?: string | null | undefined;
  readonly caption?: string | null | undefined;
  readonly credit?: string | null | undefined;
  /** 'YYYY-MM-DD'; left out: what the camera noted. */
  readonly taken_on?: string | null | undefined;
  /** Between commas. */
  readonly tags?: string | null | undefined;
  /** Everybody may see it; yes when left out. */
  readonly public?: boolean | undefined;
  /** In the lists of the library's public pages; no when left out. */
  readonly listed?: boolean | undefined;
}

export interface Added {
  readonly pid: string;
  readonly kind: Kind;
  /** The same file was in the library already: this is that medium, as it stands. */
  readonly same: boolean;
}

/**
 * Takes a file into the library of an organisation: a picture is drawn anew without what its camera noted.
 * The same file once more gives the medium that is there. Refusals are issues, of the file and of what is said.
 * @throws NotFound, Forbidden
 */
export function addMedium(cx: Cx, said: Said, sent: Sent, path = 'file'): Promise<Outcome<Added>> {
  return added(cx, said, (known) => intake(cx, sent, known, path), sent.name);
}

/** As `addMedium`, of a file of the actor's that is kept already and linked to nothing. */
export function addStored(cx: Cx, said: Said, file: StoredFile): Promise<Outcome<Added>> {
  return added(cx, said, (known) => intakeStored(cx, file, known), file.name);
}

async function added(
  cx: Cx,
  said: Said,
  take: (known: (sent: string) => Promise<Medium | null>) => Promise<Intake<Medium>>,
  name: string,
): Promise<Outcome<Added>> {
  const organisation = await findOrganisation(cx.db, said.organisation, cx.clock.today());
  if (organisation === null)
    return { ok: false, issues: [issue('organisation', 'unknown', { code: said.organisation })] };
  // Before anything is received from somebody who may not.
  if (!(await may(cx, mediaManage, organisation.id))) throw new Forbidden(mediaManage.name);
  const came = await take((sent) => sameMedium(cx.db, organisation.id, sent));
  if (!came.ok) return came;
  if ('known' in came.value) {
    const { pid, kind } = came.value.known;
    return { ok: true, value: { pid, kind, same: true } };
  }
  return execute(cx, addMedia, inputOf(said, came.value.taken, name));
}

function inputOf(said: Said, taken: Taken, name: string) {
  const title = said.title?.trim() ?? '';
  return {
    alt: null,
    caption: null,
    credit: null,
    tags: null,
    ...said,
    listed: said.listed ?? false,
    title: title === '' ? titleOf(name) : title,
    taken_on: said.taken_on ?? taken.takenOn,
    public: said.public ?? true,
    file: taken.file.pid,
    kind: taken.kind,
    sent: taken.sent,
    facts: taken.facts,
  };
}

/** The command behind `addMedium`: `file` was taken in, `kind` and `facts` are what was found in it. */
export const addMedia = command({
  name: 'media.add',
  input: addInput,
  permission: mediaManage,
  load: async (cx, { organisation, sent }) => {
    const found = await findOrganisation(cx.db, organisation, cx.clock.today());
    if (found === null) return null;
    // One after the other: the same file from two hands is one medium.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`media/${found.id}/${sent}`}, 0))`.execute(
      cx.db,
    );
    return { organisationId: found.id, same: await sameMedium(cx.db, found.id, sent) };
  },
  at: (loaded) => (loaded === null ? [] : [loaded.organisationId]),
  check: (loaded, { organisation, tags }) => [
    ...(loaded === null ? [issue('organisation', 'unknown', { code: organisation })] : []),
    ...tagIssues(tags),
  ],
  run: async (cx, loaded, input) => {
    const { organisationId, same } = loaded!;
    const subject = (id: string) => ({ subject: { type: 'media', id }, organisationId });
    if (same !== null) {
      const result: Added = { pid: same.pid, kind: same.kind, same: true };
      return { result, ...subject(same.id), changes: {} };
    }
    const [id, pid] = [cx.ids.uuid(), cx.ids.pid()];
    const { kind, sent, facts } = input;
    const words = writtenWords(input);
    const file = await fileOf(cx, input.file);
    await sql`insert into medium (id, pid, organisation_id, kind, file_id, sent, title, alt, caption,
        credit, taken_on, tags, width, height, alpha, animated, seconds, public, listed, search,
        created_at, created_by)
      values (${id}, ${pid}, ${organisationId}, ${kind}, ${file}, ${sent}, ${words.title},
        ${words.alt}, ${words.caption}, ${words.credit}, ${words.taken_on}::date, ${words.tags}::text[],
        ${facts.width}, ${facts.height}, ${facts.alpha}, ${facts.animated}, ${facts.seconds},
        ${words.public}, ${words.listed}, ${words.search}, ${cx.clock.now()},
        ${cx.actor.kind === 'account' ? cx.actor.personId : null})`.execute(cx.db);
    const files = await linkFiles(cx, { type: 'media', id, organisationId }, [input.file]);
    if (kind === 'picture')
      await addJob(cx.db, DRAW, { medium: id }, { queue: 'media', key: `${DRAW}:${id}` });
    const { search: _, ...told } = words;
    const result: Added = { pid, kind, same: false };
    const changes = { kind: { new: kind }, ...changesBetween(null, told), files };
    return { result, ...subject(id), changes };
  },
});

// `linkFiles` looks whether it is the actor's; a file that is nobody's is refused there.
async function fileOf(cx: Cx, pid: string): Promise<string | null> {
  return (await findFile(cx.db, pid))?.file.id ?? null;
}
