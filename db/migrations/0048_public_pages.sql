-- Public pages: who agreed to what, the authors of a site, kinds of activities that everybody may know.

create index consent_purpose on consent (purpose);

-- Somebody who writes for a site, by the word of the page in addresses. One who is known as a person is that person
-- whatever name stands at an article; two of the same name are told apart where they are known as two persons.
create table showing_author (
  site_id uuid not null references organisation (id) on delete cascade,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  -- As the first article had it, and by what spellings are compared.
  name text not null,
  key text not null,
  person_id uuid references person (id) on delete set null,
  primary key (site_id, slug)
);
create index showing_author_key on showing_author (site_id, key);
create unique index showing_author_person on showing_author (site_id, person_id) where person_id is not null;
create index showing_author_of_person on showing_author (person_id) where person_id is not null;

-- The articles of an author are a list like that of a tag: its word is that of the author.
alter table showing_list drop constraint showing_list_kind_check,
  drop constraint showing_list_check1,
  add constraint showing_list_kind_check check (kind in ('all', 'news', 'notice', 'section', 'tag', 'author')),
  add constraint showing_list_word_check check ((kind in ('tag', 'author')) = (tag is not null));

-- A meeting behind closed doors is an activity too: nobody outside reads of a kind unless it is opened here.
alter table activity_kind add column public boolean not null default false;
update activity_kind set public = true where code in
  ('seminar', 'talk', 'training', 'field_model', 'publication', 'contest', 'science_award', 'honour_round');
create index activity_public on activity (starts_on desc, id) where deleted_at is null;
