import { z } from 'zod';
import { contains } from '../../../kernel/date-range.ts';
import type { Day } from '../../../kernel/day.ts';
import type { Cx } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { optionalDay } from '../../../platform/forms/fields.ts';
import { type Api, listOf, pageOf, pageQuery } from '../../../platform/http/api.ts';
import { organisationRecords } from '../policy.ts';
import {
  childrenOn,
  findOrganisation,
  listOrganisations,
  namesOf,
  parentsOn,
  timelineOf,
} from '../queries/index.ts';
import { organisationKinds } from '../rules/index.ts';
import type { Organisation } from '../schema/index.ts';
import { mayAt } from '../service/index.ts';
import { organisationIssues as words } from '../vi.ts';
import {
  listedView,
  memberView,
  nameView,
  organisationView,
  showEntry,
  showListed,
  showMember,
  showName,
  showOrganisation,
  timelineView,
} from './views.ts';

export const tag = 'Organisations';
export const byCode = z.object({ code: z.string() });
export const byPid = z.object({ pid: z.string() });
export const byDay = z.object({ on: optionalDay() });

const listQuery = z.object({
  ...pageQuery,
  on: optionalDay(),
  below: z.string().optional().describe('code: it and what stands below it on that day'),
  q: z.string().max(200).default(''),
  kind: z.enum(organisationKinds).optional(),
  special: z.enum(['true', 'false']).optional(),
  sort: z.enum(['name', '-name', 'members', '-members']).default('name'),
});

/** The organisation that an address names, as it was called on the day. @throws NotFound */
export async function organisationOf(cx: Cx, code: string, on: Day | null): Promise<Organisation> {
  const found = await findOrganisation(cx.db, code, on ?? cx.clock.today());
  if (found === null) throw new NotFound('organisation');
  return found;
}

/** What everybody may read. */
export function publicReads(api: Api): void {
  api.endpoint({
    method: 'get',
    path: '/organisations',
    tag,
    summary: 'Organisations that exist on a day',
    query: listQuery,
    response: listOf(listedView),
    access: 'public',
    words,
    handler: async ({ cx, c, query }) => {
      const on = query.on ?? cx.clock.today();
      const root = query.below === undefined ? null : await organisationOf(cx, query.below, on);
      const special = query.special === undefined ? null : query.special === 'true';
      const { items, total } = await listOrganisations(cx.db, {
        ...query,
        on,
        below: root?.id ?? null,
        kind: query.kind ?? null,
        special,
      });
      return pageOf(c, items.map(showListed), total, query.page, query.size);
    },
  });
  api.endpoint({
    method: 'get',
    path: '/organisations/{code}',
    tag,
    summary: 'One organisation as of a day',
    params: byCode,
    query: byDay,
    response: organisationView,
    access: 'public',
    words,
    handler: async ({ cx, params, query }) => {
      const on = query.on ?? cx.clock.today();
      const found = await organisationOf(cx, params.code, on);
      const parents = await parentsOn(cx.db, found.id, on);
      const children = await childrenOn(cx.db, found.id, on);
      return showOrganisation(found, on, contains(found.during, on), parents, children.length);
    },
  });
  api.endpoint({
    method: 'get',
    path: '/organisations/{code}/members',
    tag,
    summary: 'What stands directly under an organisation on a day',
    params: byCode,
    query: byDay,
    response: listOf(memberView),
    access: 'public',
    words,
    handler: async ({ cx, params, query }) => {
      const on = query.on ?? cx.clock.today();
      const found = await organisationOf(cx, params.code, on);
      return whole((await childrenOn(cx.db, found.id, on)).map(showMember));
    },
  });
  api.endpoint({
    method: 'get',
    path: '/organisations/{code}/names',
    tag,
    summary: 'All names that an organisation has had',
    params: byCode,
    response: listOf(nameView),
    access: 'public',
    words,
    handler: async ({ cx, params }) => {
      const found = await organisationOf(cx, params.code, null);
      return whole((await namesOf(cx.db, found.id)).map(showName));
    },
  });
  api.endpoint({
    method: 'get',
    path: '/organisations/{code}/timeline',
    tag,
    summary: 'What happened to an organisation until a day, newest first',
    params: byCode,
    query: byDay,
    response: listOf(timelineView),
    access: 'public',
    words,
    handler: async ({ cx, params, query }) => {
      const until = query.on ?? cx.clock.today();
      const found = await organisationOf(cx, params.code, until);
      const records = await mayAt(cx, organisationRecords, found.id);
      const { items, total } = await timelineOf(cx.db, found.id, { until, records, limit: 1000 });
      return { items: items.map(showEntry), total, next: null };
    },
  });
}

export const whole = <T>(items: readonly T[]) => ({ items, total: items.length, next: null });
