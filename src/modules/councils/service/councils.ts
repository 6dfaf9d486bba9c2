import { sql } from 'kysely';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { command } from '../../../platform/command.ts';
import { inTransaction, maybe } from '../../../platform/database/query.ts';
import { type EditionContent, editionByPid } from '../../calls/index.ts';
import { councilManage } from '../policy.ts';
import { councilByPid } from '../queries/index.ts';
import { reviewingPhases } from '../rules/index.ts';
import { type Council, councilAct, councilEdit, councilInput } from '../schema/index.ts';
import { aboutCouncil } from './shared.ts';

type Settings = Pick<Council, 'name' | 'fields' | 'phases' | 'voting' | 'decision' | 'decidedOn'>;

function wrong(content: EditionContent, { fields, phases, voting }: Settings): Issue[] {
  const reviewing = reviewingPhases(content);
  const among = (codes: readonly string[], known: readonly string[]) =>
    codes.every((code) => known.includes(code));
  return [
    ...(among(
      fields,
      content.fields.map(({ code }) => code),
    )
      ? []
      : [issue('fields', 'field_not_there')]),
    ...(among(
      phases,
      reviewing.map(({ key }) => key),
    )
      ? []
      : [issue('phases', 'phase_not_reviewing')]),
    ...(voting === null || content.voting.some(({ key }) => key === voting)
      ? []
      : [issue('voting', 'voting_not_there')]),
  ];
}

const nameTaken = async (
  db: Parameters<typeof maybe>[0],
  editionId: string,
  name: string,
  except: string | null,
): Promise<boolean> =>
  (await maybe(
    db,
    sql`select from council where edition_id = ${editionId} and lower(name) = lower(${name})
      and id is distinct from ${except}::uuid limit 1`,
  )) !== null;

/** Sets up a council. Input: `councilInput`. */
export const createCouncil = command({
  name: 'council.create',
  input: councilInput,
  permission: councilManage,
  load: async (cx, { edition: pid, ...sent }) => {
    const settings: Settings = {
      name: sent.name,
      fields: sent.fields ?? [],
      phases: sent.phases ?? [],
      voting: sent.voting ?? null,
      decision: sent.decision ?? null,
      decidedOn: sent.decided_on ?? null,
    };
    return { edition: await editionByPid(cx, pid), settings };
  },
  at: ({ edition }) => [edition.organisation.id],
  check: async ({ edition, settings }, _input, cx): Promise<Issue[]> => [
    ...(edition.state === 'closed' ? [issue('', 'edition_over')] : []),
    ...wrong(edition.content, settings),
    ...((await nameTaken(cx.db, edition.id, settings.name, null))
      ? [issue('name', 'council_name_taken')]
      : []),
  ],
  run: async (cx, { edition, settings }) => {
    const [id, pid] = [cx.ids.uuid(), cx.ids.pid()];
    await sql`insert into council (id, pid, edition_id, name, fields, phases, voting, decision,
        decided_on, created_at)
      values (${id}, ${pid}, ${edition.id}, ${settings.name}, ${settings.fields}::text[],
        ${settings.phases}::text[], ${settings.voting}, ${settings.decision}, ${settings.decidedOn},
        ${cx.clock.now()})`.execute(cx.db);
    return {
      result: { pid },
      subject: { type: 'council', id },
      organisationId: edition.organisation.id,
      changes: { name: { new: settings.name } },
    };
  },
});

/** Changes what a council judges and how it votes. Input: `councilEdit`. */
export const editCouncil = command({
  name: 'council.edit',
  input: councilEdit,
  permission: councilManage,
  load: async (cx, { pid, version: _version, decided_on, ...sent }) => {
    const council = await councilByPid(cx, pid, 'held');
    const given = Object.fromEntries(
      Object.entries({ ...sent, decidedOn: decided_on }).filter(([, value]) => value !== undefined),
    ) as Partial<Settings>;
    const settings: Settings = { ...council, ...given };
    return { council, settings };
  },
  at: ({ council }) => [council.edition.organisation.id],
  version: ({ council }) => council.version,
  check: async ({ council, settings }, _input, cx): Promise<Issue[]> => [
    ...wrong(council.edition.content, settings),
    ...((await nameTaken(cx.db, council.editionId, settings.name, council.id))
      ? [issue('name', 'council_name_taken')]
      : []),
  ],
  run: async (cx, { council, settings }) => {
    await sql`update council set name = ${settings.name}, fields = ${settings.fields}::text[],
        phases = ${settings.phases}::text[], voting = ${settings.voting},
        decision = ${settings.decision}, decided_on = ${settings.decidedOn}, version = version + 1
      where id = ${council.id}`.execute(cx.db);
    return { ...aboutCouncil(council), changes: changesOf(council, settings) };
  },
});

function changesOf(old: Settings, now: Settings) {
  const changes: Record<string, { old: unknown; new: unknown }> = {};
  const fields = ['name', 'fields', 'phases', 'voting', 'decision', 'decidedOn'] as const;
  for (const field of fields)
    if (JSON.stringify(old[field]) !== JSON.stringify(now[field]))
      changes[field] = { old: old[field], new: now[field] };
  return changes;
}

/** What a record of a later module still names. */
const isNamed = (error: unknown): boolean => (error as { code?: unknown }).code === '23503';

/** Deletes a council that judged nothing yet, with its seats. Input: `councilAct`. */
export const deleteCouncil = command({
  name: 'council.delete',
  input: councilAct,
  permission: councilManage,
  load: (cx, { pid }) => councilByPid(cx, pid, 'held'),
  at: (council) => [council.edition.organisation.id],
  version: (council) => council.version,
  // Tried in a savepoint: only the database knows all that names a council.
  check: async (council, _input, cx): Promise<Issue[]> => {
    try {
      await inTransaction(cx.db, (db) =>
        sql`delete from council where id = ${council.id}`.execute(db),
      );
      return [];
    } catch (error) {
      if (isNamed(error)) return [issue('', 'council_used')];
      throw error;
    }
  },
  run: async (_cx, council) => ({
    ...aboutCouncil(council),
    changes: { name: { old: council.name, new: null } },
  }),
});
