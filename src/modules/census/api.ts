import { z } from 'zod';
import { NotFound } from '../../platform/errors.ts';
import { optionalDay } from '../../platform/forms/fields.ts';
import type { Api } from '../../platform/http/api.ts';
import { may } from '../../platform/policy.ts';
import { findOrganisation } from '../organisations/index.ts';
import { personRead } from '../people/index.ts';
import type { Headcount } from './schema.ts';
import { census } from './service.ts';

const headcount = z.object({
  organisation: z.string(),
  name: z.string(),
  people: z.number().int(),
  memberships: z.number().int(),
  declared: z.number().int().nullable(),
  difference: z.number().int().nullable(),
});
const shares = z.array(z.object({ key: z.string(), people: z.number().int() }));
const years = z.array(
  z.object({
    year: z.number().int(),
    people: z.number().int(),
    joined: z.number().int(),
    left: z.number().int(),
  }),
);

/** REST door of the counts of members. */
export function censusApi(api: Api): void {
  api.endpoint({
    method: 'get',
    path: '/member-counts',
    tag: 'members',
    summary:
      'People of an organisation, each once, on a day: beside the declared number, and by groups',
    query: z.object({ organisation: z.string(), on: optionalDay() }),
    response: headcount.extend({
      on: z.string(),
      below: z.array(headcount),
      ages: shares,
      genders: shares,
      degrees: shares,
      fields: shares,
      growth: years,
    }),
    handler: async ({ cx, query }) => {
      const organisation = await findOrganisation(cx.db, query.organisation);
      if (organisation === null || !(await may(cx, personRead, organisation.id)))
        throw new NotFound('organisation');
      const on = query.on ?? cx.clock.today();
      const found = await census(cx.db, organisation.id, on);
      if (found === null) throw new NotFound('organisation');
      const { own, below, ...groups } = found;
      return { on, ...view(own), below: below.map(view), ...groups };
    },
  });
}

function view({ code, name, people, memberships, declared }: Headcount) {
  const difference = declared === null ? null : people - declared;
  return { organisation: code, name, people, memberships, declared, difference };
}
