import { z } from 'zod';
import { execute } from '../../../platform/command.ts';
import {
  optionalChoice,
  optionalNumber,
  optionalText,
  version,
} from '../../../platform/forms/fields.ts';
import { type Api, pageQuery, settled } from '../../../platform/http/api.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { byPid, orderOf } from '../../../platform/records/endpoints.ts';
import { organisationId } from '../../organisations/index.ts';
import { listMembers, personRecord } from '../queries/index.ts';
import {
  genders,
  memberInput,
  membershipKinds,
  type PersonFilter,
  type PersonSort,
  personChanges,
  personStates,
} from '../schema/index.ts';
import {
  byNumber,
  createMember,
  deletePerson,
  editedInput,
  editPerson,
  restorePerson,
} from '../service/index.ts';
import { personIssues as words } from '../vi.ts';
import { memberShape, memberView, personShape, personView } from './views.ts';

const year = () => optionalNumber({ min: 1800, max: 2999, integer: true });

const listQuery = z.object({
  ...pageQuery,
  q: optionalText(200).describe(
    'Words of the name, with or without marks; a citizen ID, for those who may read it',
  ),
  organisation: z
    .string()
    .optional()
    .describe('Code: members of it and of all below it; everybody in view when left out'),
  state: z
    .enum(personStates)
    .optional()
    .describe('When left out: now (members today) with an organisation, all without one'),
  branch: optionalText(200),
  field: optionalText(200),
  gender: optionalChoice(genders),
  born_from: year(),
  born_to: year(),
  joined_from: year(),
  joined_to: year(),
  degree: optionalText(20),
  kind: optionalChoice(membershipKinds),
  has_phone: z.enum(['true', 'false']).optional(),
  has_email: z.enum(['true', 'false']).optional(),
  sort: z.enum(['name', '-name', 'joined', '-joined', 'birth', '-birth']).default('name'),
});

const listShape = z.object({
  items: z.array(memberShape),
  total: z.number().int(),
  total_at_least: z
    .boolean()
    .describe('More people have these words; they are counted up to total only'),
  next: z.string().nullable(),
});

const tag = 'people';

/** REST doors of persons. */
export function peopleDoors(api: Api): void {
  listDoor(api);
  writeDoors(api);
  deletionDoors(api);
}

function listDoor(api: Api): void {
  api.endpoint({
    method: 'get',
    path: '/people',
    tag,
    summary:
      'Persons that the account may see, by given name; with words the very same names come first',
    query: listQuery,
    response: listShape,
    words,
    handler: async ({ cx, c, query }) => {
      const { page, size, organisation, sort } = query;
      const under = organisation === undefined ? null : await organisationId(cx, organisation);
      const question = { ...orderOf<PersonSort>(sort), page, size };
      const filter = await byNumber(cx, under, filterOf(query));
      const found = await listMembers(cx, { under, filter, ...question });
      const more = found.atLeast ? found.rows.length === size : page * size < found.total;
      return {
        items: found.rows.map(memberView),
        total: found.total,
        total_at_least: found.atLeast,
        next: more ? pageAddress(c, page + 1) : null,
      };
    },
  });
}

function pageAddress(c: WebContext, page: number): string {
  const url = new URL(c.req.url);
  url.searchParams.set('page', String(page));
  return `${url.pathname}${url.search}`;
}

function filterOf(query: z.output<typeof listQuery>): PersonFilter {
  const yes = (value: 'true' | 'false' | undefined) =>
    value === undefined ? undefined : value === 'true';
  return {
    q: query.q ?? undefined,
    state: query.state ?? (query.organisation === undefined ? 'all' : 'now'),
    branch: query.branch ?? undefined,
    field: query.field ?? undefined,
    gender: query.gender ?? undefined,
    bornFrom: query.born_from ?? undefined,
    bornTo: query.born_to ?? undefined,
    joinedFrom: query.joined_from ?? undefined,
    joinedTo: query.joined_to ?? undefined,
    degree: query.degree ?? undefined,
    kind: query.kind ?? undefined,
    hasPhone: yes(query.has_phone),
    hasEmail: yes(query.has_email),
  };
}

function writeDoors(api: Api): void {
  api.endpoint({
    method: 'post',
    path: '/people',
    tag,
    summary: 'Write a person down with a membership; same_name names those in view of that name',
    body: memberInput,
    response: personShape,
    status: 201,
    words,
    handler: async ({ cx, body }) => {
      const { pid } = settled(await execute(cx, createMember, body), words);
      return personView(await personRecord(cx, pid));
    },
  });
  api.endpoint({
    method: 'get',
    path: '/people/{pid}',
    tag,
    summary: 'One person, with what the account may see of memberships and posts',
    params: byPid,
    response: personShape,
    handler: async ({ cx, params }) => personView(await personRecord(cx, params.pid)),
  });
  api.endpoint({
    method: 'patch',
    path: '/people/{pid}',
    tag,
    summary: 'Change a person; what is left out stays',
    params: byPid,
    body: personChanges,
    response: personShape,
    words,
    handler: async ({ cx, params, body }) => {
      const raw = editedInput(await personRecord(cx, params.pid), body as Record<string, unknown>);
      settled(await execute(cx, editPerson, raw), words);
      return personView(await personRecord(cx, params.pid));
    },
  });
}

function deletionDoors(api: Api): void {
  api.endpoint({
    method: 'delete',
    path: '/people/{pid}',
    tag,
    summary: 'Delete a person with all memberships; can be taken back for 30 days',
    params: byPid,
    query: z.object({ version: version() }),
    status: 204,
    handler: async ({ cx, params, query }) => {
      settled(await execute(cx, deletePerson, { ...params, ...query }));
    },
  });
  api.endpoint({
    method: 'post',
    path: '/people/{pid}/restore',
    tag,
    summary: 'Take a deleted person back',
    params: byPid,
    response: personShape,
    handler: async ({ cx, params }) => {
      settled(await execute(cx, restorePerson, params));
      return personView(await personRecord(cx, params.pid));
    },
  });
}
