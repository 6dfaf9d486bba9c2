-- Score sheets: what judges write of the dossiers that they were given, and what they signed.
create table score_sheet (
  assignment_id uuid primary key references assignment (id),
  -- What is being written: marks by the key of the rubric's part, complete or not.
  working jsonb not null,
  -- Random: whoever reads the log must not try out which points a fingerprint stands for.
  salt text not null,
  saved_at timestamptz not null,
  -- The page that wrote last, and its how-manieth request: one whose answer was lost sends again.
  writer text,
  seq integer not null default 0,
  state text not null default 'draft' check (state in ('draft', 'signed', 'reopened')),
  -- 1: the first; one more each time it was reopened for a discussion.
  round integer not null default 1 check (round > 0),
  -- The version that holds; 0: none was signed.
  signed integer not null default 0 check (signed >= 0),
  version integer not null default 1,
  check ((state = 'draft') = (signed = 0))
);

-- What was signed, as it was: the hash is that of the text, which is signed.
create table score_version (
  assignment_id uuid not null references score_sheet (assignment_id),
  number integer not null check (number > 0),
  round integer not null check (round > 0),
  -- The version of the dossier that was judged; null: a dossier from a file has none.
  dossier_version integer check (dossier_version > 0),
  frozen text not null,
  sha256 text not null check (sha256 = encode(sha256(convert_to(frozen, 'UTF8')), 'hex')),
  -- What the sheet comes to, votes not included.
  points numeric(9, 2) not null check (points >= 0),
  -- A gate answered by no, or no points where that fails the dossier.
  failed boolean not null,
  -- Signed by the judge, or typed in by the secretariat from a signed paper.
  how text not null check (how in ('judge', 'paper')),
  -- For a paper: why it was typed in, by which account.
  reason text,
  typed_by uuid,
  signed_at timestamptz not null,
  signature text not null,
  key_id text not null,
  primary key (assignment_id, number),
  check ((how = 'paper') = (reason is not null))
);
create trigger score_version_no_update before update or delete on score_version
  for each row execute function refuse_change();

-- Each time that a signed sheet was opened again.
create table score_reopening (
  id uuid primary key,
  assignment_id uuid not null references score_sheet (assignment_id),
  -- The version that was signed, and the round from then on.
  number integer not null,
  round integer not null,
  by_party text not null check (by_party in ('chair', 'secretariat')),
  reason text not null,
  at timestamptz not null
);
create index score_reopening_assignment on score_reopening (assignment_id, at);

-- Votes of the organising committee or of the public, as the secretariat typed them in.
create table phase_votes (
  edition_id uuid not null references edition (id),
  phase text not null,
  dossier_id uuid not null references dossier (id),
  -- Key of the rubric's part.
  part text not null,
  votes integer not null check (votes >= 0),
  -- Where the figure stands: a record, a page.
  source text not null,
  typed_at timestamptz not null,
  typed_by uuid,
  version integer not null default 1,
  primary key (phase, dossier_id, part)
);
create index phase_votes_edition on phase_votes (edition_id, phase);

-- What the members of a council say to each other about a dossier.
create table review_comment (
  id uuid primary key,
  pid text not null unique,
  council_id uuid not null references council (id),
  phase text not null,
  dossier_id uuid not null references dossier (id),
  judge_id uuid not null references judge (id),
  text text not null,
  at timestamptz not null
);
create index review_comment_dossier on review_comment (dossier_id, phase, at);
create trigger review_comment_no_update before update on review_comment
  for each row execute function refuse_change();
