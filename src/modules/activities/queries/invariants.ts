import type { Invariant } from '../../../platform/module.ts';

// One value of a kind's own field: is it what the field's type says?
const wellTyped = `case f.value ->> 'type'
  when 'text' then jsonb_typeof(d.value) = 'string'
  when 'long_text' then jsonb_typeof(d.value) = 'string'
  when 'number' then jsonb_typeof(d.value) = 'number'
  when 'integer' then d.value::text ~ '^[0-9]+$'
  when 'money' then d.value::text ~ '^[0-9]+$'
  when 'day' then d.value #>> '{}' ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'
  when 'yes_no' then jsonb_typeof(d.value) = 'boolean'
  when 'choice' then exists (select from jsonb_array_elements(f.value -> 'options') x
    where x -> 'value' = d.value)
  else false end`;

export const invariants: readonly Invariant[] = [
  {
    name: 'activity_data_matches_kind',
    sql: `select a.pid, d.key from activity a
      join activity_kind k on k.code = a.kind
      cross join lateral jsonb_each(a.data) d
      left join lateral (select value from jsonb_array_elements(k.fields)
        where value ->> 'key' = d.key) f on true
      where f.value is null or not (${wellTyped})`,
  },
  {
    name: 'activity_ends_after_start',
    sql: 'select pid from activity where ends_on < starts_on',
  },
  {
    name: 'activity_organisation_stands',
    sql: `select a.pid from activity a join organisation o on o.id = a.organisation_id
      where a.deleted_at is null and o.deleted_at is not null`,
  },
  {
    name: 'activity_kind_fields_unique',
    sql: `select k.code from activity_kind k, jsonb_array_elements(k.fields) f
      group by k.code, f ->> 'key' having count(*) > 1`,
  },
];
