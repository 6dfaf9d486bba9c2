import { sql } from 'kysely';
import { z } from 'zod';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { all, maybe } from '../../../platform/database/query.ts';
import { Forbidden } from '../../../platform/errors.ts';
import {
  blindIndex,
  decryptField,
  type EncryptedTable,
  encryptField,
} from '../../../platform/keys.ts';
import type { Permission } from '../../../platform/policy.ts';
import { sensitiveRead, sensitiveWrite } from '../policy.ts';
import { personPlaces, personRecord, visiblePerson } from '../queries/index.ts';
import { parseCitizenId } from '../rules/index.ts';
import { type SensitiveField, sensitiveFields, sensitiveInput } from '../schema/index.ts';

// Citizen ID, ethnicity, religion, party: encrypted, opened with a right of their own, each opening
// noted. Events say that they were opened or written, never what they hold or which of them there are.

export type Sensitive = Readonly<Record<SensitiveField, string | null>> & {
  /** Something is there that no key of this installation opens. */
  readonly locked: boolean;
};

type Stored = Readonly<Record<SensitiveField, string | null>>;

const about = (field: SensitiveField): string => `person_identity.${field}`;

/** Encrypted fields under these names, with the fingerprint of the number, in whatever table. */
export const identityFields = {
  fields: Object.fromEntries(sensitiveFields.map((field) => [field, about(field)])),
  indexes: { citizen_id_index: { of: 'citizen_id', field: 'citizen_id' } },
} as const;

export const encryptedIdentities: EncryptedTable = {
  table: 'person_identity',
  key: { person_id: 'uuid' },
  ...identityFields,
};
const nothing: Stored = { citizen_id: null, ethnicity: null, religion: null, party: null };

/** What a row holds, opened. */
export function opened(cx: Pick<Cx, 'keys'>, stored: Stored): Sensitive {
  let locked = false;
  const open = (field: SensitiveField): string | null => {
    const text = stored[field];
    if (text === null) return null;
    const found = decryptField(cx.keys, text, about(field));
    if (found.state === 'open') return found.value;
    locked = true;
    return null;
  };
  const [citizen_id, ethnicity, religion, party] = sensitiveFields.map(open);
  return {
    citizen_id: citizen_id ?? null,
    ethnicity: ethnicity ?? null,
    religion: religion ?? null,
    party: party ?? null,
    locked,
  };
}

/** The columns of `person_identity` for these values; empty ones become null. */
export function sealed(
  cx: Pick<Cx, 'keys'>,
  values: Stored,
): Record<SensitiveField | 'index', string | null> {
  const seal = (field: SensitiveField): string | null => {
    const text = values[field];
    return text === null || text === '' ? null : encryptField(cx.keys, text, about(field));
  };
  return {
    citizen_id: seal('citizen_id'),
    ethnicity: seal('ethnicity'),
    religion: seal('religion'),
    party: seal('party'),
    index: values.citizen_id ? blindIndex(cx.keys, 'citizen_id', values.citizen_id) : null,
  };
}

const storedOf = (cx: Cx, personId: string): Promise<Stored | null> =>
  maybe(
    cx.db,
    sql<Stored>`select citizen_id, ethnicity, religion, party from person_identity
      where person_id = ${personId}`,
  );

async function loaded(cx: Cx, pid: string, wanted: Permission) {
  const person = await personRecord(cx, pid);
  const places = await personPlaces(cx, person.id, wanted);
  if (places.length === 0) throw new Forbidden(wanted.name);
  return { person, place: places[0]! };
}

/**
 * Opens the sensitive fields of a person, and notes who did.
 * @throws NotFound, Forbidden
 */
export const readSensitive = command({
  name: 'person.sensitive.read',
  input: z.strictObject({ pid: z.string() }),
  permission: sensitiveRead,
  load: (cx, input) => loaded(cx, input.pid, sensitiveRead),
  at: ({ place }) => [place],
  run: async (cx, { person, place }) => {
    const eventId = cx.ids.uuid();
    await noteLooks(cx, eventId, [person.id]);
    return {
      result: opened(cx, (await storedOf(cx, person.id)) ?? nothing),
      subject: { type: 'person', id: person.id },
      organisationId: place,
      changes: {},
      eventId,
    };
  },
});

/**
 * Opens the sensitive fields of many persons for an export of an organisation: one event, and a note
 * at each person who is in view. Gives them by the person's id; those without any are left out.
 * @throws Forbidden
 */
export const readSensitiveOfMany = command({
  name: 'person.sensitive.export',
  input: z.strictObject({
    organisationId: z.uuid(),
    personIds: z.array(z.uuid()),
    /** What it is for: the list that is written. */
    reason: z.string().max(300),
  }),
  permission: sensitiveRead,
  load: async () => null,
  at: (_loaded, input) => [input.organisationId],
  run: async (cx, _loaded, input) => {
    const eventId = cx.ids.uuid();
    const rows = await all(
      cx.db,
      sql<Stored & { id: string }>`select p.id, i.citizen_id, i.ethnicity, i.religion, i.party
        from person p left join person_identity i on i.person_id = p.id
        where p.id = any(${input.personIds}::uuid[]) and ${visiblePerson(cx, sensitiveRead, 'p')}`,
    );
    await noteLooks(
      cx,
      eventId,
      rows.map((row) => row.id),
    );
    const found = rows.filter((row) => sensitiveFields.some((field) => row[field] !== null));
    return {
      result: new Map(found.map((row) => [row.id, opened(cx, row)])),
      subject: { type: 'organisation', id: input.organisationId },
      organisationId: input.organisationId,
      changes: { persons: { new: rows.length } },
      reason: input.reason,
      eventId,
    };
  },
});

// The event itself is written after the rows that name it: their reference is checked at the end.
export async function noteLooks(
  cx: Cx,
  eventId: string,
  personIds: readonly string[],
  fields: readonly SensitiveField[] = sensitiveFields,
): Promise<void> {
  await sql`insert into person_look (person_id, event_id, fields)
    select id, ${eventId}::uuid, ${[...fields]}::text[]
    from unnest(${[...personIds]}::uuid[]) id`.execute(cx.db);
}

// What no key opens came empty into the form: it stays as it is.
function keepLocked(cx: Cx, stored: Stored, row: ReturnType<typeof sealed>) {
  const kept = { ...row };
  for (const field of sensitiveFields) {
    const text = stored[field];
    if (row[field] !== null || text === null) continue;
    if (decryptField(cx.keys, text, about(field)).state === 'locked') kept[field] = text;
  }
  return kept;
}

/**
 * Writes the sensitive fields of a person; each is given, an empty one is taken off.
 * @throws NotFound, Forbidden
 */
export const writeSensitive = command({
  name: 'person.sensitive.write',
  input: sensitiveInput,
  permission: sensitiveWrite,
  load: (cx, input) => loaded(cx, input.pid, sensitiveWrite),
  at: ({ place }) => [place],
  check: ({ person }, input): Issue[] => {
    if (input.citizen_id === null) return [];
    const parsed = parseCitizenId(input.citizen_id, person);
    return 'error' in parsed ? [issue('citizen_id', parsed.error, { ...parsed.data })] : [];
  },
  run: async (cx, { person, place }, input) => {
    const parsed = parseCitizenId(input.citizen_id ?? '', person);
    const { ethnicity, religion, party } = input;
    const citizen_id = 'ok' in parsed ? parsed.ok : null;
    const stored = (await storedOf(cx, person.id)) ?? nothing;
    const row = keepLocked(cx, stored, sealed(cx, { citizen_id, ethnicity, religion, party }));
    await sql`insert into person_identity (person_id, citizen_id, citizen_id_index, ethnicity,
        religion, party)
      values (${person.id}, ${row.citizen_id}, ${row.index}, ${row.ethnicity}, ${row.religion},
        ${row.party})
      on conflict (person_id) do update set citizen_id = excluded.citizen_id,
        citizen_id_index = coalesce(excluded.citizen_id_index,
          case when excluded.citizen_id is not null then person_identity.citizen_id_index end), ethnicity = excluded.ethnicity,
        religion = excluded.religion, party = excluded.party`.execute(cx.db);
    return {
      result: { pid: person.pid, warnings: 'ok' in parsed ? parsed.warnings : [] },
      subject: { type: 'person', id: person.id },
      organisationId: place,
      changes: {},
    };
  },
});
