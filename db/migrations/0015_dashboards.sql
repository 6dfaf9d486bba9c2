-- Chosen figures of an organisation on one page.
create table dashboard (
  id uuid primary key,
  pid text not null unique,
  organisation_id uuid not null references organisation (id),
  name text not null check (name <> ''),
  -- Tiles in their order; the shape is Tile of modules/dashboards.
  tiles jsonb not null default '[]',
  -- Shown on the public site of the organisation.
  public boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null,
  deleted_at timestamptz
);
create index dashboard_organisation on dashboard (organisation_id) where deleted_at is null;
