-- Membership cards: see the module cards.

-- How an organisation numbers and prints its cards.
create table card_design (
  organisation_id uuid primary key references organisation (id),
  -- 'SL-KH-{000001}': the braces are a series; {YYYY} and {YY} are the year of issue
  pattern text not null check (pattern <> ''),
  last_number bigint not null default 0 check (last_number >= 0),
  -- A pattern with the year begins anew with each.
  series_year integer,
  title text not null check (title <> ''),
  signer_post text,
  signer_name text,
  note text,
  version integer not null default 1,
  check ((signer_post is null) = (signer_name is null))
);

create table card (
  id uuid primary key,
  pid text not null unique,
  -- What the QR code of the card leads to; known to whoever holds the card.
  token text not null unique,
  membership_id uuid not null references membership (id),
  -- The organisation of the membership, and the one that issues: its own, or the one a branch belongs to.
  organisation_id uuid not null references organisation (id),
  issuer_id uuid not null references organisation (id),
  -- As printed.
  issuer_name text not null check (issuer_name <> ''),
  number text not null check (number <> ''),
  issued_on date not null,
  -- The last day; without an end when null.
  valid_until date check (valid_until >= issued_on),
  state text not null default 'valid' check (state in ('valid', 'replaced', 'revoked')),
  ended_on date,
  reason text,
  replaces_id uuid unique references card (id),
  -- Cards that were issued together, to be printed together.
  batch_id uuid,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  check ((state = 'valid') = (ended_on is null)),
  check (ended_on >= issued_on)
);
create unique index card_standing on card (membership_id) where state = 'valid';
create unique index card_number_standing on card (issuer_id, number) where state = 'valid';
create index card_membership on card (membership_id);
create index card_organisation on card (organisation_id);
create index card_number on card (issuer_id, number);
create index card_batch on card (batch_id) where batch_id is not null;

-- What was set for printing: cards or address labels. Its files are kept for a month.
create table card_printing (
  id uuid primary key,
  pid text not null unique,
  organisation_id uuid not null references organisation (id),
  kind text not null check (kind in ('cards', 'labels')),
  -- How many were printed, and how many were left out (with a card already, without an address).
  printed integer not null check (printed >= 0),
  left_out integer not null check (left_out >= 0),
  made_at timestamptz not null,
  made_by uuid
);
create index card_printing_organisation on card_printing (organisation_id, made_at desc);
