-- Complaints about an edition and their clock: see the module complaints.

-- How many days an office gives itself; an edition without a row goes by the sample.
create table complaint_rules (
  edition_id uuid primary key references edition (id) on delete cascade,
  days_to_accept integer not null check (days_to_accept between 1 and 365),
  days_to_answer integer not null check (days_to_answer between 1 and 365),
  counting text not null check (counting in ('calendar', 'working')),
  -- What the days rest on, as the office writes it.
  basis text not null default '',
  version integer not null default 1,
  set_at timestamptz not null,
  set_by uuid
);

-- The last number of the complaints of an edition.
create table complaint_series (
  edition_id uuid primary key references edition (id),
  last integer not null check (last > 0)
);

create table complaint (
  id uuid primary key,
  pid text not null unique,
  edition_id uuid not null references edition (id),
  number integer not null check (number > 0),
  origin text not null check (origin in ('link', 'paper')),
  -- The dossier behind whose link it was written; null: by a letter on paper.
  dossier_id uuid references dossier (id),
  topic text not null check (topic in ('validity', 'eligibility', 'result', 'procedure', 'plagiarism')),
  -- The dossier complained about as the complainant writes it, and as the office found it.
  about_text text,
  about_id uuid references dossier (id),
  complainant text not null check (btrim(complainant) <> ''),
  address text not null check (btrim(address) <> ''),
  phone text,
  -- Where letters go; null: by post.
  email text,
  body text not null,
  asks text not null,
  -- Folded, for searching.
  search text not null,
  -- When the server had it; of a letter, when it was typed in. The day from which days are counted.
  received_at timestamptz not null,
  received_on date not null,
  -- Whether it came while complaints were taken.
  in_time boolean not null,
  -- {accept, answer, counting, basis}: as they stood when it was received.
  rules jsonb not null,
  -- The last days, each included.
  accept_by date not null check (accept_by > received_on),
  accepted_on date check (accepted_on >= received_on),
  answer_by date,
  -- By how many days the time to answer was extended, once.
  extended integer check (extended > 0),
  state text not null default 'received'
    check (state in ('received', 'refused', 'accepted', 'handling', 'answered', 'closed', 'withdrawn')),
  refusal text check (refusal in ('late', 'elsewhere', 'withdrawn', 'other')),
  handler text,
  -- A draft until the state is answered.
  outcome text check (outcome in ('upheld', 'partly', 'rejected')),
  answer text,
  -- Number and day of the letter that answered it.
  document text,
  answered_on date,
  -- All that was sent, as one text, and its hash.
  frozen text not null,
  sha256 text not null check (sha256 = encode(sha256(convert_to(frozen, 'UTF8')), 'hex')),
  version integer not null default 1,
  unique (edition_id, number),
  check ((origin = 'link') = (dossier_id is not null)),
  check ((accepted_on is null) = (answer_by is null)),
  check (extended is null or accepted_on is not null),
  check ((refusal is not null) = (state = 'refused')),
  check (state not in ('accepted', 'handling', 'answered', 'closed') or accepted_on is not null),
  check (state not in ('received', 'refused') or accepted_on is null),
  check (state <> 'handling' or handler is not null),
  check ((outcome is null) = (answer is null)),
  check ((document is null) = (answered_on is null)),
  check ((state in ('answered', 'closed')) = (document is not null)),
  check (document is null or outcome is not null)
);
create index complaint_edition on complaint (edition_id, state);
create index complaint_dossier on complaint (dossier_id);
create index complaint_about on complaint (about_id);
create trigger complaint_no_change before update of pid, edition_id, number, origin, dossier_id, topic, about_text,
  complainant, address, phone, email, body, asks, received_at, received_on, in_time, rules, accept_by, frozen, sha256
  on complaint for each row execute function refuse_change();
create trigger complaint_no_delete before delete on complaint for each row execute function refuse_change();

-- Each change: who, when, why.
create table complaint_step (
  complaint_id uuid not null references complaint (id),
  position integer not null check (position > 0),
  act text not null check (act in ('receive', 'accept', 'refuse', 'identify', 'assign', 'consult', 'extend',
    'propose', 'answer', 'close', 'withdraw')),
  -- As it stood afterwards.
  state text not null,
  at timestamptz not null,
  -- null: the complainant.
  by_id uuid,
  by_name text,
  reason text,
  -- Whether the council is asked to have sheets marked again.
  reopens boolean not null default false,
  primary key (complaint_id, position)
);
create trigger complaint_step_no_change before update or delete on complaint_step
  for each row execute function refuse_change();
