-- Texts that dossiers are compared with, and what was found alike.
create table likeness_text (
  -- Small, as every key of every text has a row with it: one more than the highest, under the lock below.
  id integer primary key,
  pid text not null unique,
  -- Null: brought in from a file.
  dossier_id uuid unique references dossier (id) on delete cascade,
  -- The union whose edition it was entered in, or that brought it in.
  organisation_id uuid not null references organisation (id),
  title text not null,
  -- Of a text from a file, as written there; those of a dossier are its own.
  authors text,
  year integer check (year between 1900 and 2999),
  -- Name of the file.
  origin text,
  body text not null,
  sha256 text not null check (sha256 = encode(sha256(convert_to(body, 'UTF8')), 'hex')),
  -- Of its words, folded: the same for every way of writing them.
  words_sha256 text not null,
  -- The same, of texts from files: none is kept twice.
  imported_sha256 text unique,
  words integer not null check (words >= 0),
  -- Its sketch: see kernel/similarity. Empty until it was compared for the first time.
  key_limit integer not null check (key_limit >= 0),
  keys integer[] not null,
  key_count integer not null check (key_count = cardinality(keys)),
  -- When the text became what it is.
  kept_at timestamptz not null,
  check ((dossier_id is null) = (origin is not null)),
  check ((dossier_id is null) = (imported_sha256 is not null)),
  check (dossier_id is null or authors is null)
);
create index likeness_text_organisation on likeness_text (organisation_id);

-- Which texts have a key: some 300 rows a text. Kept by the trigger below; without a foreign key, as that
-- would ask for a second index of the same size.
create table likeness_posting (
  key integer not null,
  text_id integer not null,
  primary key (key, text_id)
-- Read from the index alone only where it was vacuumed: often, though rows are hardly ever deleted.
) with (autovacuum_vacuum_insert_scale_factor = 0.01, autovacuum_vacuum_scale_factor = 0.02);

-- Keys that more than 300 texts have: they tell too little for what asking for them costs.
create table likeness_frequent (
  key integer primary key,
  texts integer not null check (texts > 300)
);

-- Writers wait for each other: what is counted here has to be right. The plan is told, as tables that
-- nobody analysed yet look small.
create function note_likeness_keys() returns trigger language plpgsql
set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off
set jit = off
set plan_cache_mode = force_custom_plan as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('likeness', 0));
  if tg_op <> 'INSERT' then
    delete from likeness_posting where key = any(old.keys) and text_id = old.id;
    delete from likeness_frequent where key = any(old.keys) and texts = 301;
    update likeness_frequent set texts = texts - 1 where key = any(old.keys);
  end if;
  if tg_op <> 'DELETE' then
    insert into likeness_posting select k, new.id from unnest(new.keys) k;
    update likeness_frequent set texts = texts + 1 where key = any(new.keys);
    insert into likeness_frequent
      select k, 301 from unnest(new.keys) k
      where not exists (select from likeness_frequent f where f.key = k)
        and (select count(*) from (select from likeness_posting p where p.key = k limit 301) p) = 301;
  end if;
  return null;
end $$;
create trigger likeness_text_keys after insert or delete or update of keys on likeness_text
  for each row execute function note_likeness_keys();

-- In how many texts besides `own` each key stands; of a frequent one about.
create function likeness_frequencies(asked integer[], own integer)
returns table (key integer, texts integer, frequent boolean)
language sql stable rows 300
set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off
set jit = off as $$
  select a.k, coalesce(f.texts, (select count(*)::integer from
      (select from likeness_posting p where p.key = a.k and p.text_id <> own limit 301) p)),
    f.key is not null
  from unnest(asked) a(k) left join likeness_frequent f on f.key = a.k
$$;

-- Texts besides `own` that have keys of `asked` worth at least so many points together.
create function likeness_hits(asked integer[], points real[], own integer, at_least real)
returns table (id integer, shared real, keys integer)
language sql stable rows 300
set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off
set jit = off as $$
  select t.id, h.shared, t.key_count
  from (select p.text_id, sum(a.worth) as shared
    from unnest(asked, points) a(k, worth)
    cross join lateral (select text_id from likeness_posting p where p.key = a.k offset 0) p
    where p.text_id <> own group by p.text_id having sum(a.worth) >= at_least) h
  join likeness_text t on t.id = h.text_id
$$;

-- Two texts that are alike, the one that was there first and the other.
create table likeness_finding (
  id uuid primary key,
  pid text not null unique,
  newer_id integer not null references likeness_text (id) on delete cascade,
  earlier_id integer not null references likeness_text (id) on delete cascade,
  -- The larger share of one of them that stands in the other.
  score real not null check (score between 0 and 1),
  -- Words that they have in common, stock phrases left out.
  words integer not null check (words >= 0),
  state text not null default 'open' check (state in ('open', 'same', 'other')),
  reason text,
  -- Account that decided.
  decided_by uuid,
  decided_at timestamptz,
  found_at timestamptz not null,
  version integer not null default 1,
  unique (newer_id, earlier_id),
  check (newer_id <> earlier_id),
  check ((state = 'open') = (decided_at is null)),
  check ((state = 'open') = (reason is null))
);
create index likeness_finding_earlier on likeness_finding (earlier_id);
