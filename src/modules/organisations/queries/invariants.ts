import type { Invariant } from '../../../platform/module.ts';

// An affiliation begins or ends on these days: between them the graph does not change.
const cycle = `
  with recursive days as (
    select distinct lower(during) as day from affiliation where deleted_at is null
  ), climb (day, start_id, at_id, steps) as (
    select d.day, a.child_id, a.parent_id, 1 from days d
    join affiliation a on a.deleted_at is null and a.during @> d.day
      and (lower(a.during) = d.day)
    union
    select c.day, c.start_id, a.parent_id, c.steps + 1 from climb c
    join affiliation a on a.child_id = c.at_id and a.deleted_at is null and a.during @> c.day
    where c.at_id <> c.start_id and c.steps < 40
  )
  select day, start_id from climb where at_id = start_id or steps >= 40`;

const namesCover = `
  select o.code from organisation o
  left join organisation_name n on n.organisation_id = o.id
  where o.deleted_at is null
  group by o.id
  having coalesce(range_agg(n.during), '{}'::datemultirange) <> datemultirange(o.during)`;

const withinExistence = `
  select a.pid from affiliation a
  join organisation c on c.id = a.child_id join organisation p on p.id = a.parent_id
  where a.deleted_at is null and not (a.during <@ c.during and a.during <@ p.during
    and c.deleted_at is null and p.deleted_at is null)`;

// Setup writes which organisation the installation belongs to; it stands under nothing, ever.
const oneRoot = `
  select s.value ->> 'rootOrganisationId' as root from setting s
  where s.key = 'installation' and (
    not exists (select from organisation o where o.deleted_at is null
      and o.id::text = s.value ->> 'rootOrganisationId')
    or exists (select from affiliation a where a.deleted_at is null
      and a.child_id::text = s.value ->> 'rootOrganisationId'))`;

const factsWithin = `
  select f.pid from organisation_fact f
  join organisation o on o.id = f.organisation_id
  join fact_kind k on k.code = f.kind
  where f.deleted_at is null and (o.deleted_at is not null or not (f.during <@ o.during)
    or case k.measure when 'text' then f.words is null else f.amount is null end)`;

const freeAliases = `
  select a.code from organisation_code_alias a join organisation o on o.code = a.code`;

/** What always holds for organisations: each statement returns the rows that break it. */
export const organisationInvariants: readonly Invariant[] = [
  { name: 'organisations: nothing stands above itself on any day', sql: cycle },
  { name: 'organisations: names cover the whole existence, no more', sql: namesCover },
  { name: 'organisations: affiliations lie within both ends’ existence', sql: withinExistence },
  { name: 'organisations: the installation has one root, under nothing', sql: oneRoot },
  { name: 'organisations: facts belong to somebody and hold a value', sql: factsWithin },
  { name: 'organisations: an old code is nobody’s code', sql: freeAliases },
];
