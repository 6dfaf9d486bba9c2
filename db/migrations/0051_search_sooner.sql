-- Searching over a hundred thousand articles: less is gathered, and what is gathered is younger first.

drop function showing_with(text[], text[], timestamptz, integer);
drop function showing_within(text[], text[], text[], timestamptz, integer);

-- The newest articles that have all the keys, and where `within` is given one of these: the sections that results
-- are narrowed by. First those of the years from `year - 1` on; of words that stand in half of all texts they are
-- enough. Where these promise enough in some years more, these; then all that are older. Never by walking through the
-- table: that would read every text. One plan is right for all keys, so it is made once for a connection.
create function showing_newest(wanted text[], within text[], year integer, most integer)
  returns table (article_id uuid, published_at timestamptz) language plpgsql stable
  set enable_seqscan = off set plan_cache_mode = force_generic_plan set max_parallel_workers_per_gather = 0
  as $$
  declare
    since timestamptz := make_timestamptz(year - 1, 1, 1, 0, 0, 0, 'Asia/Ho_Chi_Minh');
    earlier timestamptz := make_timestamptz(year - 5, 1, 1, 0, 0, 0, 'Asia/Ho_Chi_Minh');
    recent text[] := array(select '@y:' || y from generate_series(year - 1, year + 1) y);
    before text[] := array(select '@y:' || y from generate_series(year - 5, year - 2) y);
    found integer;
    more integer := 0;
  begin
    if within is null then
      return query select w.article_id, w.published_at from showing_words w
        where w.keys @> wanted and w.keys && recent and w.published_at >= since
        order by w.published_at desc, w.article_id desc limit most;
    else
      return query select w.article_id, w.published_at from showing_words w
        where w.keys @> wanted and w.keys && within and w.keys && recent and w.published_at >= since
        order by w.published_at desc, w.article_id desc limit most;
    end if;
    get diagnostics found = row_count;
    if found < most and found * 4 >= most then
      if within is null then
        return query select w.article_id, w.published_at from showing_words w
          where w.keys @> wanted and w.keys && before and w.published_at >= earlier and w.published_at < since
          order by w.published_at desc, w.article_id desc limit most - found;
      else
        return query select w.article_id, w.published_at from showing_words w
          where w.keys @> wanted and w.keys && within and w.keys && before
            and w.published_at >= earlier and w.published_at < since
          order by w.published_at desc, w.article_id desc limit most - found;
      end if;
      get diagnostics more = row_count;
      found := found + more;
      since := earlier;
    end if;
    if found < most then
      if within is null then
        return query select w.article_id, w.published_at from showing_words w
          where w.keys @> wanted and w.published_at < since
          order by w.published_at desc, w.article_id desc limit most - found;
      else
        return query select w.article_id, w.published_at from showing_words w
          where w.keys @> wanted and w.keys && within and w.published_at < since
          order by w.published_at desc, w.article_id desc limit most - found;
      end if;
    end if;
  end $$;

-- How many articles have all the keys, counted up to `most`.
create function showing_many(wanted text[], within text[], year integer, most integer)
  returns integer language plpgsql stable
  set enable_seqscan = off set plan_cache_mode = force_generic_plan set max_parallel_workers_per_gather = 0
  as $$
  declare
    recent text[] := array(select '@y:' || y from generate_series(year - 1, year + 1) y);
    found integer;
  begin
    if within is null then
      select count(*) into found from (select from showing_words w
        where w.keys @> wanted and w.keys && recent limit most) x;
      if found < most then
        select count(*) into found from (select from showing_words w where w.keys @> wanted limit most) x;
      end if;
    else
      select count(*) into found from (select from showing_words w
        where w.keys @> wanted and w.keys && within and w.keys && recent limit most) x;
      if found < most then
        select count(*) into found from (select from showing_words w
          where w.keys @> wanted and w.keys && within limit most) x;
      end if;
    end if;
    return found;
  end $$;

-- Sitemaps name every article of a site in an order that stays: read from the index alone.
create index showing_article_places on showing_article (organisation_id, article_id)
  include (kind, slug, updated_at);
