import type { Invariant } from '../../../platform/module.ts';

/** What holds of persons and memberships whatever was done. */
export const peopleInvariants: readonly Invariant[] = [
  {
    name: 'membership_of_another_identity',
    sql: `select m.pid from membership m join person p on p.id = m.person_id
      where m.identity_id <> p.identity_id`,
  },
  {
    name: 'membership_joined_after_leaving',
    sql: `select pid from membership where deleted_at is null and joined is not null
      and upper(during) < (left(joined::text, 4) || '-01-01')::date`,
  },
  {
    name: 'deleted_person_with_membership',
    sql: `select p.pid from person p join membership m on m.person_id = p.id
      where p.deleted_at is not null and m.deleted_at is null`,
  },
  {
    name: 'person_name_not_composed',
    sql: `select pid from person
      where family || middle || given is not nfc normalized
        or family || middle || given ~ '[\\u00d0\\u00f0\\u0189\\u0256]'`,
  },
  {
    name: 'word_of_a_name_not_known',
    sql: `select w.word as pid
      from (select distinct unnest(string_to_array(search, ' ')) as word from person) w
      where not exists (select from name_word k where k.word = w.word)`,
  },
  {
    name: 'person_joined_into_itself',
    sql: 'select pid from person where merged_into = id',
  },
];
