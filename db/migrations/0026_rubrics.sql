-- What an edition sets about judging: score sheets, rules of voting, how a phase is judged, and which
-- answers tell who the entrant is. Contents of before get it without any of them. The code of a sheet that
-- a phase named until now meant nothing: it stays only where there is such a sheet.
create function pg_temp.with_rubrics(content jsonb) returns jsonb language sql immutable as $$
  select content
    || jsonb_build_object('rubrics', coalesce(content->'rubrics', '[]'))
    || jsonb_build_object('voting', coalesce(content->'voting', '[]'))
    || jsonb_build_object('phases', coalesce((
      select jsonb_agg(
        jsonb_build_object('review', null) || phase || jsonb_build_object('rubric', (
          select rubric->'key' from jsonb_array_elements(coalesce(content->'rubrics', '[]')) rubric
          where rubric->>'key' = phase->>'rubric' limit 1))
        order by at)
      from jsonb_array_elements(content->'phases') with ordinality p (phase, at)), '[]'))
    || jsonb_build_object('form', coalesce((
      select jsonb_agg(
        -- Fields that come from the samples and name the entrant or a unit: rather hidden from judges
        -- than shown, until the office says otherwise.
        jsonb_build_object('identifies', (field->>'key', field->>'kind') in (
          ('don-vi', 'text'), ('chu-tri', 'text'), ('huong-dan', 'text'), ('don-vi-gioi-thieu', 'text'),
          ('phieu', 'files'), ('giay-khai-sinh', 'files'), ('ly-lich', 'files'), ('van-ban', 'files'))
        ) || field
        order by at)
      from jsonb_array_elements(content->'form') with ordinality f (field, at)), '[]'))
$$;

update edition e set content = n.content
from (select id, pg_temp.with_rubrics(content) as content from edition) n
where n.id = e.id and n.content is distinct from e.content;

update edition_revision r set content = n.content
from (select edition_id, number, pg_temp.with_rubrics(content) as content from edition_revision) n
where n.edition_id = r.edition_id and n.number = r.number and n.content is distinct from r.content;

drop function pg_temp.with_rubrics(jsonb);
