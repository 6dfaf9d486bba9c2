-- People are looked for by the beginnings of the words of their names. Most names share few words, so the
-- words themselves are a sixth of the trigrams, and two words that thousands have are met in a moment.
create index person_words on person using gin (array_to_tsvector(string_to_array(search, ' ')))
  with (gin_pending_list_limit = 256);
drop index person_search;

-- What was written last still lies unsorted beside the index, where every search reads it.
create function sort_in_names() returns void language plpgsql security definer set search_path = public as $$
begin
  perform gin_clean_pending_list('person_words'::regclass);
end $$;

-- From an organisation to those below and above it in one look at an index. The index behind the rule that
-- no affiliation stands twice would be taken for cheap, and read from end to end for each organisation:
-- `= any` and the two ends of the time in place of `@>` are what only these indexes can answer.
create index affiliation_below on affiliation (parent_id) include (child_id, during) where deleted_at is null;
create index affiliation_above on affiliation (child_id) include (parent_id, during) where deleted_at is null;
drop index affiliation_parent, affiliation_child;

create or replace function organisations_below(roots uuid[], on_day date)
returns table (root_id uuid, organisation_id uuid, depth integer)
language sql stable parallel safe as $$
  with recursive below (root_id, organisation_id, depth) as (
    select r, r, 0 from unnest(roots) r
    union
    select b.root_id, a.child_id, b.depth + 1
    from below b
    join affiliation a on a.parent_id = any(array[b.organisation_id]) and a.deleted_at is null
      and (lower(a.during) <= on_day) is not false and (upper(a.during) > on_day) is not false
    where b.depth < 32
  )
  select b.root_id, b.organisation_id, min(b.depth)::integer
  from below b
  join organisation o on o.id = b.organisation_id and o.deleted_at is null
  group by b.root_id, b.organisation_id
$$;

create or replace function organisations_above(start_id uuid, on_day date)
returns table (organisation_id uuid, depth integer)
language sql stable parallel safe as $$
  with recursive above (organisation_id, depth) as (
    select start_id, 0
    union
    select a.parent_id, u.depth + 1
    from above u
    join affiliation a on a.child_id = any(array[u.organisation_id]) and a.deleted_at is null
      and (lower(a.during) <= on_day) is not false and (upper(a.during) > on_day) is not false
    where u.depth < 32
  )
  select organisation_id, min(depth)::integer from above group by organisation_id
$$;

-- The words that names have: few thousand, whatever the number of persons. What somebody typed is the
-- beginning of some of them, and to look for whole words is much less work. Nothing keeps a word from
-- standing twice: writers then never wait for each other; now and then those are put together.
create table name_word (word text not null);
create index name_word_order on name_word (word collate "C");
create function note_name_words() returns trigger language plpgsql as $$
begin
  insert into name_word
    select w.word from (select distinct unnest(string_to_array(p.search, ' ')) as word from written p) w
    where not exists (select from name_word k where k.word = w.word);
  return null;
end $$;
create trigger person_words_of_new after insert on person referencing new table as written
  for each statement execute function note_name_words();
create trigger person_words_of_changed after update on person referencing new table as written
  for each statement execute function note_name_words();
insert into name_word select distinct unnest(string_to_array(search, ' ')) from person;
