-- Results: secret ballots, places changed by hand, prizes, minutes, numbered papers, the bundle of the decision.
create table ballot (
  id uuid primary key,
  pid text not null unique,
  council_id uuid not null references council (id),
  -- Key of the phase that it is about.
  phase text not null,
  kind text not null check (kind in ('approve', 'choose', 'question')),
  subject text not null check (subject <> ''),
  -- How many may be chosen on a paper.
  most integer check (most > 0),
  -- On the members' own pages, or on paper, counted by tellers.
  how text not null check (how in ('link', 'paper')),
  -- As the edition had it when the ballot was made; what holds is what it was opened under.
  rule jsonb not null,
  state text not null default 'draft' check (state in ('draft', 'open', 'closed', 'cancelled')),
  tellers text[] not null default '{}',
  -- Of a paper ballot, as the tellers counted it; the shape is Tally of modules/results.
  totals jsonb,
  -- BallotResult, reckoned when it was closed.
  result jsonb,
  -- Why it was cancelled.
  reason text,
  version integer not null default 1,
  created_at timestamptz not null,
  opened_at timestamptz,
  closed_at timestamptz,
  check ((kind = 'choose') = (most is not null)),
  check ((state = 'closed') = (result is not null)),
  check ((state = 'closed') = (closed_at is not null)),
  check ((state = 'cancelled') = (reason is not null)),
  check (totals is null or how = 'paper'),
  check (state not in ('open', 'closed') or opened_at is not null)
);
create index ballot_council on ballot (council_id, phase, created_at);

-- What is voted on, in the order of the paper.
create table ballot_option (
  ballot_id uuid not null references ballot (id) on delete cascade,
  position integer not null check (position >= 0),
  dossier_id uuid references dossier (id),
  label text not null,
  primary key (ballot_id, position)
);
create index ballot_option_dossier on ballot_option (dossier_id) where dossier_id is not null;

-- Who is entitled, who of them is there, and who has voted: this is known.
create table ballot_voter (
  ballot_id uuid not null references ballot (id) on delete cascade,
  judge_id uuid not null references judge (id),
  role text not null,
  present boolean not null,
  voted boolean not null default false,
  primary key (ballot_id, judge_id),
  check (present or not voted)
);
create index ballot_voter_judge on ballot_voter (judge_id);

-- While it is open all papers lie in one row, in the order of their random codes: no row, no transaction
-- and no place on disk belongs to one of them.
create table ballot_box (
  ballot_id uuid primary key references ballot (id) on delete cascade,
  -- [{code, choices}]
  papers jsonb not null
);

-- The papers of a closed ballot, written all at once in the order of their codes. What was voted stands here and
-- nowhere else; no time, no voter, no order.
create table ballot_paper (
  ballot_id uuid not null references ballot (id) on delete cascade,
  code text not null,
  -- 'yes', 'no' or null for each option in its order.
  choices jsonb not null,
  primary key (ballot_id, code)
);
create trigger ballot_paper_no_update before update on ballot_paper for each row execute function refuse_change();

-- A place that the council gave by hand, with the reason; the newest of a dossier holds.
create table rank_change (
  id uuid primary key,
  pid text not null unique,
  edition_id uuid not null references edition (id),
  phase text not null,
  dossier_id uuid not null references dossier (id),
  -- null: back to the place that the points give.
  place integer check (place > 0),
  reason text not null,
  made_at timestamptz not null,
  made_by uuid
);
create index rank_change_edition on rank_change (edition_id, phase, made_at);
create index rank_change_dossier on rank_change (dossier_id);

-- What the council said of a dossier that some sheets fail; the newest holds.
create table fail_decision (
  id uuid primary key,
  pid text not null unique,
  edition_id uuid not null references edition (id),
  phase text not null,
  dossier_id uuid not null references dossier (id),
  fails boolean not null,
  reason text not null,
  made_at timestamptz not null,
  made_by uuid
);
create index fail_decision_edition on fail_decision (edition_id, phase, made_at);
create index fail_decision_dossier on fail_decision (dossier_id);

-- Who gets which prize, from the draft to the publication.
create table allocation (
  id uuid primary key,
  pid text not null unique,
  edition_id uuid not null unique references edition (id),
  -- The phase that the prizes are given after.
  phase text not null,
  state text not null default 'draft' check (state in ('draft', 'proposed', 'approved', 'published')),
  -- Number and day of the decision that gives the prizes.
  decision text,
  decided_on date,
  -- Why it was sent back last.
  returned text,
  version integer not null default 1,
  created_at timestamptz not null,
  proposed_at timestamptz,
  approved_at timestamptz,
  approved_by uuid,
  published_at timestamptz,
  check ((state in ('approved', 'published')) = (approved_at is not null)),
  check ((state in ('approved', 'published')) = (decision is not null and decided_on is not null)),
  check ((state = 'published') = (published_at is not null))
);

create table allocation_prize (
  allocation_id uuid not null references allocation (id) on delete cascade,
  dossier_id uuid not null references dossier (id),
  -- Key of the edition's prize.
  prize text not null,
  -- Where the council gives another prize than the points propose.
  reason text,
  -- The award was taken off again after the approval.
  revoked_at timestamptz,
  primary key (allocation_id, dossier_id)
);
create index allocation_prize_dossier on allocation_prize (dossier_id);

-- What a council met about, from the draft to the signed text.
create table council_minutes (
  id uuid primary key,
  pid text not null unique,
  council_id uuid not null references council (id),
  phase text not null,
  -- MinutesContent of modules/results.
  content jsonb not null,
  state text not null default 'draft' check (state in ('draft', 'signed')),
  frozen text,
  sha256 text check (sha256 = encode(sha256(convert_to(frozen, 'UTF8')), 'hex')),
  signature text,
  key_id text,
  signed_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  unique (council_id, phase),
  check (num_nonnulls(frozen, sha256, signature, key_id, signed_at) = case when state = 'signed' then 5 else 0 end)
);

-- Papers of the organising committee take numbers of its own series: each year and type from 1, without a gap.
create table committee_number (
  id uuid primary key,
  pid text not null unique,
  edition_id uuid not null references edition (id),
  year integer not null,
  -- 'BB', 'TTr', 'QĐ' …
  type text not null,
  number integer not null check (number > 0),
  -- What follows the stroke: 'QĐ-BTCHT'.
  symbol text not null,
  -- Which paper it is: 'minutes', 'count', 'proposal', 'decision' …
  paper text not null,
  council_id uuid references council (id),
  ballot_id uuid references ballot (id),
  phase text,
  signed_on date not null,
  signer text not null,
  position text not null,
  authority text,
  authority_of text,
  taken_at timestamptz not null,
  taken_by uuid,
  unique (edition_id, year, type, number)
);
create unique index committee_number_paper on committee_number
  (edition_id, paper, coalesce(council_id::text, ''), coalesce(ballot_id::text, ''), coalesce(phase, ''));
create index committee_number_council on committee_number (council_id);
create index committee_number_ballot on committee_number (ballot_id);
create trigger committee_number_no_update before update or delete on committee_number
  for each row execute function refuse_change();

-- The decision as it was approved, so that anybody can reckon it again; the file is linked to this row.
create table decision_bundle (
  id uuid primary key,
  pid text not null unique,
  edition_id uuid not null references edition (id),
  allocation_id uuid not null unique references allocation (id),
  phase text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size > 0),
  key_id text not null,
  made_at timestamptz not null
);
create index decision_bundle_edition on decision_bundle (edition_id);
