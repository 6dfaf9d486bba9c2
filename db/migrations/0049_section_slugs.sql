-- Every address that a section had: the old ones lead to the one of now.
create table section_address (
  organisation_id uuid not null references organisation (id),
  slug text not null,
  section_id uuid not null references section (id) on delete cascade,
  at timestamptz not null,
  primary key (organisation_id, slug)
);
create index section_address_section on section_address (section_id);
insert into section_address (organisation_id, slug, section_id, at)
  select organisation_id, slug, id, created_at from section where deleted_at is null;
