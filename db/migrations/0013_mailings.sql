-- Letters by e-mail to members: templates, mailings, who got which letter, who wants none.
alter table mail_message
  -- Head lines beside the usual ones: {"List-Unsubscribe": "<https://…>"}.
  add column headers jsonb,
  -- When the server refused the letter for good, or it was tried for the last time.
  add column failed_at timestamptz;

create table mailing_template (
  id uuid primary key,
  pid text not null unique,
  organisation_id uuid not null references organisation (id),
  name text not null check (name <> ''),
  subject text not null check (subject <> ''),
  body text not null check (body <> ''),
  version integer not null default 1,
  created_at timestamptz not null,
  deleted_at timestamptz
);
create index mailing_template_name on mailing_template (organisation_id, name) where deleted_at is null;

create table mailing (
  id uuid primary key,
  pid text not null unique,
  organisation_id uuid not null references organisation (id),
  -- 'service': the association's own business; 'newsletter': only to those who agreed.
  kind text not null check (kind in ('service', 'newsletter')),
  subject text not null check (subject <> ''),
  body text not null check (body <> ''),
  search text not null,
  -- Whom it goes to, as the list of members is asked: {association, gender, …}, texts.
  filter jsonb not null default '{}',
  state text not null default 'draft' check (state in ('draft', 'sending', 'stopped', 'sent')),
  -- What the last look at the recipients gave: {send, no_email, …}, and when that was.
  counts jsonb not null default '{}',
  counted_at timestamptz,
  -- Where its links lead: the address that readers use, without a slash at the end.
  site text,
  run_id uuid,
  -- Set once its recipients are written down; from then on they stay.
  prepared_at timestamptz,
  started_at timestamptz,
  finished_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  deleted_at timestamptz
);
create index mailing_organisation on mailing (organisation_id, created_at desc) where deleted_at is null;
create index mailing_sending on mailing (id) where state = 'sending';

-- One row for each member that a mailing was meant for. Rows of the same `letter` share an address and
-- get one letter, which the row with number = letter stands for.
create table mailing_recipient (
  mailing_id uuid not null references mailing (id) on delete cascade,
  number integer not null,
  letter integer not null,
  person_id uuid not null references person (id),
  membership_id uuid not null references membership (id),
  -- The membership's, as it stood.
  organisation_id uuid not null references organisation (id),
  address text,
  state text not null check (state in ('waiting', 'queued', 'sent', 'failed', 'left_out')),
  -- Why it was left out: 'no_email', 'bad_address', 'refused', 'no_consent', 'same_address';
  -- why it failed: what the mail server answered.
  reason text,
  -- The letter in the outbox.
  message_pid text,
  -- Fingerprint of the secret in the letter's link.
  token_hash text,
  at timestamptz,
  primary key (mailing_id, number)
);
create index mailing_recipient_state on mailing_recipient (mailing_id, state, number);
create index mailing_recipient_letter on mailing_recipient (mailing_id, letter) where letter <> number;
create index mailing_recipient_person on mailing_recipient (person_id);
create index mailing_recipient_queued on mailing_recipient (message_pid) where state = 'queued';
create unique index mailing_recipient_token on mailing_recipient (token_hash) where token_hash is not null;

-- Who wants no more letters: an address and the persons who are written to at it. organisation_id null:
-- of no organisation.
create table mailing_refusal (
  id uuid primary key,
  person_id uuid not null references person (id),
  organisation_id uuid references organisation (id),
  address text not null,
  refused_at timestamptz not null,
  -- 'page': by the button; 'one_click': by the mail program
  via text not null check (via in ('page', 'one_click')),
  taken_back_at timestamptz
);
create index mailing_refusal_address on mailing_refusal (address) where taken_back_at is null;
create index mailing_refusal_person on mailing_refusal (person_id);

-- How many letters an hour the mail server takes is kept by one row: when the next one may go.
create table mailing_pace (
  one boolean primary key default true check (one),
  per_hour integer not null default 500 check (per_hour between 1 and 1000000),
  next_at timestamptz not null default '2000-01-01'
);
insert into mailing_pace default values;
