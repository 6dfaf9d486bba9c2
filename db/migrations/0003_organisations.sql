create table organisation (
  id uuid primary key,
  pid text not null unique,
  code text not null unique check (code ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' and length(code) <= 60),
  kind text not null check (kind in (
    'national_union', 'provincial_union', 'sector_society', 'member_association',
    'collective_member', 'branch', 'affiliated_unit', 'agency')),
  -- existence: from the day it was founded to the day it was closed (exclusive)
  during daterange not null check (not isempty(during)),
  accent text,
  seal text[],
  version integer not null default 1,
  created_at timestamptz not null,
  deleted_at timestamptz
);
create index organisation_kind on organisation (kind) where deleted_at is null;

create table organisation_code_alias (
  code text primary key,
  organisation_id uuid not null references organisation (id),
  since date not null
);

create table organisation_name (
  id uuid primary key,
  pid text not null unique,
  organisation_id uuid not null references organisation (id),
  name text not null check (name <> ''),
  short_name text not null check (short_name <> ''),
  search text not null,
  during daterange not null check (not isempty(during)),
  decision text,
  exclude using gist (organisation_id with =, during with &&)
);
create index organisation_name_search on organisation_name using gin (search gin_trgm_ops);
create index organisation_name_sort on organisation_name (name collate "vi-x-icu");

create table affiliation (
  id uuid primary key,
  pid text not null unique,
  child_id uuid not null references organisation (id),
  parent_id uuid not null references organisation (id) check (parent_id <> child_id),
  kind text not null check (kind in ('territorial', 'sectoral', 'branch', 'unit')),
  during daterange not null check (not isempty(during)),
  decision text,
  note text,
  version integer not null default 1,
  created_at timestamptz not null,
  deleted_at timestamptz,
  exclude using gist (child_id with =, parent_id with =, kind with =, during with &&) where (deleted_at is null)
);
create index affiliation_parent on affiliation (parent_id) where deleted_at is null;
create index affiliation_child on affiliation (child_id) where deleted_at is null;

create table fact_kind (
  code text primary key,
  label text not null,
  measure text not null check (measure in ('number', 'yes_no', 'text')),
  unit text,
  help text,
  sort integer not null
);

create table organisation_fact (
  id uuid primary key,
  pid text not null unique,
  organisation_id uuid not null references organisation (id),
  kind text not null references fact_kind (code),
  amount numeric,
  words text,
  during daterange not null check (not isempty(during)),
  source text,
  note text,
  version integer not null default 1,
  created_at timestamptz not null,
  deleted_at timestamptz,
  exclude using gist (organisation_id with =, kind with =, during with &&) where (deleted_at is null)
);
create index organisation_fact_kind on organisation_fact (kind, organisation_id) where deleted_at is null;

insert into fact_kind (code, label, measure, unit, help, sort) values
  ('headcount_members', 'Số hội viên khai báo', 'number', 'người', 'Theo báo cáo gần nhất, khi chưa có danh sách hội viên', 10),
  ('headcount_intellectuals', 'Số trí thức KH&CN khai báo', 'number', 'người', 'Hội viên có trình độ từ cao đẳng, đại học trở lên', 20),
  ('staff', 'Nhân lực chuyên trách', 'number', 'người', 'Lãnh đạo, chuyên viên và nhân viên làm việc thường xuyên tại cơ quan', 30),
  ('office', 'Trụ sở, trang thiết bị tương đương cấp sở', 'yes_no', null, null, 40),
  ('car', 'Ô tô phục vụ công tác', 'yes_no', null, null, 50),
  ('special_status', 'Hội đặc thù', 'yes_no', null, 'Được cấp có thẩm quyền công nhận là hội có tính chất đặc thù', 60),
  ('founding_decision', 'Quyết định thành lập', 'text', null, 'Số, ký hiệu và cơ quan ban hành', 70),
  ('charter', 'Điều lệ', 'text', null, 'Số quyết định phê duyệt', 80),
  ('governing_agency', 'Cơ quan chủ quản', 'text', null, null, 90),
  ('address', 'Trụ sở', 'text', null, 'Địa chỉ liên hệ', 100),
  ('phone', 'Điện thoại', 'text', null, null, 110),
  ('email', 'Thư điện tử', 'text', null, null, 120),
  ('website', 'Trang thông tin điện tử', 'text', null, null, 130);

-- Grants hang on a person and an organisation and cover what is below it on the day asked.
create table role_grant (
  id uuid primary key,
  pid text not null unique,
  person_id uuid not null references person (id),
  role text not null,
  organisation_id uuid not null references organisation (id),
  during daterange not null check (not isempty(during)),
  granted_by uuid references person (id),
  created_at timestamptz not null,
  revoked_at timestamptz
);
create index role_grant_person on role_grant (person_id) where revoked_at is null;
create index role_grant_organisation on role_grant (organisation_id) where revoked_at is null;

-- Every organisation that stands below one of the roots on a day, the roots included (depth 0),
-- through any kind of affiliation. One row per (root, organisation).
create function organisations_below(roots uuid[], on_day date)
returns table (root_id uuid, organisation_id uuid, depth integer)
language sql stable parallel safe as $$
  with recursive below (root_id, organisation_id, depth) as (
    select r, r, 0 from unnest(roots) r
    union
    select b.root_id, a.child_id, b.depth + 1
    from below b
    join affiliation a on a.parent_id = b.organisation_id and a.deleted_at is null and a.during @> on_day
    where b.depth < 32
  )
  select b.root_id, b.organisation_id, min(b.depth)::integer
  from below b
  join organisation o on o.id = b.organisation_id and o.deleted_at is null
  group by b.root_id, b.organisation_id
$$;

-- Every organisation above one on a day, itself included.
create function organisations_above(start_id uuid, on_day date)
returns table (organisation_id uuid, depth integer)
language sql stable parallel safe as $$
  with recursive above (organisation_id, depth) as (
    select start_id, 0
    union
    select a.parent_id, u.depth + 1
    from above u
    join affiliation a on a.child_id = u.organisation_id and a.deleted_at is null and a.during @> on_day
    where u.depth < 32
  )
  select organisation_id, min(depth)::integer from above group by organisation_id
$$;
