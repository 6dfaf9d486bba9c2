-- Prizes that are given to nobody, with the reason; decisions that were taken back, and their bundles.
create table allocation_withheld (
  allocation_id uuid not null references allocation (id) on delete cascade,
  -- Key of the edition's prize.
  prize text not null,
  -- Code of the field; empty: of all fields together.
  field text not null,
  reason text not null check (reason <> ''),
  primary key (allocation_id, prize, field)
);

-- A decision that gave prizes and holds no more. Only added: what was said to everybody stays known.
create table decision_taken_back (
  id uuid primary key,
  pid text not null unique,
  allocation_id uuid not null references allocation (id),
  decision text not null,
  decided_on date not null,
  approved_at timestamptz not null,
  -- null: nobody outside was told of it.
  published_at timestamptz,
  reason text not null check (reason <> ''),
  taken_back_at timestamptz not null,
  taken_back_by uuid
);
create index decision_taken_back_allocation on decision_taken_back (allocation_id, taken_back_at);
create trigger decision_taken_back_no_change before update or delete on decision_taken_back
  for each row execute function refuse_change();

-- Another decision on the same prizes has a proposal and a number of its own.
alter table committee_number
  -- How many decisions had been taken back before the one that a proposal or a decision belongs to.
  add column after_taken_back integer not null default 0 check (after_taken_back >= 0);
drop index committee_number_paper;
create unique index committee_number_paper on committee_number
  (edition_id, paper, coalesce(council_id::text, ''), coalesce(ballot_id::text, ''), coalesce(phase, ''),
    after_taken_back);

-- The bundle of a decision that was taken back is kept; the next decision has one of its own.
alter table decision_bundle
  drop constraint decision_bundle_allocation_id_key,
  add column taken_back_at timestamptz;
create unique index decision_bundle_standing on decision_bundle (allocation_id) where taken_back_at is null;
create index decision_bundle_allocation on decision_bundle (allocation_id, made_at);
